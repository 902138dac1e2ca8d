// What histories teach: durations, choices, outcomes and events of plans that are finished.
import { expect, test } from 'vitest';
import { type LearnedLine, learnAssumptions } from '../../../engine/index.ts';
import { makeCycle } from '../../support/given.ts';
import { alike, simulated } from './given.ts';

const draft = {
  initial: 'deciding',
  stages: {
    deciding: {
      tasks: { decide: { title: 'Decide', assignee: 'owner', form: 'plan-agreement' as const } },
      on: {
        'task.decide.completed': [
          { to: 'doing', guard: 'result.decision = "agreed"' },
          { to: 'deciding', do: [{ do: 'set' as const, variable: 'round', value: 'round + 1' }] },
        ],
      },
    },
    doing: {
      on: { 'data.arrived': [{ to: 'done', do: [{ do: 'appraise' as const }] }] },
      after: [{ delay: 'P90D', to: 'done' }],
    },
    done: { type: 'final' as const },
  },
};

const line = (day: string, type: string, more: Partial<LearnedLine> = {}): LearnedLine => ({
  at: `2026-${day}T09:00:00Z`,
  event: { type, data: {} },
  entered: [],
  round: 1,
  outcome: null,
  ...more,
});
const decided = (decision: string, comment = 'Fine') => ({
  type: 'task.decide.completed',
  data: { result: { decision, comment } },
});

const plans: LearnedLine[][] = [
  [
    line('01-05', 'plan.started', { entered: ['deciding'] }),
    line('01-07', '', { event: decided('returned'), entered: ['deciding'], round: 2, outcome: 'below' }),
    line('01-08', '', { event: decided('agreed'), entered: ['doing'], round: 2, outcome: 'below' }),
    line('01-15', 'data.arrived', { entered: ['done'], round: 2, outcome: 'meets' }),
  ],
  [
    line('02-01', 'plan.started', { entered: ['deciding'] }),
    line('02-04', '', { event: decided('agreed'), entered: ['doing'] }),
    line('02-11', 'timer.doing.0', { entered: ['done'], outcome: 'meets' }),
  ],
];

test('durations, choices, outcomes and outside events are those of the histories', () => {
  expect(learnAssumptions(makeCycle(draft), plans)).toEqual({
    durations: {
      tasks: { decide: { unit: 'days', of: { kind: 'empirical', values: [1, 2, 3] }, together: true } },
    },
    choices: { tasks: { decide: { decision: { returned: 1, agreed: 2 } } } },
    results: { kind: 'shares', below: 1 / 3, meets: 2 / 3, exceeds: 0, 'not-scored': 0 },
    events: { 'data.arrived': { every: { kind: 'exponential', mean: 20 } } },
  });
});

test('what a simulation does by itself, and what becomes of versions, is nothing from outside', () => {
  const [first] = plans;
  const lines = [
    ...(first ?? []).slice(0, 1),
    line('01-06', 'children.settled'),
    line('01-06', 'plan.migrated'),
    line('01-06', 'plan.migration-undone'),
    line('01-06', 'leave.started'),
    ...(first ?? []).slice(1),
  ];
  expect(Object.keys(learnAssumptions(makeCycle(draft), [lines]).events ?? {})).toEqual([
    'leave.started',
    'data.arrived',
  ]);
});

test('a task of several people takes as long as it took in all', () => {
  const asked = {
    initial: 'asking',
    stages: {
      asking: {
        tasks: { answer: { title: 'Answer', assignee: 'peers(9)', form: 'feedback' as const } },
        on: { 'task.answer.completed': [{ to: 'done' }] },
      },
      done: { type: 'final' as const },
    },
  };
  const answered = Array.from({ length: 9 }, (_, day) => [
    line('01-05', 'plan.started', { entered: ['asking'] }),
    line(`01-${String(6 + day).padStart(2, '0')}`, 'task.answer.completed', { entered: ['done'] }),
  ]);
  const assumptions = learnAssumptions(makeCycle(asked), answered);
  const { components, ...others } = alike(10, { parentId: 'whole' });
  const [unit] = components;
  const whole = { ...unit!, id: 'whole', parentId: null, facts: null };
  const organisation = { ...others, components: [whole, ...components] };
  const { days } = simulated(asked, { organisation, options: { repeats: 400 }, assumptions });
  expect(days!.mean.low).toBeLessThan(5);
  expect(days!.mean.high).toBeGreaterThan(5);
});

test('nothing is learned from nothing', () => {
  expect(learnAssumptions(makeCycle(draft), [])).toEqual({
    durations: { tasks: {} },
    choices: { tasks: {} },
    events: {},
  });
});

test('many values are thinned out evenly', () => {
  const long = Array.from({ length: 2_500 }, (_, days) => [
    line('01-05', 'plan.started', { entered: ['deciding'] }),
    {
      ...line('01-05', '', { event: decided('agreed') }),
      at: new Date(Date.UTC(2026, 0, 5 + days, 9)).toISOString(),
    },
  ]);
  const learned = learnAssumptions(makeCycle(draft), long).durations?.tasks?.decide?.of;
  if (learned?.kind !== 'empirical') throw new Error('It is not empirical.');
  expect(learned.values).toHaveLength(1_000);
  expect(learned.values[499]).toBeCloseTo(1_248, -1);
});

test('a simulation with what was learned takes as long as the plans did', () => {
  const assumptions = learnAssumptions(makeCycle(draft), plans);
  const { stages, roundShares } = simulated(draft, { organisation: alike(2_000), assumptions });
  const deciding = stages.find(({ stage }) => stage === 'deciding')!;
  // 1, 2 or 3 days each time, until two of three decisions let it go.
  expect(deciding.days!.mean.low).toBeLessThan(2);
  expect(deciding.days!.mean.high).toBeGreaterThan(2);
  expect(roundShares[0]!.share.value).toBeCloseTo(2 / 3, 1);
});
