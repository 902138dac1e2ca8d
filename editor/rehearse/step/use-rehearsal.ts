// The rehearsal of one document on the screen. What is kept is what was given and done; where that leads is always
// worked out anew, so a change of the document or of what is given goes through the same steps again.
import { useEffect, useMemo, useState } from 'react';
import { type Cycle, compileCycle, type Given, type ScenarioStep } from '../../../engine/index.ts';
import { keepWalk, readWalk, type Walk } from './kept-walk.ts';
import { backTo, type Rehearsal, replay, stepsOf, take } from './rehearsal.ts';
import { sampleGiven } from './sample-given.ts';

export interface Rehearsing {
  walk: Walk;
  rehearsal: Rehearsal;
  /** Steps that were done before and that the plan does not take any more. */
  dropped: number;
  /** One after the other; what the plan does not take is kept in the log with the reason. */
  take(...steps: ScenarioStep[]): Rehearsal;
  backTo(count: number): void;
  give(given: Given): void;
}

export type RehearsalState =
  | { kind: 'on'; rehearsing: Rehearsing }
  | { kind: 'stuck'; why: string; reset(): void };

export function useRehearsal(cycle: Cycle, document: string): RehearsalState {
  const [walk, setWalk] = useState<Walk>(() => readWalk(document) ?? { given: sampleGiven(), steps: [] });
  const compiled = useMemo(() => compileCycle(cycle, 1), [cycle]);
  const { begun, dropped } = useMemo(() => replay(compiled, walk.given, walk.steps), [compiled, walk]);
  useEffect(() => keepWalk(document, walk), [document, walk]);
  if (begun.kind === 'stuck') return { ...begun, reset: () => setWalk({ given: sampleGiven(), steps: [] }) };
  const { rehearsal } = begun;
  const show = (next: Rehearsal): Rehearsal => {
    setWalk({ given: next.given, steps: stepsOf(next) });
    return next;
  };
  const rehearsing: Rehearsing = {
    walk,
    rehearsal,
    dropped,
    take: (...steps) => show(steps.reduce(take, rehearsal)),
    backTo: (count) => show(backTo(rehearsal, count)),
    give: (given) => setWalk({ given, steps: stepsOf(rehearsal) }),
  };
  return { kind: 'on', rehearsing };
}
