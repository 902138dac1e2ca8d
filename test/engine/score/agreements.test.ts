// Components are scored by what was agreed of each of them, also where their goals count in those of others.
import { expect, test } from 'vitest';
import { type Agreement, scoreComponent, scoreOrganisation } from '../../../engine/index.ts';
import { aGoal, aMeasure, anObservation, points, whole } from './given.ts';

const measureOf = (id: string, meets = 100) =>
  aMeasure({ id: `m-${id}`, goalId: id, standards: points(0, meets, 200) });
const reached = (id: string, componentId: string, value: number) =>
  anObservation({ id: `o-${id}`, measureId: `m-${id}`, componentId, value });
const contributes = (parentGoalId: string) => ({
  alignments: [{ parentGoalId, mode: 'contributes' as const, share: 1, contribution: null }],
});

/** A team with a goal to which those of two people contribute, in a department without goals, in a city. */
const places = [
  { id: 'city', parentId: null },
  { id: 'department', parentId: 'city' },
  { id: 'team', parentId: 'department' },
  { id: 'ann', parentId: 'team' },
  { id: 'ben', parentId: 'team' },
];
const team = aGoal({ id: 'team-goal', componentId: 'team', scoreMode: 'children' });
const ann = aGoal({ id: 'ann-goal', componentId: 'ann', ...contributes('team-goal') });
const ben = aGoal({ id: 'ben-goal', componentId: 'ben', ...contributes('team-goal') });
const facts = {
  goals: [team, ann, ben],
  measures: [measureOf('ann-goal', 50), measureOf('ben-goal')],
  observations: [reached('ann-goal', 'ann', 90), reached('ben-goal', 'ben', 60)],
  ...whole,
};
const version = (number: number, from: string, meets: number) => ({
  version: number,
  from,
  goals: [ann],
  measures: [measureOf('ann-goal', meets)],
});
const scores = (agreements: Agreement[], more: object = {}) => {
  const all = scoreOrganisation({ components: places, ...facts, agreements, ...more });
  return Object.fromEntries([...all].map(([id, { score }]) => [id, score]));
};

test('what one person agreed counts in all that is above them, and what is written now does not', () => {
  const agreements = [{ componentId: 'ann', agreed: [version(1, '2025-01-01', 100)] }];
  expect(scores(agreements)).toEqual({ ann: 90, ben: 60, team: 75, department: 75, city: 75 });
});

test('what was agreed anew counts by days below, and the whole of it above', () => {
  const agreed = [version(1, '2025-01-01', 100), version(2, '2025-07-01', 180)];
  const own = Number(((181 * 90 + 184 * 50) / 365).toFixed(4));
  const above = Number(((own + 60) / 2).toFixed(4));
  const { ann: annScore, ben: benScore, ...wholes } = scores([{ componentId: 'ann', agreed }]);
  expect([annScore, benScore]).toEqual([own, 60]);
  expect(Object.values(wholes).map((one) => Number(one).toFixed(3))).toEqual(
    Array.from({ length: 3 }, () => above.toFixed(3)),
  );
});

test('a plan comes to what the roll-up of its component comes to', () => {
  const agreements = [
    { componentId: 'ann', agreed: [version(1, '2025-01-01', 100), version(2, '2025-07-01', 180)] },
  ];
  const { score } = scoreComponent({ componentId: 'team', ...facts, agreements });
  expect(score).toBe(scores(agreements).team);
});

test('two components that contribute to each other are scored by what both have agreed', () => {
  const [a1, b2] = [
    aGoal({ id: 'a1', componentId: 'a', ...contributes('b1') }),
    aGoal({ id: 'b2', componentId: 'b', ...contributes('a2') }),
  ];
  const [a2, b1] = [
    aGoal({ id: 'a2', componentId: 'a', scoreMode: 'children' }),
    aGoal({ id: 'b1', componentId: 'b', scoreMode: 'children' }),
  ];
  const at = (number: number, from: string, meets: number) => ({
    ...{ version: number, from, goals: [a1, a2], measures: [measureOf('a1', meets)] },
  });
  const all = scoreOrganisation({
    components: ['a', 'b'].map((id) => ({ id, parentId: null })),
    goals: [a1, a2, b1, b2],
    measures: [measureOf('a1', 50), measureOf('b2')],
    observations: [reached('a1', 'a', 90), reached('b2', 'b', 60)],
    agreements: [{ componentId: 'a', agreed: [at(1, '2025-01-01', 100), at(2, '2025-07-01', 180)] }],
    ...whole,
  });
  const own = (181 * 90 + 184 * 50) / 365;
  expect(all.get('a')?.score).toBeCloseTo((own + 60) / 2, 3);
  expect(all.get('b')?.score).toBeCloseTo((own + 60) / 2, 3);
});

test('who moved counts in each part by what was agreed in those days', () => {
  const agreed = [version(1, '2025-01-01', 100), version(2, '2025-07-01', 180)];
  const agreements = [{ componentId: 'ann', agreed }];
  const alone = {
    ...facts,
    goals: [{ ...ann, alignments: [] }],
    observations: [reached('ann-goal', 'ann', 90)],
  };
  const plain = agreements.map((one) => ({
    ...one,
    agreed: one.agreed.map((each) => ({ ...each, goals: alone.goals })),
  }));
  const stations = [
    { componentId: 'ann', parentId: 'old', from: '2025-01-01' },
    { componentId: 'ann', parentId: 'new', from: '2025-07-01' },
  ];
  const components = [
    { id: 'old', parentId: null },
    { id: 'new', parentId: null },
    { id: 'ann', parentId: 'new' },
  ];
  const all = scoreOrganisation({ ...alone, components, stations, agreements: plain });
  expect(all.get('old')?.score).toBeCloseTo(90, 3);
  expect(all.get('new')?.score).toBeCloseTo(50, 3);
  expect(all.get('ann')?.score).toBeCloseTo((181 * 90 + 184 * 50) / 365, 3);
});
