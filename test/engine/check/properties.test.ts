// What the check says of any cycle holds for the plans that go through it.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loopsIn, makeGraph, restingGroupsIn } from '../../../engine/check/graph.ts';
import {
  acceptedEvents,
  advance,
  type Cycle,
  checkCycle,
  compileCycle,
  type Plan,
  type Problem,
  startPlan,
} from '../../../engine/index.ts';
import { arbitraryCycle } from '../../support/arbitrary-cycle.ts';
import { monday, someFacts } from '../../support/given.ts';

const newPlan = { id: 'p', componentId: 'parks', period: { start: '2026-01-01', end: '2026-12-31' } };
const situation = { at: monday, facts: someFacts };

/** The plan after each of the steps that moved it. */
function plansOf(cycle: Cycle, picks: readonly number[]): Plan[] {
  const compiled = compileCycle(cycle, 1);
  const start = startPlan(compiled, newPlan, situation);
  if (start.kind === 'rejected') return [];
  const plans = [start.plan];
  for (const pick of picks) {
    const plan = plans.at(-1);
    if (!plan) break;
    const types = [...acceptedEvents(compiled, plan), ...Object.keys(plan.timers).map((id) => `timer.${id}`)];
    const type = types[pick % types.length] ?? 'go';
    const event = { id: `e${plan.revision}`, type, data: { result: { ok: pick % 3 > 0 } } };
    const step = advance(compiled, plan, event, situation);
    if (step.kind === 'moved') plans.push(step.plan);
  }
  return plans;
}

const isAt = (document: unknown, pointer: string): boolean => {
  const keys = pointer.split('/').slice(1);
  let at: unknown = document;
  for (const key of keys.map((raw) => raw.replaceAll('~1', '/').replaceAll('~0', '~'))) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return false;
    at = Reflect.get(at, key);
  }
  return true;
};

test('each problem points at a place in the document', () => {
  fc.assert(
    fc.property(arbitraryCycle, (cycle) => {
      const astray = checkCycle(cycle).filter(({ pointer }) => !isAt(cycle, pointer));
      expect(astray).toEqual([]);
    }),
    { numRuns: 200, seed: 20260105 },
  );
}, 60_000);

const isDeadEnd = ({ code, severity, message }: Problem): boolean =>
  severity === 'error' &&
  /^CYC-0[12]$/.test(code) &&
  /^(Nothing leads|With .* active, nothing|The stages)/.test(message);

test('no plan ends from a dead end', () => {
  let deadEnds = 0;
  fc.assert(
    fc.property(arbitraryCycle, fc.array(fc.nat(1000), { maxLength: 8 }), (cycle, picks) => {
      const plans = plansOf(cycle, picks);
      // Of several stages at once one may be elsewhere yet, and lead out.
      const dead = checkCycle(cycle)
        .filter((problem) => isDeadEnd(problem) && !problem.message.startsWith('With'))
        .map(({ stage }) => stage);
      const first = plans.findIndex(({ stage }) => stage.length === 1 && dead.includes(stage[0] ?? ''));
      if (first < 0) return;
      deadEnds += 1;
      expect(plans.slice(first).filter(({ status }) => status === 'ended')).toEqual([]);
    }),
    { numRuns: 120, seed: 20260105 },
  );
  expect(deadEnds).toBeGreaterThan(2);
}, 60_000);

describe('graphs', () => {
  const graphOf = (edges: Record<string, string>) =>
    makeGraph(Object.keys(edges), (node) => [...(edges[node] ?? '')]);

  test('loops are the groups that reach each other', () => {
    expect(loopsIn(graphOf({ a: 'b', b: 'ac', c: 'd', d: 'd', e: 'a', f: '' }))).toEqual([['a', 'b'], ['d']]);
  });

  test('resting groups are those that nothing leads out of', () => {
    expect(restingGroupsIn(graphOf({ a: 'b', b: 'ac', c: 'd', d: 'c', e: 'a', f: '' }))).toEqual([
      ['c', 'd'],
      ['f'],
    ]);
  });
});
