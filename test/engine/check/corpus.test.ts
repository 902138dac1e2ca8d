// A corpus of cycles with one known fault each, and of cycles without any: the check finds the one, at its place,
// and nothing else; it has nothing to hold against the others.
import { describe, expect, test } from 'vitest';
import { checkCycle, type Problem } from '../../../engine/index.ts';
import { faultyCycles } from './corpus/faulty.ts';
import { soundCycles } from './corpus/sound.ts';

const line = ({ severity, code, pointer }: Problem): string => `${severity} ${code} ${pointer}`;
const transitionsIn = (pointers: readonly string[]): string[] =>
  pointers.filter((pointer) => /\/\d+$/.test(pointer));

test('the corpus is large enough to mean something', () => {
  expect(faultyCycles.length).toBeGreaterThanOrEqual(60);
  expect(soundCycles.length).toBeGreaterThanOrEqual(30);
  expect(new Set(faultyCycles.map(({ what }) => what)).size).toBe(faultyCycles.length);
});

describe('a faulty cycle is told of exactly once:', () => {
  test.each(faultyCycles)('$what', ({ cycle, says, context, round, example }) => {
    const problems = checkCycle(cycle, context);
    const shown = says.startsWith('info ')
      ? problems
      : problems.filter(({ severity }) => severity !== 'info');
    expect(shown.map(line)).toEqual([says]);
    const [problem] = shown;
    if (example) expect(problem?.counterexample).toEqual(example);
    if (round) expect(transitionsIn(problem?.lasso?.loop ?? []).toSorted()).toEqual(round.toSorted());
    if (problem?.code === 'CYC-04') expect(problem.lasso?.loop.length).toBeGreaterThan(1);
  });
});

describe('a sound cycle has no error:', () => {
  test.each(soundCycles)('$what', ({ cycle, context, warns = [] }) => {
    const problems = checkCycle(cycle, context).filter(({ severity }) => severity !== 'info');
    expect(problems.map(line)).toEqual(warns);
  });
});
