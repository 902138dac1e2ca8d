// Released scores are never overwritten: a correction or a re-opening adds a version, and the subject hears of it.
import type { ComponentScore } from '../model/score.ts';
import type { Instant } from '../model/time.ts';

/** What a plan's history calls it: its way goes on as it was, also where it has come to its end. */
export const figuresChanged = 'plan.figures-changed';

export interface ScoreVersion {
  version: number;
  at: Instant;
  /** When its subject could first read it; null: not yet. */
  releasedAt: Instant | null;
  /** Why there is a version after the first; null for the first. */
  reason: string | null;
  score: ComponentScore;
}

export interface Rescored {
  versions: ScoreVersion[];
  /** A version that the subject has read is not the newest any more. */
  notifySubject: boolean;
}

const sameResult = (a: ComponentScore, b: ComponentScore): boolean =>
  JSON.stringify([a.score, a.outcome, a.reason, a.coverage, a.parts]) ===
  JSON.stringify([b.score, b.outcome, b.reason, b.coverage, b.parts]);

/** Reckoning again with the same result changes nothing. `reason` says what made it necessary. */
export function addScoreVersion(
  kept: readonly ScoreVersion[],
  { score, at, reason }: { score: ComponentScore; at: Instant; reason: string },
): Rescored {
  const last = kept.at(-1);
  if (last && sameResult(last.score, score)) return { versions: [...kept], notifySubject: false };
  const version = (last?.version ?? 0) + 1;
  const next: ScoreVersion = { version, at, releasedAt: null, reason: last ? reason : null, score };
  return { versions: [...kept, next], notifySubject: kept.some(({ releasedAt }) => releasedAt !== null) };
}
