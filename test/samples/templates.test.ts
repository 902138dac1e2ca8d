// The templates of the gallery: sound under the checks, tested by their own scenarios, and laid out.
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkCycle, formatCycle, testCycle } from '../../engine/index.ts';
import { readCycle, sampleText } from '../support/sample-cycles.ts';

const files = readdirSync(new URL('../../samples/templates/', import.meta.url)).sort();

test('with the three samples the gallery has the twelve cycles of performance management', () => {
  expect(files.map((file) => file.replace('.cycle.json', ''))).toEqual([
    'annual-appraisal',
    'continuous-check-in',
    'department-scorecard',
    'feedback-360',
    'improvement-plan',
    'mid-cycle-change',
    'process-review',
    'sales-quota',
    'team-health',
  ]);
});

describe.each(files)('%s', (file) => {
  const cycle = readCycle(`templates/${file}`);

  test('is named after its file, says what it is for, and is stored in canonical form', () => {
    expect(`${cycle.id}.cycle.json`).toBe(file);
    expect(cycle.description).toMatch(/\w+ \w+/);
    expect(formatCycle(cycle)).toBe(sampleText(`templates/${file}`));
  });

  test('has neither an error nor a warning', () => {
    expect(checkCycle(cycle).filter(({ severity }) => severity !== 'info')).toEqual([]);
  });

  test('has scenarios that pass and go through every stage and every transition', () => {
    const { scenarios, coverage } = testCycle(cycle);
    expect(scenarios.length).toBeGreaterThan(5);
    expect(scenarios.filter(({ passed }) => !passed)).toEqual([]);
    expect(coverage.stages.uncovered).toEqual([]);
    expect(coverage.transitions.uncovered).toEqual([]);
  });
});
