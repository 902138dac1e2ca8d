// When what raters answered in a round may be read. First by whom it is about, once nobody is asked any more and it is
// released; then by those who lead them.
import type { StageId } from '../model/ids.ts';
import type { Instant } from '../model/time.ts';
import { dayLength } from '../time/civil.ts';
import { millisecondsBetween } from '../time/instant.ts';
import type { ReleaseLine, ReleaseRules } from './release.ts';

/** A revision of a plan, with when it was and which stages the plan left by it. */
export interface RoundLine extends ReleaseLine {
  round: number;
  at: Instant;
  left: readonly StageId[];
}

/** How long whom it is about has it to themselves, where they do not open it and the plan goes on no further. */
const DAYS_TO_READ_FIRST = 14;

const stands = (line: ReleaseLine, stages: ReadonlySet<StageId>): boolean =>
  line.stages.some((id) => stages.has(id));

const lastQuestion = ({ asking }: ReleaseRules, lines: readonly RoundLine[], round: number): number =>
  lines.findLastIndex((line) => line.round === round && stands(line, asking));

/** The rounds in which raters were asked. */
export const roundsAsked = ({ asking }: ReleaseRules, lines: readonly RoundLine[]): number[] => [
  ...new Set(lines.filter((line) => stands(line, asking)).map(({ round }) => round)),
];

/** When the plan went on from the last question of the round; null: it has not. */
export function roundEndedAt(
  rules: ReleaseRules,
  lines: readonly RoundLine[],
  round: number,
): Instant | null {
  const last = lastQuestion(rules, lines, round);
  return last === -1 ? null : (lines[last + 1]?.at ?? null);
}

/** Whether what raters said is not released: nobody reads it between the last question and the stage that releases it. */
export function answersHeld(rules: ReleaseRules, lines: readonly RoundLine[], round: number): boolean {
  if (rules.released.size === 0) return false;
  return lastQuestion(rules, lines, round) > lines.findLastIndex((line) => stands(line, rules.released));
}

interface Reading {
  round: number;
  /** When whom it is about first read it. */
  openedAt: Instant | null;
  now: Instant;
}

/** Where whom it is about could first read it; -1: nowhere yet. */
function firstShown(rules: ReleaseRules, lines: readonly RoundLine[], round: number): number {
  const last = lastQuestion(rules, lines, round);
  const asked = lines[last];
  const isFree = rules.released.size === 0 || (asked !== undefined && stands(asked, rules.released));
  return lines.findIndex((line, index) => index > last && (isFree || stands(line, rules.released)));
}

/**
 * Whether those who lead whom it is about may read it as well: it was opened, or the plan has gone on from the stage in
 * which it was to be opened, or the time for that is over.
 */
export function othersMayRead(
  rules: ReleaseRules,
  lines: readonly RoundLine[],
  { round, openedAt, now }: Reading,
): boolean {
  if (openedAt !== null) return true;
  const shown = firstShown(rules, lines, round);
  const since = lines[shown];
  if (since === undefined) return false;
  if (lines.slice(shown + 1).some(({ left }) => left.some((id) => since.stages.includes(id)))) return true;
  return millisecondsBetween(since.at, now) >= DAYS_TO_READ_FIRST * dayLength;
}
