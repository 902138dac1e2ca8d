import { expect, test } from 'vitest';
import { type Component, type PlacedComponent, scoreWithParts } from '../../../engine/index.ts';
import { aGoal, aMeasure, anObservation, whole } from './given.ts';

const aComponent = (given: Pick<Component, 'id' | 'kind'>): PlacedComponent => ({ parentId: null, ...given });
const places = [
  { id: 'agency', parentId: 'city' },
  { id: 'unit-1', parentId: 'agency' },
  { id: 'unit-2', parentId: 'agency' },
];
const unit = (id: string, value: number) => ({
  goal: aGoal({ id: `g-${id}`, componentId: id }),
  measure: aMeasure({ id: `m-${id}`, goalId: `g-${id}` }),
  observation: anObservation({ id: `o-${id}`, measureId: `m-${id}`, componentId: id, value }),
});
const facts = (units: ReturnType<typeof unit>[]) => ({
  goals: units.map(({ goal }) => goal),
  measures: units.map(({ measure }) => measure),
  observations: units.map(({ observation }) => observation),
  ...whole,
});

test('a component without goals of its own has the mean of what is below it, however far', () => {
  const units = [unit('unit-1', 80), unit('unit-2', 110)];
  const score = scoreWithParts({ componentId: 'city', ...facts(units) }, places);
  expect(score).toMatchObject({ componentId: 'city', score: 95, outcome: 'below', coverage: 1, goals: [] });
});

test('a component with goals of its own is judged by them and not by its parts', () => {
  const units = [unit('city', 110), unit('unit-1', 80)];
  const score = scoreWithParts({ componentId: 'city', ...facts(units) }, places);
  expect(score).toMatchObject({ score: 110, outcome: 'meets' });
});

test('an organisation without goals of its own is what its departments are, and never the mean of its people', () => {
  const organisation = aComponent({ id: 'city', kind: 'organisation' });
  const input = facts([unit('unit-1', 80), unit('unit-2', 110)]);
  const scoreWith = (below: PlacedComponent[]) =>
    scoreWithParts({ componentId: 'city', components: [organisation], ...input }, below);
  const people: PlacedComponent[] = ['unit-1', 'unit-2'].map((id) => ({
    id,
    parentId: 'city',
    kind: 'employee',
  }));
  expect(scoreWith(people)).toMatchObject({ score: null, outcome: null, reason: 'no_goals' });
  const team: PlacedComponent = { id: 'agency', parentId: 'city', kind: 'team' };
  const inTeam = people.map((one) => ({ ...one, parentId: 'agency' }));
  expect(scoreWith([team, ...inTeam])).toMatchObject({ score: 95, outcome: 'below' });
});

test('a component with neither goals nor parts is not scored', () => {
  const score = scoreWithParts({ componentId: 'city', ...facts([]) }, []);
  expect(score).toMatchObject({ score: null, outcome: null, reason: 'no_goals' });
});
