import { expect, test } from 'vitest';
import { companionsOf } from '../../../editor/gallery/companions.ts';
import { readCycle } from '../../support/sample-cycles.ts';

const annual = readCycle('templates/annual-appraisal.cycle.json');
const improvement = readCycle('templates/improvement-plan.cycle.json');
const okr = readCycle('quarterly-okr.cycle.json');

test('a template brings along the templates that it starts, unless there is such a cycle', () => {
  const all = [annual, improvement, okr];
  expect(companionsOf(annual, all, [])).toEqual([improvement]);
  expect(companionsOf(annual, all, ['improvement-plan'])).toEqual([]);
  expect(companionsOf(okr, all, [])).toEqual([]);
});
