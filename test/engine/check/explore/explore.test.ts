// Every standing that a plan can come to, held against the engine: what a bounded search with real steps enters is
// what the exploration says can be entered, no more and no less where no guard leaves it open.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  acceptedEvents,
  advance,
  type Cycle,
  checkCycle,
  compileCycle,
  type Plan,
  type Problem,
  type Step,
  startPlan,
} from '../../../../engine/index.ts';
import { arbitraryCycle, arbitraryStructure } from '../../../support/arbitrary-cycle.ts';
import { monday, someFacts } from '../../../support/given.ts';

const newPlan = { id: 'p', componentId: 'parks', period: { start: '2026-01-01', end: '2026-12-31' } };
const situation = { at: monday, facts: someFacts };
const maxPlaces = 400;
/** What only a pattern hears. */
const wide = ['go.on', 'outcome.unheard', 'whatever'];

interface Found {
  entered: Set<string>;
  ended: boolean;
  /**
   * A step that never comes to rest is refused, but only after thousands of small ones: the engine shows less
   * than the chart has, and each such step takes a second. The search ends at the first.
   */
  endless: boolean;
  complete: boolean;
}

const placeOf = ({ chart, tasks, timers, status }: Plan): string =>
  JSON.stringify([chart, Object.keys(tasks).sort(), Object.keys(timers).sort(), status]);

/** Breadth first over all that can come, each place once. */
function search(cycle: Cycle): Found {
  const compiled = compileCycle(cycle, 1);
  const found: Found = { entered: new Set(), ended: false, endless: false, complete: false };
  const seen = new Set<string>();
  const waiting: Plan[] = [];
  const note = (step: Step): void => {
    if (step.kind === 'rejected') {
      if (step.reason.code === 'too-many-steps') found.endless = true;
      return;
    }
    for (const stage of step.moves.entered) found.entered.add(stage);
    const place = placeOf(step.plan);
    if (seen.has(place)) return;
    seen.add(place);
    if (step.plan.status === 'ended') found.ended = true;
    else waiting.push(step.plan);
  };
  note(startPlan(compiled, newPlan, situation));
  for (let plan = waiting.shift(); plan && seen.size < maxPlaces; plan = waiting.shift()) {
    const timers = Object.keys(plan.timers).map((id) => `timer.${id}`);
    for (const type of new Set([...acceptedEvents(compiled, plan), ...wide, ...timers])) {
      if (found.endless) return found;
      note(advance(compiled, plan, { id: 'e', type, data: { result: { ok: true } } }, situation));
    }
  }
  return { ...found, complete: waiting.length === 0 };
}

const isUnreachable = ({ code, message, severity }: Problem): boolean =>
  code === 'CYC-01' && severity === 'error' && message.startsWith('No transition');
const runsAway = (problems: readonly Problem[]): boolean =>
  problems.some(
    ({ code, message }) => code === 'CYC-04' && /waits for nothing|repeats without end/.test(message),
  );

/** What is inside an unreachable container goes with it. */
const insideOf = (cycle: Cycle, id: string): string[] => {
  const within = (stages: Cycle['stages'], inside: boolean): string[] =>
    Object.entries(stages).flatMap(([key, stage]) => {
      const own = inside || key === id;
      const deeper = 'stages' in stage ? within(stage.stages, own) : [];
      return own && stage.type !== 'history' ? [key, ...deeper] : deeper;
    });
  return within(cycle.stages, false);
};

test('a stage is said to be unreachable exactly when no sequence of events enters it', () => {
  const seen = { proved: 0, unreachable: 0, ends: 0 };
  fc.assert(
    fc.property(arbitraryStructure, (cycle) => {
      const problems = checkCycle(cycle);
      if (runsAway(problems)) return;
      const found = search(cycle);
      if (found.endless) return;
      const closed = new Set(
        problems.filter(isUnreachable).flatMap(({ stage }) => insideOf(cycle, stage ?? '')),
      );
      expect([...found.entered].filter((stage) => closed.has(stage))).toEqual([]);
      if (!found.complete) return;
      const all = Object.keys(cycle.stages).flatMap((id) => insideOf(cycle, id));
      expect(all.filter((stage) => !found.entered.has(stage) && !closed.has(stage))).toEqual([]);
      const endless = problems.some(({ message }) => message.startsWith('No final stage can be reached'));
      expect(endless).toBe(!found.ended);
      seen.proved += 1;
      seen.unreachable += closed.size;
      seen.ends += found.ended ? 1 : 0;
    }),
    { numRuns: 150, seed: 20260105 },
  );
  expect([seen.proved > 90, seen.unreachable > 300, seen.ends > 20]).toEqual([true, true, true]);
}, 120_000);

test('whatever guards come to, no plan is ever in a stage that is said to be unreachable', () => {
  let unreachable = 0;
  fc.assert(
    fc.property(arbitraryCycle, (cycle) => {
      const problems = checkCycle(cycle);
      if (runsAway(problems)) return;
      const closed = new Set(
        problems.filter(isUnreachable).flatMap(({ stage }) => insideOf(cycle, stage ?? '')),
      );
      unreachable += closed.size;
      expect([...search(cycle).entered].filter((stage) => closed.has(stage))).toEqual([]);
    }),
    { numRuns: 75, seed: 20260106 },
  );
  expect(unreachable).toBeGreaterThan(5);
}, 120_000);
