// The scenarios in the sample cycles: all pass, and together they go everywhere.
import { describe, expect, test } from 'vitest';
import { testCycle } from '../../engine/index.ts';
import { readCycle, sampleCycleFiles } from '../support/sample-cycles.ts';

describe.each(sampleCycleFiles)('%s', (file) => {
  const { scenarios, coverage } = testCycle(readCycle(file));

  test('has scenarios, and each passes', () => {
    expect(scenarios.length).toBeGreaterThan(10);
    expect(scenarios.filter(({ passed }) => !passed)).toEqual([]);
  });

  test('is gone through: every stage, and every transition', () => {
    expect(coverage.stages.uncovered).toEqual([]);
    expect(coverage.transitions.uncovered).toEqual([]);
  });
});

test('no small fault in the quarterly cycle goes unnoticed', () => {
  const { mutation } = testCycle(readCycle('quarterly-okr.cycle.json'), { mutants: 'all' });
  expect(mutation?.survivors).toEqual([]);
  expect(mutation?.total).toBeGreaterThan(90);
}, 60_000);
