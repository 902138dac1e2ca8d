// A measure that counts for only some days of the period cuts it for its own component, and for no other.
import { expect, test } from 'vitest';
import { type Measure, scoreOrganisation } from '../../../../engine/index.ts';
import { aGoal, aMeasure, anObservation, whole } from '../given.ts';

/** Two teams contribute to a goal of the department; one of them is measured by each of the measures. */
function scoresOf(measures: Partial<Measure>[]) {
  const link = { parentGoalId: 'top', mode: 'contributes', share: 1, contribution: 2 } as const;
  const scores = scoreOrganisation({
    components: [
      { id: 'dept', parentId: null, kind: 'department' },
      { id: 'dated', parentId: 'dept', kind: 'team' },
      { id: 'steady', parentId: 'dept', kind: 'team' },
    ],
    goals: [
      aGoal({ id: 'top', componentId: 'dept', scoreMode: 'children' }),
      aGoal({ id: 'g-dated', componentId: 'dated', alignments: [link] }),
      aGoal({ id: 'g-steady', componentId: 'steady', alignments: [link] }),
    ],
    measures: [
      aMeasure({ id: 'm-steady', goalId: 'g-steady' }),
      ...measures.map((one, index) => aMeasure({ id: `m-${index}`, goalId: 'g-dated', ...one })),
    ],
    observations: [
      anObservation({ id: 'steady', measureId: 'm-steady', componentId: 'steady', value: 60 }),
      ...measures.map((_, index) =>
        anObservation({
          id: `${index}`,
          measureId: `m-${index}`,
          componentId: 'dated',
          value: 40 + 60 * index,
        }),
      ),
    ],
    ...whole,
  });
  return Object.fromEntries([...scores].map(([id, { score }]) => [id, score]));
}

test('two measures that follow each other count by the days of each, and the department takes what came of it', () => {
  // 181 days of 40 and 184 days of 100: 70.2466. Beside it 60.
  const both = scoresOf([{ effectiveTo: '2025-06-30' }, { effectiveFrom: '2025-07-01' }]);
  expect(both).toEqual({ dated: 70.2466, steady: 60, dept: 65.1233 });
});

test('a measure that is in force on no day of the period counts nowhere', () => {
  const later = { effectiveFrom: '2026-01-01' };
  const earlier = { effectiveTo: '2024-12-31' };
  expect(scoresOf([{}, later])).toEqual({ dated: 40, steady: 60, dept: 50 });
  expect(scoresOf([{}, earlier])).toEqual({ dated: 40, steady: 60, dept: 50 });
  expect(scoresOf([later])).toEqual({ dated: null, steady: 60, dept: 60 });
});
