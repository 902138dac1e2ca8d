// A place of a chart is worked out once and found again: that must be seen in nothing but time.
import { describe, expect, test } from 'vitest';
import {
  advance,
  type CompiledCycle,
  compileCycle,
  type Plan,
  type Stage,
  type Step,
  startPlan,
} from '../../../engine/index.ts';
import { makeCycle, monday, someFacts } from '../../support/given.ts';

const situation = { at: monday, facts: someFacts };
const period = { start: '2026-01-01', end: '2026-12-31' };

const start = (compiled: CompiledCycle): Step =>
  startPlan(compiled, { id: 'p', componentId: 'parks', period }, situation);
const send = (compiled: CompiledCycle, plan: Plan, type: string): Step =>
  advance(compiled, plan, { id: 'e', type, data: {} }, situation);

function planIn(step: Step): Plan {
  if (step.kind === 'rejected') throw new Error(JSON.stringify(step.reason));
  return step.plan;
}

const light = (number: number): [string, Stage] => [
  `light${number}`,
  {
    initial: `off${number}`,
    stages: {
      [`off${number}`]: { on: { [`switch${number}`]: [{ to: `on${number}` }] } },
      [`on${number}`]: { on: { [`switch${number}`]: [{ to: `off${number}` }] } },
    },
  },
];
/** Any combination of so many lights is a place of its own. */
const lights = (count: number) =>
  makeCycle({
    initial: 'all',
    stages: {
      all: {
        type: 'parallel',
        stages: Object.fromEntries(Array.from({ length: count }, (_, number) => light(number))),
      },
    },
  });

test('a plan goes right through more places than are kept', () => {
  const count = 13;
  const compiled = compileCycle(lights(count), 1);
  let plan = planIn(start(compiled));
  const isOn = Array.from({ length: count }, () => false);
  // Counting in Gray's code goes through all combinations, one switch at a time.
  for (let step = 1; step < 2 ** count; step++) {
    const number = Math.log2(step & -step);
    isOn[number] = !isOn[number];
    plan = planIn(send(compiled, plan, `switch${number}`));
    const expected = isOn.map((on, light) => `${on ? 'on' : 'off'}${light}`);
    expect(plan.stage.join(' ')).toBe(expected.join(' '));
  }
  const [again, anew] = [compiled, compileCycle(lights(count), 1)].map((one) => send(one, plan, 'switch0'));
  expect(JSON.stringify(again)).toBe(JSON.stringify(anew));
});

describe('a plan that comes back from a store', () => {
  const compiled = compileCycle(lights(3), 1);
  const plan = planIn(send(compiled, planIn(start(compiled)), 'switch1'));

  const backwards = (value: unknown): unknown =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(
          Object.entries(value)
            .toReversed()
            .map(([key, item]) => [key, backwards(item)]),
        )
      : value;

  test('is the same plan, in whichever order its keys are', () => {
    const stored = backwards(plan) as Plan;
    expect(JSON.stringify(stored)).not.toBe(JSON.stringify(plan));
    expect(planIn(send(compiled, stored, 'switch2')).chart).toEqual(
      planIn(send(compiled, plan, 'switch2')).chart,
    );
  });

  test('is refused when its stages are not those of its place', () => {
    const moved: Plan = { ...plan, stage: ['off0', 'off1', 'off2'] };
    expect(send(compiled, moved, 'switch2')).toMatchObject({ reason: { code: 'cycle-mismatch' } });
  });
});

test('the place of one plan cannot be changed through another', () => {
  const compiled = compileCycle(lights(2), 1);
  const plan = planIn(start(compiled));
  expect(() => plan.stage.push('on0')).toThrow(TypeError);
  expect(() => Object.assign(plan.chart.value as object, { all: 'elsewhere' })).toThrow(TypeError);
  expect(planIn(start(compiled)).stage).toEqual(['off0', 'off1']);
});

test('the start of a plan is no transition of its cycle', () => {
  const step = start(compileCycle(lights(1), 1));
  expect(step).toMatchObject({ moves: { entered: ['all', 'light0', 'off0'], transitions: [] } });
});
