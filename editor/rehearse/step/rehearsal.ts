// A rehearsal as a value: what is given, the steps taken by hand, and the plan after each. Every change gives a new
// one, so stepping back is cutting the log. Knows no React.
import {
  beginRehearsal,
  type CompiledCycle,
  type Given,
  type Play,
  playStep,
  type ScenarioStep,
} from '../../../engine/index.ts';
import { retell } from '../../language/index.ts';

export interface LogEntry {
  step: ScenarioStep;
  before: Play;
  /** The same as before when the plan said no. */
  after: Play;
  /** Why the plan did not take it. */
  refusal: string | null;
}

export interface Rehearsal {
  compiled: CompiledCycle;
  given: Given;
  first: Play;
  log: readonly LogEntry[];
}

export type Begun = { kind: 'ready'; rehearsal: Rehearsal } | { kind: 'stuck'; why: string };

export function begin(compiled: CompiledCycle, given: Given): Begun {
  const played = beginRehearsal(compiled, given);
  if (played.kind !== 'on') return { kind: 'stuck', why: retell(played.why) };
  return { kind: 'ready', rehearsal: { compiled, given, first: played.play, log: [] } };
}

export const playOf = ({ log, first }: Rehearsal): Play => log.at(-1)?.after ?? first;

/** Whether it is taken or refused is for the plan to say, whatever the step was before. */
export function take(rehearsal: Rehearsal, { refused: _, ...step }: ScenarioStep): Rehearsal {
  const before = playOf(rehearsal);
  const played = playStep(before, step);
  const entry: LogEntry =
    played.kind === 'on'
      ? { step, before, after: played.play, refusal: null }
      : { step, before, after: before, refusal: retell(played.why) };
  return { ...rehearsal, log: [...rehearsal.log, entry] };
}

/** As it was after so many steps. */
export const backTo = (rehearsal: Rehearsal, count: number): Rehearsal => ({
  ...rehearsal,
  log: rehearsal.log.slice(0, count),
});

export interface Replayed {
  begun: Begun;
  /** Steps from the first that the plan no longer takes. */
  dropped: number;
}

/** The same steps with something else given, or through another document; as far as the plan takes them. */
export function replay(compiled: CompiledCycle, given: Given, steps: readonly ScenarioStep[]): Replayed {
  const begun = begin(compiled, given);
  if (begun.kind === 'stuck') return { begun, dropped: steps.length };
  let { rehearsal } = begun;
  for (const [index, step] of steps.entries()) {
    const next = take(rehearsal, step);
    const isRefused = next.log.at(-1)?.refusal !== null;
    if (isRefused !== (step.refused === true))
      return { begun: { kind: 'ready', rehearsal }, dropped: steps.length - index };
    rehearsal = next;
  }
  return { begun: { kind: 'ready', rehearsal }, dropped: 0 };
}

/** What was done, as a scenario says it: a step that the plan did not take is one that it refuses. */
export const stepsOf = ({ log }: Rehearsal): ScenarioStep[] =>
  log.map(({ step, refusal }) => (refusal === null ? step : { ...step, refused: true }));

/** What a step would do, without doing it. */
export type Preview =
  | { kind: 'moves'; to: string[]; ends: boolean }
  | { kind: 'stays' }
  | { kind: 'no'; why: string };

export function preview(play: Play, step: ScenarioStep): Preview {
  const played = playStep(play, step);
  if (played.kind !== 'on') return { kind: 'no', why: retell(played.why) };
  const moves = played.play.moves.slice(play.moves.length);
  const ends = played.play.plan.status === 'ended';
  if (!ends && moves.every(({ entered }) => entered.length === 0)) return { kind: 'stays' };
  return { kind: 'moves', to: played.play.plan.stage, ends };
}
