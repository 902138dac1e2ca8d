import { expect, test } from 'vitest';
import { comparePlanDocuments, type PlanDocument } from '../../../engine/index.ts';
import { aGoal, aMeasure, points } from '../score/given.ts';

const goal = aGoal({ id: 'safe', title: 'Playgrounds are safe', priority: 3 });
const measure = aMeasure({
  id: 'days',
  goalId: 'safe',
  title: 'Days to repair',
  direction: 'decrease',
  standards: points(10, 5, 2),
});
const document: PlanDocument = { goals: [goal], measures: [measure] };

test('a plan document has no difference from itself, nor from a later version with the same content', () => {
  const later = { goals: [{ ...goal, version: 2 }], measures: [{ ...measure, version: 7 }] };
  expect(comparePlanDocuments(document, later)).toEqual([]);
});

test('standards that were set anew are told with both', () => {
  const standards = points(8, 4, 2);
  const found = comparePlanDocuments(document, { ...document, measures: [{ ...measure, standards }] });
  expect(found).toEqual([
    expect.objectContaining({
      kind: 'standards-changed',
      aspect: 'behaviour',
      old: '/measures/0/standards',
      new: '/measures/0/standards',
      before: measure.standards,
      after: standards,
    }),
  ]);
  expect(found[0]?.message).toContain('The measure “Days to repair”: the standards are now {"kind":"points"');
});

test('another title is wording, another priority is behaviour', () => {
  const other = { ...goal, title: 'All playgrounds are safe', priority: 5 };
  expect(
    comparePlanDocuments(document, { ...document, goals: [other] }).map(({ aspect, message }) => [
      aspect,
      message,
    ]),
  ).toEqual([
    [
      'wording',
      'The goal “Playgrounds are safe”: the title is now “All playgrounds are safe” and was “Playgrounds are safe”.',
    ],
    ['behaviour', 'The goal “Playgrounds are safe”: the priority is now 5 and was 3.'],
  ]);
});

test('goals and measures that are new or gone are named, each where it stands', () => {
  const other: PlanDocument = {
    goals: [{ ...goal, id: 'green', title: 'Parks are green' }, goal],
    measures: [],
  };
  const found = comparePlanDocuments(document, other);
  expect(found.map(({ kind, old, new: place }) => [kind, old, place])).toEqual([
    ['goal-added', null, '/goals/0'],
    ['measure-removed', '/measures/0', null],
  ]);
  expect(
    comparePlanDocuments(other, document).map(({ kind, old, new: place }) => [kind, place, old]),
  ).toEqual([
    ['goal-removed', null, '/goals/0'],
    ['measure-added', '/measures/0', null],
  ]);
});
