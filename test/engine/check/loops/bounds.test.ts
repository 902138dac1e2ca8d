// Bounds of loops, held against the engine: where the check proves them, no plan comes back to where it was with the
// same values, whatever people do and whenever timers fire.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  acceptedEvents,
  advance,
  type CompiledCycle,
  type Cycle,
  checkCycle,
  compileCycle,
  type Plan,
  startPlan,
} from '../../../../engine/index.ts';
import { monday, someFacts } from '../../../support/given.ts';
import { cycle, end, task } from '../corpus/build.ts';

const stageIds = ['s0', 's1', 's2'];
const set = (variable: string, value: string) => ({ do: 'set', variable, value });
const capped = [
  set('n', 'min(n + 1, 3)'),
  set('n', 'if n < 3 then n + 1 else n'),
  set('m', 'if m = null then 1 else m + 1'),
  set('since', 'string(today)'),
  set('seen', 'append(seen, 1)'),
];
const lookAlikes = [
  set('n', 'min(n + 1, 2)'),
  set('n', 'if n >= 2 then 0 else n + 1'),
  set('m', 'm + 1'),
  set('m', 'if m = null then 1 else m'),
  set('since', 'null'),
  set('seen', 'append(seen)'),
  set('seen', '[]'),
];
const up = [set('n', 'n + 1'), set('round', 'round + 1'), set('flag', 'true')];
const other = [set('n', 'n - 1'), set('n', '0'), set('flag', 'false')];
const guards = [
  'n < 3',
  'n >= 2',
  'round < 3',
  'round >= 3',
  'flag',
  'not(flag)',
  'n < 3 and not(flag)',
  'round < limit',
  'since = null',
];

/** A step that counts towards what its guard asks for, or anything else. */
const counting = [
  { guard: 'n < 3', do: [set('n', 'n + 1')] },
  { guard: 'round < 3', do: [set('round', 'round + 1')] },
  { guard: 'round < limit', do: [set('round', 'round + 1')] },
  { guard: 'not(flag)', do: [set('flag', 'true')] },
  { guard: 'n < 3', do: [set('n', 'min(n + 1, 3)')] },
  { guard: 'n < 3', do: [set('n', 'min(n + 1, 2)')] },
  { guard: 'm = null or m < 3', do: [set('m', 'if m = null then 1 else m + 1')] },
  { guard: 'm = null or m < 3', do: [set('m', 'm + 1')] },
  { guard: 'since = null', do: [set('since', 'string(today)')] },
  { guard: 'count(seen) < 2', do: [set('seen', 'append(seen, 1)')] },
  { guard: 'n < 3 and not(flag)', do: [set('n', 'n + 1'), set('round', 'round + 1')] },
];
const actions = fc.array(
  fc.oneof(
    { arbitrary: fc.constantFrom(...up), weight: 12 },
    { arbitrary: fc.constantFrom(...other), weight: 1 },
    { arbitrary: fc.constantFrom(...capped), weight: 2 },
    { arbitrary: fc.constantFrom(...lookAlikes), weight: 1 },
  ),
  { maxLength: 1 },
);
const guarded = fc.oneof(
  { arbitrary: fc.constantFrom(...counting), weight: 12 },
  { arbitrary: fc.record({ guard: fc.constantFrom(...guards), do: actions }), weight: 1 },
);
const back = (at: number) =>
  fc.tuple(fc.constantFrom(...stageIds.slice(0, at + 1)), guarded).map(([to, given]) => ({ to, ...given }));
const on = (at: number) =>
  fc.record(
    {
      to: fc.constantFrom(...stageIds.slice(at + 1), 'done'),
      guard: fc.constantFrom(...guards),
      do: actions,
    },
    { requiredKeys: ['to'] },
  );
const transitions = (at: number) =>
  fc
    .tuple(
      fc.array(fc.oneof(back(at), on(at)), { maxLength: 2 }),
      fc.constantFrom(...stageIds.slice(at + 1), 'done'),
    )
    .map(([some, to]) => [...some, { to }]);
const stage = (at: number) =>
  fc
    .record({
      completed: transitions(at),
      timer: fc.option(fc.oneof(back(at), on(at)), { freq: 2 }),
      always: fc.option(back(at), { freq: 8, nil: undefined }),
      entry: fc.option(actions, { freq: 3 }),
    })
    .map(({ completed, timer, always, entry }) => ({
      entry: entry ?? [],
      tasks: { [`t${at}`]: task('manager', 'feedback') },
      on: { [`task.t${at}.completed`]: completed },
      ...(timer ? { after: [{ ...timer, delay: 'P1D' }] } : {}),
      ...(always ? { always: [always] } : {}),
    }));

const countingCycle = fc
  .tuple(...stageIds.map((_, at) => stage(at)))
  .map((stages) =>
    cycle(
      { ...Object.fromEntries(stages.map((one, at) => [stageIds[at], one])), done: end('met') },
      { variables: { n: 0, limit: 3, flag: false, m: null, since: null, seen: [] } },
    ),
  );

const situation = { at: monday, facts: someFacts };
const newPlan = { id: 'p', componentId: 'parks', period: { start: '2026-01-01', end: '2026-12-31' } };
const maxPlaces = 80;

const placeOf = ({ stage: standing, variables, round, tasks, timers, status }: Plan): string =>
  JSON.stringify([standing, variables, round, Object.keys(tasks), Object.keys(timers), status]);

/** Null when the engine stops it: it never comes to rest. */
function stepsFrom(compiled: CompiledCycle, plan: Plan): Plan[] | null {
  if (plan.status === 'ended') return [];
  const timers = Object.keys(plan.timers).map((id) => `timer.${id}`);
  const steps = [...acceptedEvents(compiled, plan), ...timers].map((type) =>
    advance(compiled, plan, { id: 'e', type, data: { result: {} } }, situation),
  );
  if (steps.some((step) => step.kind === 'rejected' && step.reason.code === 'too-many-steps')) return null;
  return steps.flatMap((step) => (step.kind === 'moved' ? [step.plan] : []));
}

/** Whether a plan can come back to a place among the first many, or never comes to rest. */
function comesBack(document: Cycle): boolean {
  const compiled = compileCycle(document, 1);
  const start = startPlan(compiled, newPlan, situation);
  if (start.kind === 'rejected') return start.reason.code === 'too-many-steps';
  const targets = new Map<string, string[]>();
  const waiting: Plan[] = [start.plan];
  const seen = new Set([placeOf(start.plan)]);
  for (let plan = waiting.shift(); plan && seen.size < maxPlaces; plan = waiting.shift()) {
    const next = stepsFrom(compiled, plan);
    if (next === null) return true;
    targets.set(placeOf(plan), next.map(placeOf));
    waiting.push(...next.filter((moved) => !seen.has(placeOf(moved))));
    for (const moved of next) seen.add(placeOf(moved));
  }
  return hasCycle(targets);
}

function hasCycle(targets: ReadonlyMap<string, readonly string[]>): boolean {
  const state = new Map<string, 'open' | 'done'>();
  const visit = (node: string): boolean => {
    if (state.get(node) === 'open') return true;
    if (state.get(node) === 'done') return false;
    state.set(node, 'open');
    const found = (targets.get(node) ?? []).some(visit);
    state.set(node, 'done');
    return found;
  };
  return [...targets.keys()].some(visit);
}

test('no plan comes back to where it was, with the same values, in a cycle whose loops are proved to end', () => {
  const seen = { proved: 0, endless: 0 };
  fc.assert(
    fc.property(countingCycle, (document) => {
      const told = checkCycle(document).some(
        // A trap without an end is told of as such, and not as a loop.
        ({ code, severity }) => code === 'CYC-04' || (code === 'CYC-01' && severity === 'error'),
      );
      const back = comesBack(document);
      if (back) expect(told).toBe(true);
      seen.proved += told ? 0 : 1;
      seen.endless += back ? 1 : 0;
    }),
    { numRuns: 240, seed: 20260105 },
  );
  expect([seen.proved > 20, seen.endless > 40]).toEqual([true, true]);
}, 120_000);
