// Whether a plan would have gone otherwise under another version, and where the two ways part.
import type { Outcome } from '../model/measure.ts';
import type { RecordedStep } from '../model/recorded-step.ts';
import type { Rejection } from '../model/step.ts';
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

export interface Parting {
  /** Null on the side that has come to its end by then, or waits. */
  recorded: RecordedStep | null;
  replayed: RecordedStep | null;
  /** The version took the recorded event, and it led nowhere there. */
  noted: RecordedStep | null;
  /** Why the version did not take the recorded event, when it did not. */
  unheard: Unheard | null;
  /** The recorded event answers a task that the version had not opened, or not as often. */
  unasked: boolean;
}

export interface ReplayVerdict {
  /** Whether both ended, or wait, alike: ending, stage, outcome, score, rewards and interventions. */
  same: boolean;
  recorded: Ending;
  replayed: Ending;
  /** Null when both went the same way and came to the same, if not at the same time. */
  parting: Parting | null;
  fault: Rejection | null;
}

/** What two ways are compared by: which of their steps count, and when two of those are alike. */
interface Measure {
  among(steps: readonly RecordedStep[]): RecordedStep[];
  alike(a: RecordedStep, b: RecordedStep): boolean;
}

const titlesIn = ({ effects }: RecordedStep, type: 'reward' | 'intervene'): string[] =>
  effects.flatMap((effect) => (effect.type === type ? [effect.title] : []));

function endingOf(steps: readonly RecordedStep[]): Ending {
  const last = steps.at(-1);
  const end = last?.effects.find((effect) => effect.type === 'end-plan');
  return {
    ended: end !== undefined,
    ending: end?.ending ?? null,
    stage: last?.stage ?? [],
    outcome: last?.outcome ?? null,
    score: last?.score ?? null,
    rewards: steps.flatMap((step) => titlesIn(step, 'reward')),
    interventions: steps.flatMap((step) => titlesIn(step, 'intervene')),
    at: last?.at ?? null,
  };
}

const leads = ({ moves }: RecordedStep): boolean => moves.entered.length > 0 || moves.left.length > 0;

/** What a step gives besides where it leads. */
const givesOf = (step: RecordedStep): string =>
  JSON.stringify([step.outcome, step.score, titlesIn(step, 'reward'), titlesIn(step, 'intervene')]);

const byStages: Measure = {
  among: (steps) => steps.filter(leads),
  alike: (a, b) =>
    a.event.type === b.event.type && JSON.stringify(a.moves.entered) === JSON.stringify(b.moves.entered),
};

/** Steps that changed something; the others only noted that an event came. */
function changesIn(steps: readonly RecordedStep[]): RecordedStep[] {
  const given = steps.map(givesOf);
  const nothing = JSON.stringify([null, null, [], []]);
  return steps.filter((step, index) => leads(step) || given[index] !== (given[index - 1] ?? nothing));
}

const byGifts: Measure = {
  among: changesIn,
  alike: (a, b) => a.event.type === b.event.type && givesOf(a) === givesOf(b),
};

function firstUnlike(
  recorded: readonly RecordedStep[],
  { steps, unheard, unused }: Replayed,
  { among, alike }: Measure,
): Parting | null {
  const [before, after] = [among(recorded), among(steps)];
  for (let index = 0; index < Math.max(before.length, after.length); index++) {
    const [a, b] = [before[index], after[index]];
    if (a && b && alike(a, b)) continue;
    return {
      recorded: a ?? null,
      replayed: b ?? null,
      noted: steps.find((step) => step.event.id === a?.event.id && !leads(step)) ?? null,
      unheard: unheard.find(({ event }) => event.id === a?.event.id) ?? null,
      unasked: unused.some(({ id }) => id === a?.event.id),
    };
  }
  return null;
}

const withoutTime = ({ at: _, ...ending }: Ending): string => JSON.stringify(ending);

export function compareReplay(recorded: readonly RecordedStep[], replayed: Replayed): ReplayVerdict {
  const [before, after] = [endingOf(recorded), endingOf(replayed.steps)];
  const same = withoutTime(before) === withoutTime(after) && replayed.fault === null;
  const parting = firstUnlike(recorded, replayed, byStages);
  return {
    same,
    recorded: before,
    replayed: after,
    // On one and the same way it is what was given there that differs.
    parting: parting ?? (same ? null : firstUnlike(recorded, replayed, byGifts)),
    fault: replayed.fault,
  };
}
