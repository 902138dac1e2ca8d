// What is written in another way and means the same is no change of behaviour; what may mean something else is one.
import { describe, expect, test } from 'vitest';
import { behavesAlike, type Cycle, compareCycles } from '../../../engine/index.ts';
import { makeCycle } from '../../support/given.ts';

interface Given {
  guard?: string;
  delay?: string;
  value?: string;
  due?: string;
  remind?: string;
  cell?: string;
  start?: string;
}

const cycle = ({
  guard = 'round < 3',
  delay = 'P7D',
  value = '1',
  due = 'P10D',
  remind = '-P2D',
  cell = '< 3',
  start = 'a',
}: Given): Cycle =>
  makeCycle({
    variables: { x: 0, delay: start },
    initial: 'plan',
    decisions: {
      pay: {
        logic: {
          kind: 'table',
          hit: 'F',
          inputs: [{ expression: 'round' }],
          outputs: [{ type: 'string' }],
          rules: [{ when: [cell], give: ['"a"'] }],
        },
      },
    },
    stages: {
      plan: {
        tasks: {
          agree: { title: 'Agree', assignee: 'manager', form: 'plan-agreement', due, remind: [remind] },
        },
        on: { 'task.agree.completed': [{ to: 'done', guard, do: [{ do: 'set', variable: 'x', value }] }] },
        after: [{ delay, to: 'done' }],
      },
      done: { type: 'final', outcome: 'met' },
    },
  } as Pick<Cycle, 'initial' | 'stages'>);

const aspects = (old: Given, other: Given): string[] =>
  compareCycles(cycle(old), cycle(other)).map(({ aspect }) => aspect);

const same: [Given, Given][] = [
  [{ guard: 'round < 3' }, { guard: 'round<3' }],
  [{ guard: 'round < 3' }, { guard: '(round < (3))' }],
  [{ guard: 'round < 3' }, { guard: 'round < 3 // at most three' }],
  [{ guard: 'a and b and c' }, { guard: '(a and b) and c' }],
  [{ value: 'x + 1' }, { value: 'x+1' }],
  [{ delay: 'P7D' }, { delay: 'P1W' }],
  [{ delay: 'P30D' }, { delay: 'P4W2D' }],
  [{ delay: 'PT60M' }, { delay: 'PT1H' }],
  [{ delay: 'P12M' }, { delay: 'P1Y' }],
  [{ due: 'P14D' }, { due: 'P2W' }],
  [{ remind: '-P7D' }, { remind: '-P1W' }],
  [{ cell: '< 3' }, { cell: '<3' }],
];

const different: [Given, Given][] = [
  [{ guard: 'round < 3' }, { guard: 'round <= 3' }],
  [{ guard: 'x = 3' }, { guard: 'x = "3"' }],
  [{ guard: 'x = "a b"' }, { guard: 'x = "a  b"' }],
  [{ guard: 'a - (b - c)' }, { guard: 'a - b - c' }],
  [{ guard: 'x != 1' }, { guard: 'not(x = 1)' }],
  [{ delay: 'P7D' }, { delay: 'PT168H' }],
  [{ delay: 'P1D' }, { delay: 'PT24H' }],
  [{ delay: 'P1M' }, { delay: 'P30D' }],
  [{ delay: 'P7D' }, { delay: '7bd' }],
  [{ delay: '5bd' }, { delay: 'P1W' }],
  [{ remind: '-P7D' }, { remind: 'P7D' }],
  [{ cell: '< 3' }, { cell: '<= 3' }],
  // A text that a variable begins with is no span, whatever the variable is called.
  [{ start: 'P7D' }, { start: 'P1W' }],
];

describe('is only written in another way:', () => {
  test.each(same)('%j and %j', (old, other) => {
    expect(aspects(old, other)).toEqual(['wording']);
    expect(behavesAlike(compareCycles(cycle(old), cycle(other)))).toBe(true);
  });
});

describe('is another behaviour:', () => {
  test.each(different)('%j and %j', (old, other) => {
    expect(aspects(old, other)).toEqual(['behaviour']);
  });
});
