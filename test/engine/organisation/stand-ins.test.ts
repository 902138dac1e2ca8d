import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isDecision,
  isOwnRating,
  isPersonal,
  type NamedSubstitute,
  type Presence,
  type Seat,
  taskKindOf,
  taskKinds,
  whoWorks,
} from '../../../engine/index.ts';

const named = (substituteId: string, more: Partial<NamedSubstitute> = {}): NamedSubstitute => ({
  substituteId,
  always: false,
  kind: null,
  ...more,
});
const away = (...substitutes: NamedSubstitute[]): Presence => ({ away: true, named: substitutes });
const there = (...substitutes: NamedSubstitute[]): Presence => ({ away: false, named: substitutes });
const seat = (more: Partial<Seat> = {}): Seat => ({
  personId: 'ann',
  kind: 'appraisal',
  above: [],
  barred: new Set(),
  ...more,
});
const worker = (people: Record<string, Presence>, more: Partial<Seat> = {}) =>
  whoWorks(seat(more), (id) => people[id]);

describe('who works a task', () => {
  test('is whose it is, while they are there', () => {
    expect(worker({ ann: there(named('bob')) })).toBe('ann');
  });

  test('is the substitute while they are away, and who stands in for that one', () => {
    expect(worker({ ann: away(named('bob')) })).toBe('bob');
    expect(worker({ ann: away(named('bob')), bob: away(named('cem')) })).toBe('cem');
  });

  test('is the next substitute when the first is away and has named nobody', () => {
    expect(worker({ ann: away(named('bob'), named('cem')), bob: away() })).toBe('cem');
  });

  test('is somebody named for good, also while they are there', () => {
    expect(worker({ ann: there(named('bob', { always: true })) })).toBe('bob');
    expect(worker({ ann: there(named('bob', { always: true })), bob: away() })).toBe('ann');
  });

  test('is whom they named for that kind of task before whom they named for all', () => {
    const ann = away(named('bob'), named('cem', { kind: 'appraisal' }));
    expect([worker({ ann }), worker({ ann }, { kind: 'goals' })]).toEqual(['cem', 'bob']);
  });

  test('is nobody whom it judges, and goes up then', () => {
    const ann = away(named('bob'));
    expect(worker({ ann }, { barred: new Set(['bob']), above: ['eva', 'fay'] })).toBe('eva');
    expect(worker({ ann, eva: away() }, { barred: new Set(['bob']), above: ['eva', 'fay'] })).toBe('fay');
  });

  test('is nobody when people name each other and nobody is above', () => {
    expect(worker({ ann: away(named('bob')), bob: away(named('ann')) })).toBe(null);
  });
});

const ids = ['ann', 'bob', 'cem', 'eva', 'fay'];
const presences = fc.dictionary(
  fc.constantFrom(...ids),
  fc.record({
    away: fc.boolean(),
    named: fc.array(
      fc.record({
        substituteId: fc.constantFrom(...ids),
        always: fc.boolean(),
        kind: fc.constantFrom(null, 'appraisal' as const, 'goals' as const),
      }),
      { maxLength: 3 },
    ),
  }),
);

test('whatever people have named, who works is there and may, and somebody works as long as one above may', () => {
  fc.assert(
    fc.property(presences, fc.subarray(ids), fc.subarray(ids), (people, barred, above) => {
      const found = worker(people, { barred: new Set(barred), above });
      if (found !== null)
        expect([people[found]?.away ?? false, barred.includes(found)]).toEqual([false, false]);
      const free = ['ann', ...above].some((id) => !people[id]?.away && !barred.includes(id));
      expect(found !== null || !free).toBe(true);
    }),
  );
});

test('an own view and a signature wait for who gives them; a decision is never gathering', () => {
  expect(taskKinds.filter((kind) => isPersonal(kind, 'manager'))).toEqual([
    'feedback',
    'self-appraisal',
    'acknowledgement',
  ]);
  expect([isPersonal('plan-agreement', 'owner'), isPersonal('plan-agreement', 'manager')]).toEqual([
    true,
    false,
  ]);
  expect(taskKinds.filter(isDecision)).toEqual([
    'plan-agreement',
    'appraisal',
    'calibration',
    'reward',
    'intervention',
    'nomination',
    'own-form',
  ]);
  expect([taskKindOf('goals'), taskKindOf({ type: 'object' })]).toEqual(['goals', 'own-form']);
});

test.each([
  ['appraisal', 'manager', 'calibration', 'role:hr', true],
  ['appraisal', 'manager', 'appeal', 'role:hr', true],
  ['appraisal', 'manager', 'plan-agreement', 'manager.manager', true],
  ['appraisal', 'manager', 'plan-agreement', 'manager', false],
  ['calibration', 'role:hr', 'appeal', 'role:hr', true],
  ['calibration', 'role:hr', 'plan-agreement', 'manager.manager', true],
  ['calibration', 'role:hr', 'plan-agreement', 'manager', false],
  ['calibration', 'role:hr', 'calibration', 'role:hr', false],
  ['calibration', 'role:hr', 'release', 'role:hr', false],
  ['self-appraisal', 'owner', 'appeal', 'role:hr', false],
] as const)('%s by %s and then %s as %s is a decision on a rating of one’s own: %s', (...row) => {
  const [work, relation, next, as, isOwn] = row;
  expect(isOwnRating({ work, relation }, { work: next, relation: as })).toBe(isOwn);
});
