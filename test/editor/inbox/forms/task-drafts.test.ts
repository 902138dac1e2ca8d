// What is typed into the forms of goals, measures and standards, and what others change meanwhile.
import { expect, test } from 'vitest';
import { beginGoals, goalsNow, goalsResult } from '../../../../editor/inbox/forms/goals-draft.ts';
import {
  beginMeasures,
  measuresNow,
  measuresResult,
  type StandardsDraft,
  standardNow,
  standardsResult,
  withStandard,
} from '../../../../editor/inbox/forms/measures-draft.ts';
import { type Goal, goalDefaults, type Measure } from '../../../../engine/index.ts';

const goal: Goal = { ...goalDefaults, id: 'quick', componentId: 'permits', title: 'Be quick', priority: 40 };
const measure: Measure = {
  id: 'days',
  goalId: 'quick',
  version: 1,
  title: 'Days per permit',
  kind: 'number',
  unit: 'days',
  direction: 'decrease',
  timeAggregation: 'mean',
  standards: null,
  weight: 1,
  critical: false,
  missingPolicy: 'exclude',
  waived: false,
  dueFrom: null,
  source: 'register',
};
const asKept = <Draft>(draft: Draft): Draft => JSON.parse(JSON.stringify(draft));

test('an older draft gives back nothing that others have changed, and sends what was typed alone', () => {
  const draft = asKept(beginGoals({ goals: [goal] }));
  const typed = draft.goals.map((row) => ({ ...row, critical: true }));
  const byHr = { ...goal, version: 2, priority: 70, title: 'Be quick and right' };
  const { rows, clashes } = goalsNow(typed, { goals: [byHr] });
  expect(clashes.size).toBe(0);
  expect(rows).toMatchObject([{ priority: 70, title: 'Be quick and right', critical: true }]);
  expect(goalsResult({ goals: rows, comment: '' })).toEqual({
    goals: [{ id: 'quick', version: 2, critical: true }],
  });
});

test('a draft that was kept before drafts knew what they were read from asks what counts', () => {
  const [{ base: _, ...old } = { row: 1 }] = asKept(beginGoals({ goals: [goal] })).goals;
  const byHr = { ...goal, version: 2, priority: 70 };
  const { clashes } = goalsNow([old as never], { goals: [byHr] });
  expect(clashes.get(1)).toEqual([{ key: 'priority', mine: 40, theirs: 70 }]);
});

test('a goal without a dimension stays without one', () => {
  const { goals } = beginGoals({ goals: [goal] });
  expect(goals).toMatchObject([{ dimension: null }]);
  expect(goalsResult({ goals, comment: '' })).toEqual({ goals: [{ id: 'quick', version: 1 }] });
});

test('what of a measure was not typed is not sent', () => {
  const known = { goals: [goal], measures: [measure] };
  const typed = asKept(beginMeasures(known)).measures.map((row) => ({ ...row, weight: 3 }));
  const changed = { ...measure, version: 2, unit: 'working days' };
  const { rows, clashes } = measuresNow(typed, { ...known, measures: [changed] });
  expect(clashes.size).toBe(0);
  expect(measuresResult(rows)).toEqual({ measures: [{ id: 'days', version: 2, weight: 3 }] });
});

test('a measure may be given days on which it is in force, and they are sent alone', () => {
  const known = { goals: [goal], measures: [measure] };
  const typed = asKept(beginMeasures(known)).measures.map((row) => ({ ...row, effectiveFrom: '2026-07-01' }));
  expect(measuresResult(measuresNow(typed, known).rows)).toEqual({
    measures: [{ id: 'days', version: 1, effectiveFrom: '2026-07-01' }],
  });
  const dated = { ...known, measures: [{ ...measure, version: 2, effectiveTo: '2026-09-30' }] };
  const cleared = beginMeasures(dated).measures.map((row) => ({ ...row, effectiveTo: null }));
  expect(measuresResult(measuresNow(cleared, dated).rows)).toEqual({
    measures: [{ id: 'days', version: 2, effectiveTo: null }],
  });
});

test('days that end before they begin are told before anything is sent', () => {
  const days = { effectiveFrom: '2026-07-01', effectiveTo: '2026-06-30' };
  const { measures } = beginMeasures({ goals: [goal], measures: [{ ...measure, ...days }] });
  expect(measuresResult(measures)).toBe(
    'Days per permit would end before it begins. Set its last day later, or the first one earlier.',
  );
});

test('a draft from before there were days to give takes none away', () => {
  const known = { goals: [goal], measures: [{ ...measure, effectiveFrom: '2026-07-01' }] };
  const old = asKept(beginMeasures(known)).measures.map(({ effectiveFrom: _, base, ...row }) => {
    const { effectiveFrom: __, ...fields } = base!.fields;
    return { ...row, base: { ...base!, fields } };
  });
  expect(measuresResult(measuresNow(old as never, known).rows)).toEqual({
    measures: [{ id: 'days', version: 1 }],
  });
});

test('a standard that the writer never saw is not taken away, and one that both set is asked about', () => {
  const none: StandardsDraft = { standards: {}, base: {} };
  const standards = { kind: 'points', unacceptable: 40, meets: 20 } as const;
  const set = { ...measure, version: 2, standards };
  expect(standardsResult(none, [measure, set])).toEqual({ standards: [] });
  const mine = { ...standards, meets: 15 };
  const typed = withStandard(none, 'days', {
    ...standardNow(none, measure),
    fields: { standards: mine },
  });
  expect(standardsResult(typed, [measure])).toEqual({
    standards: [{ measureId: 'days', version: 1, standards: mine }],
  });
  expect(standardNow(asKept(typed), set).clashes).toEqual([{ key: 'standards', mine, theirs: standards }]);
});
