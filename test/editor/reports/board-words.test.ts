import { expect, test } from 'vitest';
import type { BoardRow } from '../../../editor/app/api/wire.ts';
import { barLinesOf, isDrawn } from '../../../editor/reports/BoardReport.tsx';
import {
  completionWords,
  effectWords,
  feedbackWords,
  goalWords,
  groupWords,
  loadWords,
  methodsWords,
  overdueWords,
  raterWords,
} from '../../../editor/reports/board-words.ts';
import * as catalogue from '../../../editor/reports/catalogue.ts';
import { progressBoards } from '../../../editor/reports/catalogue.ts';
import { byTitle } from '../../../editor/reports/row-names.ts';
import { boardColumns } from '../../../server/reports/boards/board.ts';

const row = (id: string, values: Record<string, number | null>, more: Partial<BoardRow> = {}): BoardRow => ({
  ...{ id, name: id, detail: null, detailName: null, drill: null, withheld: false, values },
  ...more,
});

test('every number that a board shows is one that the server tells of it', () => {
  const { progressBoards: progress, resultBoards, ...single } = catalogue;
  const all = [...progress, ...resultBoards, ...Object.values(single)];
  expect(all.map(({ board }) => board).sort()).toEqual(
    Object.keys(boardColumns)
      .filter((board) => board !== 'dwell')
      .sort(),
  );
  for (const { board, columns } of all)
    expect(columns.map(({ key }) => key)).toEqual([...boardColumns[board]]);
});

test('completion names who has most still to be appraised', () => {
  const rows = [
    row('Max', { plans: 6, appraised: 5, acknowledged: 1 }),
    row('Deputy', { plans: 12, appraised: 4, acknowledged: 0 }),
  ];
  expect(completionWords(rows)).toBe(
    '9 of 18 plans are appraised and 1 acknowledged. Most are still to be appraised with Deputy: 8.',
  );
  expect(barLinesOf(progressBoards[0]!, rows)[1]).toEqual({ label: 'Deputy', appraised: 4, rest: 8 });
});

test('work that is overdue is counted, with where most of it is', () => {
  const rows = [
    row('Buildings', { overdue: 2, open: 3, longestDays: 10 }),
    row('Parks', { overdue: 0, open: 1 }),
  ];
  expect(overdueWords(rows)).toBe(
    '2 of 4 open tasks are overdue. Most are in Buildings: 2, the oldest for 10 days.',
  );
  expect(overdueWords([row('Parks', { overdue: 0, open: 1 })])).toBe('Nothing is overdue; 1 task is open.');
  expect(loadWords([row('Max', { open: 4, overdue: 1 })])).toBe(
    '1 person has 4 open tasks. Max has most: 4, 1 of them overdue.',
  );
});

test('what is nothing but noughts has no picture', () => {
  const effects = catalogue.resultBoards.find(({ board }) => board === 'effects')!;
  const given = row('A day off', { given: 1, followed: 0, better: 0, same: 0, worse: 0 });
  expect(isDrawn(effects, [given])).toBe(false);
  expect(isDrawn(effects, [given, row('Training', { given: 1, followed: 1, better: 1 })])).toBe(true);
});

test('where nobody has rated enough people there is nobody to compare', () => {
  const few = ['Max', 'Mia'].map((name) => row(name, { rated: 2, difference: null, flagged: 0 }));
  expect(raterWords(few)).toBe(
    'Nobody has rated five people or more, so that there is nobody to compare yet.',
  );
  expect(raterWords([row('Max', { rated: 9, difference: null, flagged: 0 })])).toBe(
    'One person alone has rated, so that there is nobody to compare them with yet.',
  );
});

test('a rater is told of when the rule marks one, with the direction', () => {
  const calm = row('Max', { rated: 6, difference: 0.1, flagged: 0 });
  expect(raterWords([calm, row('Mia', { rated: 3, difference: null, flagged: 0 })])).toBe(
    'Of 1 rater with five people or more, none is half a level away from the others.',
  );
  expect(raterWords([row('Deputy', { rated: 9, difference: -0.62, flagged: 1 }), calm])).toBe(
    '1 rater is half a level or more away from the others. Deputy is farthest: 0.62 of a level below. Look at what they saw before you move anything.',
  );
});

test('groups are compared when two are told of, and what is withheld is not one of them', () => {
  const told = row('f', { people: 10 }, { detail: 'look' });
  expect(groupWords([told, row('m', { people: 12 })])).toContain('four fifths of the best group: f.');
  expect(groupWords([row('f', { people: 9 }), row('m', { people: 12 })])).toBe(
    'No two groups have ten people or more: in fewer a single rating decides, and none is marked.',
  );
  expect(groupWords([told, row('m', {}, { withheld: true })])).toBe(
    'There are not two groups of five people or more to compare.',
  );
});

test('what came after, which methods, which goals, and who is told something', () => {
  expect(effectWords([row('Training', { given: 3, followed: 2, better: 1, worse: 1 })])).toBe(
    '3 interventions and rewards were given, 2 of them followed by another appraisal: 1 scored better than before, 1 worse.',
  );
  expect(
    effectWords([row('Training', { given: 1, followed: 1, better: 0, worse: 0, unknown: 1 })]),
  ).toContain('1 cannot be compared: too little was known before or after.');
  expect(effectWords([row('A day off', { given: 1, followed: 0 })])).toBe(
    '1 intervention or reward was given; no appraisal has come after yet.',
  );
  expect(
    methodsWords([
      row('exceeds', { exceeds: 7, meets: 0, below: 1 }),
      row('below', { exceeds: 0, meets: 1, below: 4 }),
    ]),
  ).toBe(
    'Where methods met expectations, 7 of 8 results did so too. Where methods were below, 1 of 5 results still met.',
  );
  expect(goalWords([row('quality', { exceeds: 1, meets: 2, below: 1, notScored: 3 })])).toBe(
    '3 of 4 scored goals meet or exceed expectations. 3 could not be scored.',
  );
  expect(
    feedbackWords([
      row('Parks', { components: 7, heard: 0, given: 0, share: 0 }),
      row('Buildings', { components: 15, heard: 2, given: 3, share: 0.13 }),
    ]),
  ).toBe('2 of 22 components were told something, 3 times in all. Least in Parks: 0%.');
});

test('an intervention is called by its title and its cause', () => {
  expect(byTitle(row('x', {}, { name: 'Training', detail: 'capability' }))).toBe('Training (The capability)');
});
