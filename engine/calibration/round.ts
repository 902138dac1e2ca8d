// A round of appraisals before its release: what the checks on ratings look at, and what they find.
import type { LocalDate, Period } from '../model/time.ts';

/** One appraisal of the round. Levels are counted from 1, the lowest. */
export interface RoundAppraisal {
  planId: string;
  subjectId: string;
  raterId: string;
  /** The part of the organisation that it is compared within. */
  group: string;
  /** The parts that the group lies in, nearest first. */
  above?: readonly string[];
  /** Null: not rated yet. */
  level: number | null;
  /** What the rater gave, where a session may have moved it; null: only the session said something. */
  levelBefore?: number | null;
  selfLevel?: number | null;
  /** The level that the computed score falls into; null: not scored. */
  scoredLevel?: number | null;
  /** Ratings of the single items, such as methods. */
  items?: readonly number[];
  comment?: string;
  /** Why the rating departs from the score. */
  reason?: string | null;
  /** The days of its evidence. */
  evidence?: readonly LocalDate[];
  overdue?: boolean;
  /** By attribute, such as gender; only for HR. */
  attributes?: Readonly<Record<string, string>>;
}

export interface AppraisalRound {
  period: Period;
  /** How many levels the scale has. */
  levels: number;
  /** What the levels are called, the lowest first; else they are told by their number. */
  levelNames?: readonly string[];
  /** The level of an appraisal that meets its standards; others need evidence. */
  meetsLevel: number;
  appraisals: readonly RoundAppraisal[];
  /** Of the same round, and not looked at here: raters are compared with them. */
  others?: readonly RoundAppraisal[];
  /** The share of a group that has to be rated before release, 0 to 1. */
  neededShare: number;
}

export const ratingRules = [
  'RAT-01',
  'RAT-02',
  'RAT-03',
  'RAT-04',
  'RAT-05',
  'RAT-06',
  'RAT-07',
  'RAT-08',
  'RAT-09',
  'RAT-10',
  'RAT-11',
  'RAT-12',
] as const;
export type RatingRule = (typeof ratingRules)[number];

export type RoundSubject =
  | { kind: 'rater'; raterId: string }
  | { kind: 'group'; group: string }
  | { kind: 'plans'; planIds: string[] }
  | { kind: 'attribute'; attribute: string; value: string }
  | { kind: 'round' };

export interface RoundFinding {
  rule: RatingRule;
  about: RoundSubject;
  /** What was measured, in the rule's own unit; null: nothing is measured. */
  figure: number | null;
  message: string;
  /** Shown to HR alone. */
  hrOnly: boolean;
}

/** As in “level 3”, or “exceeds” where it has a name. */
export const levelText = ({ levelNames }: AppraisalRound, level: number): string => {
  const name = levelNames?.[level - 1];
  return name === undefined ? `level ${level}` : `“${name}”`;
};

export interface Rated extends RoundAppraisal {
  level: number;
}
export const ratedOf = (appraisals: readonly RoundAppraisal[]): Rated[] =>
  appraisals.filter((one): one is Rated => one.level !== null);

/** As their raters gave them: what a session moved says nothing of a rater. */
export const givenOf = (appraisals: readonly RoundAppraisal[]): Rated[] =>
  appraisals.flatMap((one) => {
    const level = one.levelBefore === undefined ? one.level : one.levelBefore;
    return level === null ? [] : [{ ...one, level }];
  });
