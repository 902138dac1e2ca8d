import { describe, expect, test } from 'vitest';
import { shortestWayTo } from '../../../editor/ways/stage-ways.ts';
import { wayOfProblem } from '../../../editor/ways/way-of-problem.ts';
import { type Cycle, checkCycle, type Problem } from '../../../engine/index.ts';

const after = (delay: string, to: string) => ({ after: [{ delay, to }] });
const cycle: Cycle = {
  schema: 'cycle/1',
  id: 'ways',
  name: 'Ways',
  initial: 'plan',
  stages: {
    plan: { name: 'Plan', ...after('P1D', 'work') },
    work: {
      name: 'Work',
      initial: 'try',
      stages: {
        try: { name: 'Try', on: { failed: [{ to: 'again' }], stuck: [{ to: 'stuck' }] } },
        again: { name: 'Again', ...after('P1D', 'try') },
        tried: { type: 'final', name: 'Tried' },
      },
      onDone: [{ to: 'done' }],
      ...after('P9D', 'done'),
    },
    stuck: { name: 'Stuck' },
    lost: { name: 'Lost', ...after('P1D', 'found') },
    found: { name: 'Found', ...after('P1D', 'done') },
    done: { type: 'final', name: 'Done', outcome: 'met' },
  },
};

const problems = checkCycle(cycle);
const problemAt = (code: string, pointer: string): Problem => {
  const found = problems.find((each) => each.code === code && each.pointer.startsWith(pointer));
  if (!found)
    throw new Error(`No ${code} at ${pointer}: ${problems.map((each) => `${each.code} ${each.pointer}`)}`);
  return found;
};

describe('the way that shows a problem', () => {
  test('leads to a dead end with its steps numbered', () => {
    const way = wayOfProblem(cycle, problemAt('CYC-02', '/stages/stuck'));
    expect(way?.words).toMatch(/^Plan → Try → Stuck\. /);
    expect(way?.overlay).toEqual({
      active: ['stuck'],
      visited: [
        { stage: 'plan', order: 1 },
        { stage: 'try', order: 2 },
        { stage: 'stuck', order: 3 },
      ],
      transitions: ['/stages/plan/after/0', '/stages/work/stages/try/on/stuck/0'],
      lit: ['/stages/work/stages/try/on/stuck/0'],
    });
  });

  test('says of a stage that nothing leads there, or only what is unreachable itself', () => {
    expect(wayOfProblem(cycle, problemAt('CYC-01', '/stages/lost'))?.words).toBe(
      'No transition leads to Lost.',
    );
    const found = wayOfProblem(cycle, { ...problemAt('CYC-01', '/stages/lost'), stage: 'found' });
    expect(found?.words).toBe('Only Lost leads to Found, and no plan comes there either.');
    expect(found?.overlay).toMatchObject({ active: ['found'], transitions: ['/stages/lost/after/0'] });
  });

  test('goes to a loop and once round it', () => {
    const round: Problem = {
      code: 'CYC-04',
      severity: 'error',
      pointer: '/stages/work/stages/again/after/0',
      stage: 'again',
      message: 'No bound.',
      lasso: {
        stem: ['/stages/plan', '/stages/plan/after/0'],
        loop: [
          '/stages/work/stages/try',
          '/stages/work/stages/try/on/failed/0',
          '/stages/work/stages/again',
          '/stages/work/stages/again/after/0',
        ],
      },
    };
    const way = wayOfProblem(cycle, round);
    expect(way?.words).toBe('Plan → Try, then round and round: Try → Again → Try. Nothing ends it.');
    expect(way?.overlay.visited.map(({ stage, order }) => `${order} ${stage}`)).toEqual([
      '1 plan',
      '2 try',
      '3 again',
      '4 try',
    ]);
    expect(way?.overlay.lit).toEqual([
      '/stages/work/stages/try/on/failed/0',
      '/stages/work/stages/again/after/0',
    ]);
  });

  test('shows an example with its values where it happens', () => {
    const gap: Problem = {
      code: 'CYC-03',
      severity: 'error',
      pointer: '/stages/stuck/on/outcome.below',
      stage: 'stuck',
      message: 'No branch is taken.',
      counterexample: { outcome: 'exceeds', round: 2 },
    };
    expect(wayOfProblem(cycle, gap)?.words).toBe(
      'Plan → Try → Stuck. There, with outcome = "exceeds", round = 2: No branch is taken.',
    );
  });

  test('is not there for problems that are no matter of ways', () => {
    const named: Problem = {
      code: 'CYC-06',
      severity: 'error',
      pointer: '/stages/plan',
      stage: 'plan',
      message: '',
    };
    expect(wayOfProblem(cycle, named)).toBeNull();
    expect(wayOfProblem(cycle, { ...named, code: 'CYC-01', stage: null })).toBeNull();
  });
});

test('a way goes into containers, out of them, and on when what is inside is done', () => {
  const stages = (to: string) => shortestWayTo(cycle, to)?.map(({ stage }) => stage);
  expect(stages('again')).toEqual(['plan', 'try', 'again']);
  expect(stages('done')?.at(-1)).toBe('done');
  expect(stages('plan')).toEqual(['plan']);
  expect(stages('found')).toBeUndefined();
});
