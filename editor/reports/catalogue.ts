// The boards as they are shown: their question, how their rows are called, which numbers stand in bars and in the table.
import type { Board, BoardRow } from '../app/api/wire.ts';
import { numberText, percentText, t } from '../language/index.ts';
import {
  type Answer,
  completionWords,
  effectWords,
  feedbackWords,
  goalWords,
  groupWords,
  loadWords,
  methodsWords,
  overdueWords,
  raterWords,
} from './board-words.ts';
import { outcomeParts } from './outcome-parts.ts';
import type { BarPart } from './part-label.tsx';
import { outcomeWords } from './report-words.ts';
import { afterNames, byDimension, byGroup, byKind, byMethods, byName, byTitle } from './row-names.ts';

export interface ShownColumn {
  key: string;
  heading: string;
  format?: (value: number) => string;
  /** What narrows the plans of the row to those that it counts; without it the number leads nowhere. */
  drill?: NonNullable<BoardRow['drill']>;
}

export interface ShownBoard {
  board: Board['board'];
  question: string;
  /** The heading over the rows' names. */
  about: string;
  nameOf: (row: BoardRow) => string;
  answer: Answer;
  columns: ShownColumn[];
  /** None: the numbers are of different kinds, and the table says it best. */
  bars: BarPart[];
  /** Bars of other values than the row has, such as what is left after a part. */
  barValues?: (row: BoardRow) => Record<string, number>;
  /** The bars stand for outcomes, whose shapes a legend explains. */
  outcomes?: boolean;
  /** What is said where it is narrowed to a cycle: why it counts more than that. */
  ofCycle?: string;
}

const percent = (share: number): string => percentText(Math.round(share * 100));
const signed = (value: number): string => (value > 0 ? `+${numberText(value)}` : numberText(value));
const yesOrNot = (value: number): string => (value === 1 ? t('Look') : '');

const outcomeColumns: (ShownColumn & { key: 'exceeds' | 'meets' | 'below' })[] = [
  { key: 'exceeds', heading: t('Exceeds') },
  { key: 'meets', heading: t('Meets') },
  { key: 'below', heading: t('Below') },
];
const notScored: ShownColumn = { key: 'notScored', heading: t('Not scored') };
const outcomesOf = ({ below, meets, exceeds, notScored: none }: BoardRow['values']) => ({
  below: below ?? 0,
  meets: meets ?? 0,
  exceeds: exceeds ?? 0,
  notScored: none ?? 0,
});
const bar = (name: string, words: string, color: string): BarPart => ({ name, words, color });
const lateBars = [
  bar('overdue', t('Overdue'), 'var(--cw-danger)'),
  bar('rest', t('Not overdue'), 'var(--cw-kind-observe)'),
];
const lateAndRest = ({ values }: BoardRow) => ({
  overdue: values.overdue ?? 0,
  rest: (values.open ?? 0) - (values.overdue ?? 0),
});

export const outcomesBoard: ShownBoard = {
  board: 'outcomes',
  question: t('How did plans come out?'),
  about: t('Kind of component'),
  nameOf: byKind,
  answer: (rows) => outcomeWords(rows.map(({ values }) => outcomesOf(values))),
  columns: [
    ...outcomeColumns.map((column) => ({ ...column, drill: { outcome: column.key } })),
    // One that is under way may still come out.
    { ...notScored, drill: { outcome: 'none', status: 'ended' } },
  ],
  bars: outcomeParts,
  outcomes: true,
};
const completion: ShownBoard = {
  board: 'completion',
  question: t('How far is each manager?'),
  about: t('Manager'),
  nameOf: byName,
  answer: completionWords,
  columns: [
    { key: 'plans', heading: t('Plans') },
    { key: 'agreed', heading: t('Agreed') },
    { key: 'selfAppraised', heading: t('Appraised themselves') },
    { key: 'appraised', heading: t('Appraised') },
    { key: 'acknowledged', heading: t('Acknowledged') },
    { key: 'ended', heading: t('Ended') },
  ],
  bars: [
    bar('appraised', t('Appraised'), 'var(--cw-kind-appraise)'),
    bar('rest', t('Still to be appraised'), 'var(--cw-kind-other)'),
  ],
  barValues: ({ values }) => ({
    appraised: values.appraised ?? 0,
    rest: (values.plans ?? 0) - (values.appraised ?? 0),
  }),
};
const overdue: ShownBoard = {
  board: 'overdue',
  question: t('Where is work overdue?'),
  about: t('Part of the organisation'),
  nameOf: byName,
  answer: overdueWords,
  columns: [
    { key: 'overdue', heading: t('Overdue') },
    { key: 'open', heading: t('Open tasks') },
    { key: 'longestDays', heading: t('Days, the oldest') },
  ],
  bars: lateBars,
  barValues: lateAndRest,
};
const load: ShownBoard = {
  board: 'load',
  question: t('Who has how much to do?'),
  about: t('Person'),
  nameOf: byName,
  answer: loadWords,
  columns: [
    { key: 'open', heading: t('Open tasks') },
    { key: 'overdue', heading: t('Overdue') },
    { key: 'dueSoon', heading: t('Due in 7 days') },
    { key: 'components', heading: t('Components managed') },
  ],
  bars: lateBars,
  barValues: lateAndRest,
};
const raters: ShownBoard = {
  board: 'raters',
  question: t('Who rates milder or harsher than the others?'),
  about: t('Rater'),
  nameOf: byName,
  answer: raterWords,
  columns: [
    { key: 'rated', heading: t('People rated') },
    { key: 'mean', heading: t('Mean level'), format: numberText },
    { key: 'difference', heading: t('Beside the others'), format: signed },
    { key: 'flagged', heading: t('A second look'), format: yesOrNot },
  ],
  bars: [],
};
const groups: ShownBoard = {
  board: 'groups',
  question: t('Do groups of people come out differently?'),
  about: t('Group'),
  nameOf: byGroup,
  answer: groupWords,
  columns: [
    { key: 'people', heading: t('People') },
    ...outcomeColumns,
    { key: 'highestRatio', heading: t('Highest, beside the best group'), format: percent },
    { key: 'sparedRatio', heading: t('Not lowest, beside the best group'), format: percent },
  ],
  bars: outcomeParts.filter(({ name }) => name !== 'notScored'),
  outcomes: true,
};
const effects: ShownBoard = {
  board: 'effects',
  question: t('What came after interventions and rewards?'),
  about: t('Intervention or reward'),
  nameOf: byTitle,
  answer: effectWords,
  columns: [
    { key: 'given', heading: t('Given'), drill: {} },
    { key: 'followed', heading: afterNames.any, drill: { after: 'any' } },
    ...(['better', 'same', 'worse', 'unknown'] as const).map((after) => ({
      ...{ key: after, heading: afterNames[after], drill: { after } },
    })),
    { key: 'meanChange', heading: t('Points, in the mean'), format: signed },
  ],
  bars: [
    bar('better', afterNames.better, 'var(--cw-kind-measure)'),
    bar('same', afterNames.same, 'var(--cw-kind-other)'),
    bar('worse', afterNames.worse, 'var(--cw-danger)'),
  ],
};
const methods: ShownBoard = {
  board: 'methods',
  question: t('Which methods go with which results?'),
  about: t('Methods'),
  nameOf: byMethods,
  answer: methodsWords,
  columns: outcomeColumns.map((column) => ({ ...column, drill: { results: column.key } })),
  bars: outcomeParts.filter(({ name }) => name !== 'notScored'),
  outcomes: true,
};
const goals: ShownBoard = {
  board: 'goals',
  question: t('How were goals met?'),
  about: t('Dimension'),
  nameOf: byDimension,
  answer: goalWords,
  columns: [
    ...outcomeColumns.map((column) => ({ ...column, drill: { goalOutcome: column.key } })),
    { ...notScored, drill: { goalOutcome: 'none' } },
  ],
  bars: outcomeParts,
  outcomes: true,
};
const feedback: ShownBoard = {
  board: 'feedback',
  question: t('Who is told something?'),
  about: t('Part of the organisation'),
  nameOf: byName,
  answer: feedbackWords,
  columns: [
    { key: 'components', heading: t('Components') },
    { key: 'heard', heading: t('Told something') },
    { key: 'given', heading: t('Times') },
    { key: 'share', heading: t('Share'), format: percent },
  ],
  bars: [
    bar('heard', t('Told something'), 'var(--cw-kind-measure)'),
    bar('rest', t('Told nothing'), 'var(--cw-kind-other)'),
  ],
  barValues: ({ values }) => ({
    heard: values.heard ?? 0,
    rest: (values.components ?? 0) - (values.heard ?? 0),
  }),
  ofCycle: t('What was said outside of plans belongs to no cycle and is counted too.'),
};

export const progressBoards = [completion, overdue, load];
export const resultBoards = [goals, methods, effects, feedback];
export const ratersBoard = raters;
export const groupsBoard = groups;
