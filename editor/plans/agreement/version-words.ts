// What one version of a plan says that the one before it does not, in words: what is new, gone, or other than it was.
import {
  type Difference,
  differencesToAgree,
  type Goal,
  goalSchema,
  type Measure,
  measureSchema,
  type PlanDocument,
} from '../../../engine/index.ts';
import { shortDate } from '../../app/words/due.ts';
import { statusWords } from '../../goals/goal-words.ts';
import { cadenceChoices, kindChoices } from '../../goals/measure/kinds.ts';
import { standardWords } from '../../goals/track-of.ts';
import { numberText, t, tAs } from '../../language/index.ts';

export interface Change {
  key: string;
  kind: 'added' | 'removed' | 'changed';
  /** What it is about, such as a goal by its title. */
  about: string;
  /** Which part of it; null: all of it. */
  field: string | null;
  before: string | null;
  after: string | null;
}

const fieldWords: Record<string, string> = {
  title: t('Title'),
  priority: t('Weight'),
  weight: t('Weight'),
  dimension: t('Dimension'),
  critical: t('Critical'),
  status: t('Status'),
  alignments: t('Links'),
  scoreMode: t('How it is scored'),
  standards: t('Standard'),
  unit: t('Unit'),
  direction: t('Better'),
  timeAggregation: t('Over time'),
  source: t('Source'),
  waived: t('Waived'),
  effectiveFrom: t('In force from'),
  effectiveTo: t('In force until'),
  goalId: t('Goal'),
  start: t('Starts on'),
  due: t('Due on'),
  multiCycle: t('Lasts several periods'),
  learning: t('Learning goal'),
  stretch: t('Stretch goal'),
  paid: t('Moves pay'),
  absolute: t('Why nothing less is good enough'),
  kind: t('Kind'),
  per: t('Per how many'),
  cadence: t('Observed'),
  milestones: t('Milestones'),
};

export const fieldName = (field: string): string => fieldWords[field] ?? field;

const valueWords: Record<string, string> = {
  quantity: t('Quantity'),
  quality: t('Quality'),
  cost: t('Cost'),
  timeliness: t('Timeliness'),
  increase: t('More is better'),
  decrease: t('Less is better'),
  range: t('Best in between'),
  rubric: t('Levels'),
  milestone: t('Milestones'),
  last: t('Last value'),
  sum: t('Sum'),
  mean: t('Mean'),
  weightedMean: t('Mean by cases'),
  min: t('Lowest'),
  max: t('Highest'),
  ratio: t('Ratio'),
  ...statusWords,
};
const days = new Set(['start', 'due', 'effectiveFrom', 'effectiveTo']);
const shownAsWord = new Set(['dimension', 'direction', 'timeAggregation', 'status']);
const chosenWords: Partial<Record<string, readonly { value: string; label: string }[]>> = {
  kind: kindChoices,
  cadence: cadenceChoices,
};
const titlesOf = (milestones: unknown): string =>
  (measureSchema.shape.milestones.safeParse(milestones).data ?? []).map(({ title }) => title).join(', ');

export function plainWords(field: string, value: unknown): string {
  if (value === null || value === undefined) return t('nothing');
  if (typeof value === 'number') return numberText(value, { maximumFractionDigits: 4 });
  if (typeof value === 'boolean') return value ? tAs('answer', 'yes') : tAs('answer', 'no');
  if (field === 'milestones') return titlesOf(value);
  if (Array.isArray(value))
    return t('{count, plural, one {# link} other {# links}}', { count: value.length });
  const choice = chosenWords[field]?.find((one) => one.value === value);
  if (choice) return choice.label;
  if (typeof value === 'string' && days.has(field)) return shortDate(value);
  if (typeof value === 'string') return shownAsWord.has(field) ? (valueWords[value] ?? value) : value;
  return JSON.stringify(value);
}

interface Sides {
  before: PlanDocument;
  after: PlanDocument;
}
type Entry = Goal | Measure;

/** The goal or measure that a pointer into a document leads to. */
function entryAt({ goals, measures }: PlanDocument, pointer: string | null): Entry | undefined {
  const [, list, index] = (pointer ?? '').split('/');
  return list === 'goals' ? goals[Number(index)] : measures[Number(index)];
}

const isMeasure = (entry: Entry | undefined): entry is Measure => entry !== undefined && 'standards' in entry;

const saidBy = (entry: Entry | undefined, field: string, value: unknown): string =>
  field === 'standards' && isMeasure(entry) ? standardWords(entry) : plainWords(field, value);

function whole(entry: unknown): string | null {
  const measure = measureSchema.safeParse({ version: 1, ...(entry as object) });
  if (measure.success) return standardWords(measure.data);
  const goal = goalSchema.safeParse({ version: 1, ...(entry as object) });
  return goal.success ? t('weight {weight}', { weight: numberText(goal.data.priority, {}) }) : null;
}

function toChange(difference: Difference, { before, after }: Sides): Change {
  const old = entryAt(before, difference.old);
  const now = entryAt(after, difference.new ?? difference.holder ?? null);
  const title = (now ?? old)?.title ?? '';
  const about = isMeasure(now ?? old) ? t('Measure “{title}”', { title }) : t('Goal “{title}”', { title });
  const { field, kind } = difference;
  const key = `${difference.old} ${difference.new}`;
  if (kind.endsWith('-added'))
    return { key, kind: 'added', about, field: null, before: null, after: whole(difference.after) };
  if (kind.endsWith('-removed'))
    return { key, kind: 'removed', about, field: null, before: whole(difference.before), after: null };
  const name = field ?? '';
  return {
    key,
    kind: 'changed',
    about,
    field: fieldName(name),
    before: saidBy(old, name, difference.before),
    after: saidBy(now, name, difference.after),
  };
}

export const changesBetween = (before: PlanDocument, after: PlanDocument): Change[] =>
  differencesToAgree(before, after).map((difference) => toChange(difference, { before, after }));
