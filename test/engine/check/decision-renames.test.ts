import { expect, test } from 'vitest';
import { applyFix, type Cycle, checkCycle, decisionRenames } from '../../../engine/index.ts';
import { readCycle } from '../../support/sample-cycles.ts';

const cycle: Cycle = {
  schema: 'cycle/1',
  id: 'small',
  name: 'Small',
  initial: 'plan',
  variables: { limit: 4 },
  decisions: {
    good: { logic: { kind: 'expression', text: 'round < limit' } },
    'very good': { logic: { kind: 'expression', text: 'good and score > 110' } },
    rate: {
      logic: {
        kind: 'table',
        inputs: [{ expression: 'if good then 1 else 2', type: 'number' }],
        outputs: [{ type: 'string' }],
        rules: [
          { when: ['1'], give: ['"good"'], notes: ['good enough'] },
          { when: ['not(1)'], give: ['if very good then "good" else "bad"'] },
        ],
      },
    },
    hidden: { logic: { kind: 'expression', text: 'some good in goals satisfies good.met' } },
  },
  stages: {
    plan: {
      tasks: {
        agree: { title: 'Is it good?', assignee: 'if good then "owner" else "manager"', form: 'feedback' },
      },
      entry: [{ do: 'notify', to: 'owner', message: 'It is {{ good }}, and good.' }],
      on: {
        'task.agree.completed': [
          { to: 'end', guard: 'good and result.good = "good"' },
          { to: 'end', guard: 'very good' },
        ],
      },
    },
    end: { type: 'final', outcome: 'met' },
  },
};

test('a decision with another name is called so by every expression, and by nothing that only looks like it', () => {
  expect(
    decisionRenames(cycle, 'good', 'fine').map(({ path, ...rest }) => [path, 'value' in rest && rest.value]),
  ).toEqual([
    ['/stages/plan/on/task.agree.completed/0/guard', 'fine and result.good = "good"'],
    ['/stages/plan/entry/0/message', 'It is {{ fine }}, and good.'],
    ['/stages/plan/tasks/agree/assignee', 'if fine then "owner" else "manager"'],
    ['/decisions/very good/logic/text', 'fine and score > 110'],
    ['/decisions/rate/logic/inputs/0/expression', 'if fine then 1 else 2'],
  ]);
});

test('a name of several words is found as one', () => {
  expect(
    decisionRenames(cycle, 'very good', 'excellent').map((each) => ('value' in each ? each.value : null)),
  ).toEqual(['excellent', 'if excellent then "good" else "bad"']);
});

test('the sample that takes a decision is as sound under another name', () => {
  const sample = readCycle('organisation-loop.cycle.json');
  const [name = ''] = Object.keys(sample.decisions ?? {});
  const commands = decisionRenames(sample, name, 'what to do');
  expect(commands.length).toBeGreaterThan(0);
  const fixed = applyFix(sample, { title: '', commands });
  if (fixed.kind !== 'fixed') throw new Error(fixed.reason);
  const { decisions = {} } = fixed.cycle;
  const renamed = {
    ...fixed.cycle,
    decisions: Object.fromEntries(
      Object.entries(decisions).map(([key, each]) => [key === name ? 'what to do' : key, each]),
    ),
  };
  const errors = checkCycle(renamed).filter(({ severity }) => severity === 'error');
  expect(errors).toEqual([]);
});
