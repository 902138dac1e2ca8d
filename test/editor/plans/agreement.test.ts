import { expect, test } from 'vitest';
import type { PlanVersion, PlanVersions } from '../../../editor/app/api/wire.ts';
import { agreementOf } from '../../../editor/plans/agreement/agreement-of.ts';
import { changesBetween } from '../../../editor/plans/agreement/version-words.ts';
import { aGoal, aMeasure, points } from '../../engine/score/given.ts';

const goal = aGoal({ id: 'speed', title: 'Repair quickly', priority: 60 });
const days = aMeasure({
  id: 'days',
  goalId: 'speed',
  title: 'Days to repair',
  unit: 'days',
  direction: 'decrease',
  standards: points(10, 5),
});
const first = { goals: [goal], measures: [days] };

test('a change is told from what to what, in words and not in data', () => {
  const second = {
    goals: [{ ...goal, priority: 70 }, aGoal({ id: 'care', title: 'Repair with care', priority: 30 })],
    measures: [{ ...days, standards: points(10, 4), direction: 'decrease' as const }],
  };
  expect(changesBetween(first, second).map(({ key: _, ...change }) => change)).toEqual([
    { kind: 'changed', about: 'Goal “Repair quickly”', field: 'Weight', before: '60', after: '70' },
    { kind: 'added', about: 'Goal “Repair with care”', field: null, before: null, after: 'weight 30' },
    {
      kind: 'changed',
      about: 'Measure “Days to repair”',
      field: 'Standard',
      before: 'Meets with at most 5\u00a0days, unacceptable at 10\u00a0days.',
      after: 'Meets with at most 4\u00a0days, unacceptable at 10\u00a0days.',
    },
  ]);
});

test('a day is told as days are, and not as data', () => {
  const second = { goals: [goal], measures: [{ ...days, effectiveFrom: '2026-07-01' }] };
  expect(changesBetween(first, second)).toMatchObject([
    { field: 'In force from', before: 'nothing', after: '1 Jul 2026' },
  ]);
});

test('what was taken out is told with what it said', () => {
  expect(changesBetween(first, { goals: [goal], measures: [] })).toMatchObject([
    { kind: 'removed', about: 'Measure “Days to repair”', before: expect.stringContaining('5\u00a0days') },
  ]);
});

const signature = (side: 'component' | 'manager', decision: 'agreed' | 'returned' = 'agreed') => ({
  id: `${side}-${decision}`,
  side,
  decision,
  comment: null,
  person: { id: side, name: side },
  onBehalfOf: null,
  at: '2026-02-01T00:00:00.000Z',
});
const version = (number: number, given: Partial<PlanVersion>): PlanVersion => ({
  version: number,
  at: '2026-01-01T00:00:00.000Z',
  changedBy: { id: 'ada', name: 'Ada' },
  reason: null,
  inForceAt: null,
  document: first,
  signatures: [],
  ...given,
});
const agreed = version(1, {
  inForceAt: '2026-02-01',
  signatures: [signature('component'), signature('manager')],
});
const both: PlanVersions['asked'] = ['component', 'manager'];
const of = (items: PlanVersion[], maySign: PlanVersions['maySign'] = ['manager'], asked = both) =>
  agreementOf({ items, now: items.at(-1)?.document ?? first, asked, maySign });

test('a plan that both sides agreed waits for nobody', () => {
  expect(of([agreed])).toEqual({
    inForce: agreed,
    waiting: null,
    waitsFor: [],
    only: null,
    missing: [],
    toSign: null,
  });
});

test('a changed plan waits for both, while the agreed version counts', () => {
  const changed = version(2, { document: { ...first, measures: [] } });
  expect(of([agreed, changed])).toEqual({
    inForce: agreed,
    waiting: changed,
    waitsFor: ['component', 'manager'],
    only: null,
    missing: ['component', 'manager'],
    toSign: { version: 2, sides: ['manager'] },
  });
});

test('who returned a version may still agree it, and who agreed has nothing more to sign', () => {
  const half = version(2, { signatures: [signature('manager', 'returned'), signature('manager')] });
  expect(of([agreed, half]).toSign).toBeNull();
  expect(of([agreed, half], ['component']).toSign).toEqual({ version: 2, sides: ['component'] });
});

test('a plan that nobody was asked to agree can be agreed as it is, by its two sides alone', () => {
  expect(of([]).toSign).toEqual({ version: 0, sides: ['manager'] });
  expect(of([], []).toSign).toBeNull();
});

test('a plan whose cycle asks one side waits for that side alone, and the other may sign all the same', () => {
  const acknowledged = version(1, { signatures: [signature('component')] });
  expect(of([acknowledged], ['manager'], ['component'])).toMatchObject({
    waitsFor: [],
    only: 'component',
    toSign: { version: 1, sides: ['manager'] },
  });
  expect(of([version(1, {})], [], ['component']).waitsFor).toEqual(['component']);
});
