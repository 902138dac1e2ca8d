import { expect, test } from 'vitest';
import { asItStands, differencesToAgree } from '../../../engine/index.ts';
import { aGoal, aMeasure, points } from '../score/given.ts';

const link = { parentGoalId: 'above', mode: 'contributes', share: 1, contribution: null } as const;
const goal = aGoal({ alignments: [link] });
const measure = aMeasure();
const signed = { goals: [goal], measures: [measure] };

test.for<[what: string, goals: object, measures: object, kinds: string[]]>([
  ['another weight', { priority: 2 }, {}, ['goal-changed']],
  ['another standard', {}, { standards: points(0, 90, 120) }, ['standards-changed']],
  ['another measure', {}, { direction: 'decrease' }, ['measure-changed']],
  ['a goal that was taken out', { status: 'waived' }, {}, ['goal-changed']],
  ['a goal that is met', { status: 'met' }, {}, []],
  ['a link that was judged', { alignments: [{ ...link, contribution: 3 }] }, {}, []],
  ['one more revision with the same content', { version: 9 }, { version: 4 }, []],
])('%s is %s', ([, goals, measures, kinds]) => {
  const other = { goals: [{ ...goal, ...goals }], measures: [{ ...measure, ...measures }] };
  expect(differencesToAgree(signed, other).map(({ kind }) => kind)).toEqual(kinds);
});

test('a signed document goes on with how far its goals have come and the links of today', () => {
  const now = aGoal({ priority: 5, status: 'met', alignments: [{ ...link, contribution: 2 }] });
  expect(asItStands(signed, [now])).toEqual({
    goals: [{ ...goal, status: 'met', alignments: [{ ...link, contribution: 2 }] }],
    measures: [measure],
  });
});

test('a goal that is waived today still counts until that is agreed', () => {
  expect(asItStands(signed, [aGoal({ status: 'waived' })]).goals[0]?.status).toBe('open');
});
