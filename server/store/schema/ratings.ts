// The tables of ratings that were released by hand, of sessions about ratings, and of raters who are not asked after all.

export interface RatingReleaseRow {
  planId: string;
  /** Everything judged up to here may be read. */
  revision: number;
  at: string;
  releasedBy: string;
  note: string | null;
}

/** declined: they said so · left: for good · away: beyond the day on which they were to answer. */
export type RaterChangeCause = 'declined' | 'left' | 'away';

export interface RaterChangeRow {
  /** Of the rater who is not asked any more. */
  taskId: string;
  planId: string;
  personId: string;
  cause: string;
  reason: string | null;
  at: string;
  /** naming and agreeing wait for a person; replaced, nobody and over are settled. */
  state: string;
  /** The open task in which somebody names or agrees. */
  askId: string | null;
  /** Who is proposed, or asked instead. */
  namedId: string | null;
  /** Why nobody is asked instead. */
  note: string | null;
  settledAt: string | null;
  settledBy: string | null;
}

export interface CalibrationSessionRow {
  id: string;
  launchId: string;
  /** The component above those that are discussed; null: all of the launch. */
  groupId: string | null;
  name: string;
  /** The day for which it is planned. */
  heldOn: string;
  facilitatorId: string;
  /** planned, held or closed. */
  state: string;
  createdAt: string;
  createdBy: string;
  heldAt: string | null;
  closedAt: string | null;
}

export interface CalibrationMemberRow {
  sessionId: string;
  personId: string;
}

export interface RatingsTables {
  ratingReleases: RatingReleaseRow;
  raterChanges: RaterChangeRow;
  calibrationSessions: CalibrationSessionRow;
  calibrationMembers: CalibrationMemberRow;
}
