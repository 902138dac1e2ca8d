// The answers of the boards in words, from the same figures that their charts and tables show.
import type { BoardRow } from '../app/api/wire.ts';
import { numberText, t } from '../language/index.ts';
import { byGroup, byName } from './row-names.ts';

export type Answer = (rows: BoardRow[]) => string;

const sum = (rows: BoardRow[], ...keys: string[]): number =>
  rows.reduce((total, { values }) => total + keys.reduce((part, key) => part + (values[key] ?? 0), 0), 0);

/** The first of the largest; null when all are nothing. */
function largest(rows: BoardRow[], size: (row: BoardRow) => number): BoardRow | null {
  const found = rows.reduce<BoardRow | null>(
    (best, row) => (!best || size(row) > size(best) ? row : best),
    null,
  );
  return found && size(found) > 0 ? found : null;
}

const joined = (...said: (string | false | null | undefined)[]): string => said.filter(Boolean).join(' ');

export const completionWords: Answer = (rows) => {
  const plans = sum(rows, 'plans');
  if (plans === 0) return t('No plan has been started yet.');
  const missing = ({ values }: BoardRow) => (values.plans ?? 0) - (values.appraised ?? 0);
  const most = largest(rows, missing);
  return joined(
    t(
      '{appraised} of {plans, plural, one {# plan} other {# plans}} are appraised and {acknowledged} acknowledged.',
      { plans, appraised: sum(rows, 'appraised'), acknowledged: sum(rows, 'acknowledged') },
    ),
    most &&
      t('Most are still to be appraised with {name}: {count}.', { name: byName(most), count: missing(most) }),
  );
};

export const overdueWords: Answer = (rows) => {
  const open = sum(rows, 'open');
  if (open === 0) return t('There is no open task.');
  const most = largest(rows, ({ values }) => values.overdue ?? 0);
  if (!most)
    return t('Nothing is overdue; {open, plural, one {# task is} other {# tasks are}} open.', { open });
  return joined(
    t('{overdue} of {open, plural, one {# open task} other {# open tasks}} are overdue.', {
      open,
      overdue: sum(rows, 'overdue'),
    }),
    t(
      'Most are in {name}: {count}, the oldest for {days, plural, =0 {less than a day} one {# day} other {# days}}.',
      {
        name: byName(most),
        count: most.values.overdue ?? 0,
        days: most.values.longestDays ?? 0,
      },
    ),
  );
};

export const loadWords: Answer = (rows) => {
  const most = largest(rows, ({ values }) => values.open ?? 0);
  if (!most) return t('There is no open task.');
  return t(
    '{people, plural, one {# person has} other {# people have}} {open, plural, one {# open task} other {# open tasks}}. {name} has most: {count}, {overdue} of them overdue.',
    {
      people: rows.length,
      open: sum(rows, 'open'),
      name: byName(most),
      count: most.values.open ?? 0,
      overdue: most.values.overdue ?? 0,
    },
  );
};

export const raterWords: Answer = (rows) => {
  if (rows.length === 0) return t('Nobody has rated yet.');
  const [first] = rows.filter(({ values }) => values.flagged === 1);
  if (rows.length === 1)
    return t('One person alone has rated, so that there is nobody to compare them with yet.');
  const compared = rows.filter(({ values }) => values.difference !== null).length;
  if (compared === 0)
    return t('Nobody has rated five people or more, so that there is nobody to compare yet.');
  if (!first)
    return t(
      'Of {count, plural, one {# rater} other {# raters}} with five people or more, none is half a level away from the others.',
      { count: compared },
    );
  const difference = first.values.difference ?? 0;
  return t(
    '{flagged, plural, one {# rater is} other {# raters are}} half a level or more away from the others. {name} is farthest: {levels} of a level {direction, select, above {above} other {below}}. Look at what they saw before you move anything.',
    {
      flagged: rows.filter(({ values }) => values.flagged === 1).length,
      name: byName(first),
      levels: numberText(Math.abs(difference)),
      direction: difference > 0 ? 'above' : 'below',
    },
  );
};

/** As the server marks groups. Rule: RAT-06. */
const MARKED_FROM = 10;

export const groupWords: Answer = (rows) => {
  const told = rows.filter(({ withheld }) => !withheld);
  if (rows.length === 0)
    return t('There is nothing to compare: nobody is rated, or there is no attribute of people.');
  if (told.length < 2) return t('There are not two groups of five people or more to compare.');
  const marked = told.filter(({ detail }) => detail === 'look');
  if (told.filter(({ values }) => (values.people ?? 0) >= MARKED_FROM).length < 2)
    return t('No two groups have ten people or more: in fewer a single rating decides, and none is marked.');
  if (marked.length === 0) return t('No group came out less favourably than four fifths of the best.');
  return t(
    'Less favourable than four fifths of the best group: {groups}. Look at the evidence before you conclude anything; few people decide much.',
    { groups: marked.map(byGroup).join(', ') },
  );
};

export const effectWords: Answer = (rows) => {
  const given = sum(rows, 'given');
  if (given === 0) return t('No intervention and no reward was given yet.');
  const unknown = sum(rows, 'unknown');
  const said = t(
    '{given, plural, one {# intervention or reward was given} other {# interventions and rewards were given}}{followed, plural, =0 {; no appraisal has come after yet} other {, {followed} of them followed by another appraisal: {better} scored better than before, {worse} worse}}.',
    { given, followed: sum(rows, 'followed'), better: sum(rows, 'better'), worse: sum(rows, 'worse') },
  );
  return joined(
    said,
    unknown > 0 && t('{count} cannot be compared: too little was known before or after.', { count: unknown }),
  );
};

export const methodsWords: Answer = (rows) => {
  const good = (own: BoardRow[]) => sum(own, 'meets', 'exceeds');
  const all = (own: BoardRow[]) => sum(own, 'meets', 'exceeds', 'below');
  const [well, badly] = [rows.filter(({ id }) => id !== 'below'), rows.filter(({ id }) => id === 'below')];
  if (all(rows) === 0) return t('Nothing has been appraised yet.');
  return joined(
    all(well) > 0 &&
      t('Where methods met expectations, {good} of {all} results did so too.', {
        good: good(well),
        all: all(well),
      }),
    all(badly) > 0 &&
      t('Where methods were below, {good} of {all} results still met.', {
        good: good(badly),
        all: all(badly),
      }),
  );
};

export const goalWords: Answer = (rows) => {
  const judged = sum(rows, 'meets', 'exceeds', 'below');
  const none = sum(rows, 'notScored');
  if (judged + none === 0) return t('No goal has been appraised yet.');
  return joined(
    t('{good} of {judged, plural, one {# scored goal} other {# scored goals}} meet or exceed expectations.', {
      judged,
      good: sum(rows, 'meets', 'exceeds'),
    }),
    none > 0 && t('{count} could not be scored.', { count: none }),
  );
};

export const feedbackWords: Answer = (rows) => {
  const components = sum(rows, 'components');
  if (components === 0) return t('No components yet');
  const [least] = rows;
  return joined(
    t(
      '{heard} of {components, plural, one {# component} other {# components}} were told something, {given} times in all.',
      { heard: sum(rows, 'heard'), components, given: sum(rows, 'given') },
    ),
    least &&
      rows.length > 1 &&
      t('Least in {name}: {percent} %.', {
        name: byName(least),
        percent: Math.round((least.values.share ?? 0) * 100),
      }),
  );
};
