// What a candidate version would have made of a plan. What differs counts as the candidate's doing only when the
// plan's own version, replayed with the same evidence, still goes the way that is recorded: goals, observations and
// the organisation are those of today.
import { changesVersion } from '../migrate/stays.ts';
import type { Rejection } from '../model/step.ts';
import type { Instant } from '../model/time.ts';
import type { CompiledCycle } from '../statechart/chart/compiled-cycle.ts';
import { compareReplay, type Ending, type Parting } from './compare-replay.ts';
import type { RecordedPlan } from './recorded-plan.ts';
import { finish, type InParts, replayInParts } from './replay-plan.ts';

export const verdictKinds = ['same', 'other-outcome', 'other-path', 'not-replayed'] as const;
export type VerdictKind = (typeof verdictKinds)[number];

export type WhyNotReplayed =
  /** The candidate itself fails on the way. */
  | { code: 'candidate-failed'; rejection: Rejection }
  /** The plan's own version would not go the recorded way today: what was known then has changed. */
  | { code: 'evidence-changed'; parting: Parting }
  /** Its component is not there any more. */
  | { code: 'component-gone' };

export type Verdict =
  | {
      /** same: also the same way there. other-path: another way to the same. */
      kind: Exclude<VerdictKind, 'not-replayed'>;
      recorded: Ending;
      replayed: Ending;
      parting: Parting | null;
    }
  | { kind: 'not-replayed'; recorded: Ending | null; reason: WhyNotReplayed };

/** Where the ways part: of the candidate, or of its own version when that is why it cannot be replayed. */
export function partingOf(verdict: Verdict): Parting | null {
  if (verdict.kind !== 'not-replayed') return verdict.parting;
  return verdict.reason.code === 'evidence-changed' ? verdict.reason.parting : null;
}

export interface Judged {
  verdict: Verdict;
  /** When something comes next to the plan under the candidate by itself; null: not before something happens to it. */
  next: Instant | null;
}

/** Where the way of its own version parts from the recorded one today; null when it does not, or cannot be told. */
function* changedEvidence(
  own: CompiledCycle,
  recorded: RecordedPlan,
  until: Instant,
): InParts<Parting | null> {
  // Two versions have made such a history, and none of them would make it alone.
  if (recorded.steps.some(({ event }) => changesVersion(event))) return null;
  return compareReplay(recorded.steps, yield* replayInParts(own, recorded, until)).parting;
}

export interface JudgedBetween {
  candidate: CompiledCycle;
  /** The version that the plan follows. */
  own: CompiledCycle;
}

export function* judgeInParts(
  { candidate, own }: JudgedBetween,
  recorded: RecordedPlan,
  until: Instant,
): InParts<Judged> {
  const run = yield* replayInParts(candidate, recorded, until);
  const { same, parting, fault, ...endings } = compareReplay(recorded.steps, run);
  const { next } = run;
  if (same && parting === null) return { verdict: { kind: 'same', ...endings, parting }, next };
  const notReplayed = (reason: WhyNotReplayed): Judged => ({
    verdict: { kind: 'not-replayed', recorded: endings.recorded, reason },
    next,
  });
  if (fault) return notReplayed({ code: 'candidate-failed', rejection: fault });
  const changed = yield* changedEvidence(own, recorded, until);
  if (changed) return notReplayed({ code: 'evidence-changed', parting: changed });
  return { verdict: { kind: same ? 'other-path' : 'other-outcome', ...endings, parting }, next };
}

export const judgePlan = (between: JudgedBetween, recorded: RecordedPlan, until: Instant): Judged =>
  finish(judgeInParts(between, recorded, until));
