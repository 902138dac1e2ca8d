import { expect, test } from 'vitest';
import type { PlanWhy } from '../../../editor/app/api/wire.ts';
import type { StageInOrder } from '../../../editor/app/words/stages-in-order.ts';
import { isInPeriod } from '../../../editor/inbox/page/in-period.ts';
import { openedBy } from '../../../editor/inbox/page/opened-by.ts';
import { stepsLeft } from '../../../editor/inbox/page/steps-left.ts';

const link = (revision: number, at: string): PlanWhy['links'][number] => ({
  revision,
  at,
  because: null,
  event: 'period.closed',
  transitions: [],
  guards: [],
  words: { cause: `Step ${revision}`, because: [], plain: [], effects: [] },
});

test('the step that opened a task is the last cause before it was there', () => {
  const links = [link(1, '2026-01-01'), link(4, '2026-02-01'), link(9, '2026-03-01')];
  expect(openedBy(links, '2026-02-01')?.revision).toBe(4);
  expect(openedBy(links, '2026-02-15')?.revision).toBe(4);
  expect(openedBy(links, '2025-12-01')).toBeNull();
});

const stage = (id: string, kind: StageInOrder['kind']): StageInOrder => ({
  id,
  name: id,
  kind,
  final: false,
});
const stages = [
  stage('a', 'plan'),
  stage('b', 'plan'),
  stage('c', 'observe'),
  stage('d', 'appraise'),
  stage('e', null),
];

test('the steps left are the kinds of stages that come after', () => {
  expect(stepsLeft(stages, 'c')).toEqual({ step: 2, all: 3, after: ['Appraise'] });
  expect(stepsLeft(stages, 'd')).toEqual({ step: 3, all: 3, after: [] });
});

test('a stage without a kind is no step of its own', () => {
  expect(stepsLeft(stages, 'e')).toBeNull();
  expect(stepsLeft(stages, 'gone')).toBeNull();
});

test.for([
  ['2026-01-01', '2026-03-31', true],
  ['2025-12-01', '2026-01-01', true],
  ['2025-10-01', '2025-12-31', false],
  ['2027-01-01', '2027-01-31', false],
] as const)('what was observed from %s to %s is evidence: %s', ([periodStart, periodEnd, isEvidence]) => {
  expect(isInPeriod({ periodStart, periodEnd }, { start: '2026-01-01', end: '2026-12-31' })).toBe(isEvidence);
});
