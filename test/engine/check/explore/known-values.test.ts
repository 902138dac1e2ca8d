// What is known of values where a guard is asked, held against the engine: no plan is ever in a stage that is said to be
// unreachable, whatever is set on the way and whatever happens in whatever order.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  acceptedEvents,
  advance,
  type Cycle,
  checkCycle,
  compileCycle,
  type Plan,
  type Step,
  startPlan,
} from '../../../../engine/index.ts';
import { monday, someFacts } from '../../../support/given.ts';
import { count, cycle, end, nextRound, part, step, task, wait } from '../corpus/build.ts';

const feedback = task('manager', 'feedback');
const set = (variable: string, value: string, given: object = {}) => ({
  do: 'set',
  variable,
  value,
  ...given,
});
const c = wait('P1D', 'done');
const done = end('met');

const lines = (document: Cycle): string[] =>
  checkCycle(document)
    .filter(({ severity }) => severity !== 'info')
    .map(({ severity, code, pointer }) => `${severity} ${code} ${pointer}`);

const asking = (guard: string, given: object = {}) =>
  cycle(
    { a: step('t', feedback, [{ to: 'c', guard }, { to: 'done' }], given), c, done },
    { variables: { x: 0 } },
  );

const unreachable: [string, Cycle][] = [
  ['an outcome before any appraisal', asking('outcome = "below"')],
  ['a score before any appraisal', asking('score >= 100')],
  ['a round that nothing counts', asking('round > 5')],
  ['a value that is set on the only way', asking('x = 2', { entry: [set('x', '1')] })],
  ['a value that is set and counted on', asking('x = 3', { entry: [set('x', '1'), count('x')] })],
  [
    'a value that is the same on both ways',
    cycle(
      {
        a: step('t', feedback, [
          { to: 'b', guard: 'result.text = "yes"', do: [set('x', '1')] },
          { to: 'b', do: [set('x', '1', {})] },
        ]),
        b: step('u', feedback, [{ to: 'c', guard: 'x = 2' }, { to: 'done' }]),
        c,
        done,
      },
      { variables: { x: 0 } },
    ),
  ],
];

const reachable: [string, Cycle][] = [
  ['a value that a launch may have given', asking('x = 2')],
  ['an outcome after an appraisal', asking('outcome = "below"', { entry: [{ do: 'appraise' }] })],
  [
    'an appraisal that is perhaps done',
    asking('outcome = "below"', { entry: [{ do: 'appraise', guard: 'round < 3' }] }),
  ],
  ['a value that is set to a result', asking('x = "a"', { entry: [set('x', 'component.name')] })],
  [
    'a value that differs on two ways',
    cycle(
      {
        a: step('t', feedback, [
          { to: 'b', guard: 'result.text = "yes"', do: [set('x', '1')] },
          { to: 'b', do: [set('x', '2')] },
        ]),
        b: step('u', feedback, [{ to: 'c', guard: 'x = 2' }, { to: 'done' }]),
        c,
        done,
      },
      { variables: { x: 0 } },
    ),
  ],
  [
    'a round that is counted on',
    cycle({
      a: step('t', feedback, [
        { to: 'c', guard: 'round > 2' },
        { to: 'a', guard: 'round < 4 and result.text = "no"', do: [nextRound] },
        { to: 'done' },
      ]),
      c,
      done,
    }),
  ],
  [
    'a value that another part of a parallel stage sets meanwhile',
    cycle(
      {
        both: {
          type: 'parallel',
          stages: {
            one: part('one', feedback),
            two: {
              initial: 'two-open',
              stages: {
                'two-open': step('two', feedback, [{ to: 'two-done', do: [set('x', '2')] }]),
                'two-done': { type: 'final' },
              },
            },
          },
          entry: [set('x', '1')],
          onDone: [{ to: 'c', guard: 'x = 2' }, { to: 'done' }],
          on: { 'left.early': [{ to: 'c' }] },
        },
        c,
        done,
      },
      { variables: { x: 0 } },
    ),
  ],
];

describe('a stage is unreachable behind', () => {
  test.each(unreachable)('%s', (_, document) => {
    expect(lines(document)).toEqual(['error CYC-01 /stages/c']);
  });
});

describe('a stage is not said to be unreachable behind', () => {
  test.each(reachable)('%s', (_, document) => {
    expect(lines(document).filter((line) => line.includes('CYC-01'))).toEqual([]);
  });
});

test('a transition that is never taken alone is a warning that says what is known', () => {
  const document = cycle({
    a: step('t', feedback, [
      { to: 'c', guard: 'round > 5' },
      { to: 'c', guard: 'result.text = "yes"' },
      { to: 'done' },
    ]),
    c,
    done,
  });
  const [problem, ...more] = checkCycle(document).filter(({ severity }) => severity !== 'info');
  expect(more).toEqual([]);
  expect(problem).toMatchObject({
    code: 'CYC-03',
    severity: 'warning',
    pointer: '/stages/a/on/task.t.completed/0',
    message: 'This transition is never taken: whenever it is asked round is 1. Mend the guard or remove it.',
  });
});

const stageIds = ['s0', 's1', 's2', 's3'];
const guards = [
  'x = 1',
  'x = 2',
  'x != 2',
  'x = null',
  'y = "a"',
  'y = "b"',
  'round = 1',
  'round = 2',
  'round > 2',
  'outcome = null',
  'outcome = "below"',
  'outcome != "below"',
  'score < 50',
  'coverage = null',
  'not(x = 1)',
  'x = 1 and y = "a"',
];
const deed = fc.oneof(
  fc.constantFrom(
    set('x', '1'),
    set('x', '2'),
    set('x', 'null'),
    set('x', 'x + 1'),
    set('y', '"a"'),
    set('y', '"b"'),
    set('round', 'round + 1'),
    set('round', '2'),
    set('round', '1.5'),
    set('x', '2', { guard: 'y = "a"' }),
    set('y', 'if x = 1 then "b" else "a"'),
  ),
  fc.constant({ do: 'appraise' }),
);
const deeds = fc.array(deed, { maxLength: 2 });
const transition = fc.record(
  { to: fc.constantFrom(...stageIds, 'done'), guard: fc.constantFrom(...guards), do: deeds },
  { requiredKeys: ['to', 'guard'] },
);
const transitions = fc
  .tuple(fc.array(transition, { minLength: 1, maxLength: 3 }), fc.constantFrom(...stageIds, 'done'))
  .map(([some, to]) => [...some, { to }]);
const leaf = (key: string) =>
  fc.record({
    entry: deeds,
    exit: fc.oneof(fc.constant([]), deeds),
    tasks: fc.constant({ [key]: feedback }),
    on: transitions.map((list) => ({ [`task.${key}.completed`]: list })),
    after: transitions.map(([first]) => [{ ...first, delay: 'P1D' }]),
  });
/** One of the stages holds two that begin with what is done on the way in. */
const box = fc.tuple(leaf('t0'), leaf('t9'), deeds, deeds).map(([one, other, begin, entry]) => ({
  initial: 'inner',
  entry,
  begin: { do: begin },
  stages: { inner: one, other },
}));
const followed = fc
  .tuple(fc.oneof(leaf('t0'), box), ...stageIds.slice(1).map((_, at) => leaf(`t${at + 1}`)), deeds)
  .map(([s0, s1, s2, s3, begin]) =>
    cycle({ s0, s1, s2, s3, done }, { begin: { do: begin }, variables: { x: 0, y: 'c' } }),
  );

const situation = { at: monday, facts: someFacts };
const plan = { id: 'p', componentId: 'parks', period: { start: '2026-01-01', end: '2026-12-31' } };

function enteredIn(document: Cycle, picks: readonly number[], variables: Plan['variables']): Set<string> {
  const compiled = compileCycle(document, 1);
  const entered = new Set<string>();
  let at: Plan | null = null;
  const note = (next: Step): void => {
    if (next.kind !== 'moved') return;
    for (const stage of next.moves.entered) entered.add(stage);
    at = next.plan;
  };
  note(startPlan(compiled, { ...plan, variables }, situation));
  for (const pick of picks) {
    const now: Plan | null = at;
    if (now === null || (now as Plan).status === 'ended') break;
    const timers = Object.keys((now as Plan).timers).map((id) => `timer.${id}`);
    const coming = [...acceptedEvents(compiled, now), ...timers];
    const type = coming[pick % Math.max(1, coming.length)];
    if (type !== undefined) note(advance(compiled, now, { id: 'e', type, data: { result: {} } }, situation));
  }
  return entered;
}

test('whatever happens, no plan is ever in a stage that is said to be unreachable', () => {
  let told = 0;
  let moved = 0;
  const sequences = fc.array(
    fc.tuple(
      fc.array(fc.nat(11), { minLength: 4, maxLength: 12 }),
      fc.record({ x: fc.constantFrom(0, 1, 2, null), y: fc.constantFrom('a', 'b', 'c') }),
    ),
    { minLength: 6, maxLength: 6 },
  );
  fc.assert(
    fc.property(followed, sequences, (document, all) => {
      const problems = checkCycle(document);
      const closed = problems.flatMap(({ code, stage, severity, message }) =>
        code === 'CYC-01' && severity === 'error' && message.startsWith('No transition') ? [stage ?? ''] : [],
      );
      const never = new Set(
        problems.flatMap(({ message, pointer }) =>
          message.includes('whenever it is asked') ? [pointer] : [],
        ),
      );
      told += closed.length + never.size;
      for (const [picks, variables] of all) {
        const entered = enteredIn(document, picks, variables);
        moved += entered.size;
        expect(closed.filter((stage) => entered.has(stage))).toEqual([]);
      }
    }),
    { numRuns: 150, seed: 20260107 },
  );
  expect([told > 60, moved > 1500]).toEqual([true, true]);
}, 120_000);
