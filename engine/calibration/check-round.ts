// The checks that a round of appraisals passes before its release. They ask for a second look and change nothing.
import { contradiction, copiedComments, recency, selfGap, unsupported } from './appraisals.ts';
import { completion, groupDifference, narrowScale } from './groups.ts';
import { centralTendency, drift, halo, leniency } from './raters.ts';
import type { AppraisalRound, RoundFinding } from './round.ts';

const checks: readonly ((round: AppraisalRound) => RoundFinding[])[] = [
  leniency,
  centralTendency,
  halo,
  selfGap,
  recency,
  groupDifference,
  drift,
  unsupported,
  contradiction,
  completion,
  copiedComments,
  narrowScale,
];

/** By rule, in their order. Rules: RAT-01 to RAT-12 of the domain. */
export const checkRound = (round: AppraisalRound): RoundFinding[] => checks.flatMap((check) => check(round));

export interface FindingReader {
  /** Reads the attributes that groups are compared by. */
  isHr: boolean;
  releases: boolean;
}

/**
 * Whoever releases ratings answers for all that the checks ask: also that groups were rated differently, without being
 * told which. Others see what is not for HR.
 */
export function findingsFor(
  findings: readonly RoundFinding[],
  { isHr, releases }: FindingReader,
): RoundFinding[] {
  if (isHr) return [...findings];
  if (!releases) return findings.filter(({ hrOnly }) => !hrOnly);
  return findings.map((one) => (one.hrOnly ? { ...one, about: { kind: 'round' }, hrOnly: false } : one));
}
