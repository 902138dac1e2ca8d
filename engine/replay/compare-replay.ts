// Whether a plan would have ended otherwise under another version, and where the two ways part.

import type { PlanEvent } from '../model/event.ts';
import type { Outcome } from '../model/measure.ts';
import type { RecordedStep } from '../model/recorded-step.ts';
import type { AskedGuard, Rejection } from '../model/step.ts';
import type { Instant } from '../model/time.ts';
import type { Replayed, Unheard } from './replay-plan.ts';

/** How a plan ended, or where it waits. */
export interface Ending {
  ended: boolean;
  ending: string | null;
  stage: string[];
  outcome: Outcome | null;
  score: number | null;
  /** Titles, in the order in which they were given. */
  rewards: string[];
  interventions: string[];
  at: Instant | null;
}

/** One of the two ways at the place where they part. */
export interface Way {
  at: Instant;
  event: PlanEvent;
  entered: string[];
  asked: AskedGuard[];
}

export interface Parting {
  /** Null on the side that has come to its end by then. */
  recorded: Way | null;
  replayed: Way | null;
  /** Why the version did not follow the recorded event, when it did not. */
  unheard: Unheard | null;
}

export interface ReplayVerdict {
  /** Whether both ended, or wait, alike: ending, stage, outcome, score, rewards and interventions. */
  same: boolean;
  recorded: Ending;
  replayed: Ending;
  /** Null when both went the same way, if not at the same time. */
  parting: Parting | null;
  fault: Rejection | null;
}

const titlesOf = (steps: readonly RecordedStep[], type: 'reward' | 'intervene'): string[] =>
  steps.flatMap(({ effects }) => effects.flatMap((effect) => (effect.type === type ? [effect.title] : [])));

function endingOf(steps: readonly RecordedStep[]): Ending {
  const last = steps.at(-1);
  const end = last?.effects.find((effect) => effect.type === 'end-plan');
  return {
    ended: end !== undefined,
    ending: end?.ending ?? null,
    stage: last?.stage ?? [],
    outcome: last?.outcome ?? null,
    score: last?.score ?? null,
    rewards: titlesOf(steps, 'reward'),
    interventions: titlesOf(steps, 'intervene'),
    at: last?.at ?? null,
  };
}

/** Steps that led somewhere; the others only noted something. */
const movesIn = (steps: readonly RecordedStep[]): RecordedStep[] =>
  steps.filter(({ moves }) => moves.entered.length > 0 || moves.left.length > 0);

const wayOf = (step: RecordedStep | undefined): Way | null =>
  step ? { at: step.at, event: step.event, entered: step.moves.entered, asked: step.moves.asked } : null;

const goesAlike = (a: RecordedStep, b: RecordedStep): boolean =>
  a.event.type === b.event.type && JSON.stringify(a.moves.entered) === JSON.stringify(b.moves.entered);

function partingOf(recorded: readonly RecordedStep[], replayed: Replayed): Parting | null {
  const [before, after] = [movesIn(recorded), movesIn(replayed.steps)];
  const length = Math.max(before.length, after.length);
  for (let index = 0; index < length; index++) {
    const [a, b] = [before[index], after[index]];
    if (a && b && goesAlike(a, b)) continue;
    const unheard = a ? replayed.unheard.find(({ event }) => event.id === a.event.id) : undefined;
    return { recorded: wayOf(a), replayed: wayOf(b), unheard: unheard ?? null };
  }
  return null;
}

const withoutTime = ({ at: _, ...ending }: Ending): string => JSON.stringify(ending);

export function compareReplay(recorded: readonly RecordedStep[], replayed: Replayed): ReplayVerdict {
  const [before, after] = [endingOf(recorded), endingOf(replayed.steps)];
  return {
    same: withoutTime(before) === withoutTime(after) && replayed.fault === null,
    recorded: before,
    replayed: after,
    parting: partingOf(recorded, replayed),
    fault: replayed.fault,
  };
}
