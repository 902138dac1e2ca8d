// The table of ratings that were released by hand.

export interface RatingReleaseRow {
  planId: string;
  /** Everything judged up to here may be read. */
  revision: number;
  at: string;
  releasedBy: string;
  note: string | null;
}
