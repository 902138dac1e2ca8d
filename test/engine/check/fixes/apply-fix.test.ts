// Fixes: each removes the problem that it comes with, and adds no error.
import { describe, expect, test } from 'vitest';
import { applyFix, type Cycle, checkCycle, type Fix, type Problem } from '../../../../engine/index.ts';
import { loop, loopStages } from '../corpus/build.ts';
import { faultyCycles } from '../corpus/faulty.ts';

const line = ({ severity, code, pointer }: Problem): string => `${severity} ${code} ${pointer}`;
const errorsIn = (problems: readonly Problem[]): string[] =>
  problems.filter(({ severity }) => severity === 'error').map(line);

function fixed(cycle: Cycle, fix: Fix): Cycle {
  const result = applyFix(cycle, fix);
  if (result.kind === 'refused') throw new Error(`${fix.title}: ${result.reason}`);
  return result.cycle;
}

const offered = faultyCycles.flatMap(({ what, cycle, context = {}, says }) =>
  checkCycle(cycle, context)
    .filter((problem) => line(problem) === says)
    .flatMap((problem) =>
      (problem.fixes ?? []).map((fix) => ({ what, title: fix.title, cycle, context, problem, fix })),
    ),
);

test('most rules offer a fix', () => {
  const codes = new Set(offered.map(({ problem }) => problem.code));
  expect([...codes].sort()).toEqual([
    'CYC-01',
    'CYC-02',
    'CYC-03',
    'CYC-04',
    'CYC-05',
    'CYC-06',
    'CYC-07',
    'CYC-08',
    'CYC-11',
    'CYC-12',
    'CYC-13',
    'CYC-14',
    'CYC-15',
    'CYC-16',
    'CYC-17',
    'CYC-18',
    'CYC-19',
    'CYC-20',
    'CYC-21',
    'CYC-22',
    'DOC-accepts',
  ]);
});

describe('a fix mends what it is offered for', () => {
  test.each(offered)('$what: $title', ({ cycle, context, problem, fix }) => {
    const before = checkCycle(cycle, context);
    const after = checkCycle(fixed(cycle, fix), context);
    expect(after.map(line)).not.toContain(line(problem));
    expect(errorsIn(after).filter((error) => !errorsIn(before).includes(error))).toEqual([]);
  });
});

describe('the commands of a fix', () => {
  const cycle = loop();
  const apply = (...commands: Fix['commands']) => applyFix(cycle, { title: 'Change', commands });

  test('leave the cycle that they are applied to as it was', () => {
    const text = JSON.stringify(cycle);
    apply({ op: 'add', path: '/stages/work/kind', value: 'observe' });
    expect(JSON.stringify(cycle)).toBe(text);
  });

  test('add, replace and remove what they point at', () => {
    const result = apply(
      { op: 'add', path: '/stages/work/kind', value: 'observe' },
      { op: 'replace', path: '/stages/work/after/0/delay', value: 'P2M' },
      { op: 'add', path: '/stages/work/after/-', value: { delay: 'P1Y', to: 'done' } },
      { op: 'remove', path: '/stages/look/tasks/look/remind/0' },
    );
    expect(result.kind === 'fixed' && result.cycle.stages.work).toEqual({
      ...loopStages.work,
      kind: 'observe',
      after: [
        { delay: 'P2M', to: 'look' },
        { delay: 'P1Y', to: 'done' },
      ],
    });
    expect(JSON.stringify(result)).toContain('"remind":["-1bd"]');
  });

  test('reach keys with slashes and tildes in them', () => {
    const emits = loop({
      work: { ...loopStages.work, entry: [{ do: 'emit', event: 'e', data: { 'a/b~c': '1' } }] },
    });
    const result = applyFix(emits, {
      title: 'Change',
      commands: [{ op: 'replace', path: '/stages/work/entry/0/data/a~1b~0c', value: '2' }],
    });
    expect(JSON.stringify(result)).toContain('{"a/b~c":"2"}');
  });

  test.each([
    ['a place that is gone', { op: 'remove', path: '/stages/gone/tasks' } as const],
    ['a key that is not there', { op: 'replace', path: '/stages/work/kind', value: 'plan' } as const],
    ['an item past the end', { op: 'remove', path: '/stages/work/after/7' } as const],
    [
      'an item inside an item past the end',
      { op: 'add', path: '/stages/work/after/7/guard', value: 'true' } as const,
    ],
    ['the whole document', { op: 'replace', path: '', value: 1 } as const],
    ['a key inside text', { op: 'add', path: '/name/first', value: 'x' } as const],
  ])('are refused at %s', (_, command) => {
    expect(apply(command)).toEqual({
      kind: 'refused',
      reason: 'The cycle has changed where this would mend it. Check it again.',
    });
  });

  test('are refused when what they make is no cycle', () => {
    const result = apply({ op: 'replace', path: '/stages/work/after/0/delay', value: 7 });
    expect(result.kind).toBe('refused');
  });
});
