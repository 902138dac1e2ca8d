// CYC-20: it is said how long drafts, raw answers and notes are kept.
import type { Cycle } from '../../model/cycle.ts';
import type { Problem } from '../../model/problem.ts';
import { isSpan } from '../../time/span.ts';
import { type ChartView, makeProblem } from '../chart-view.ts';
import { add, replace } from '../fixes/edits.ts';
import { isCollected, isRating, type TaskAt, tasksAt } from '../tasks-of.ts';

type Kept = keyof NonNullable<Cycle['retention']>;

interface Record {
  what: Kept;
  words: string;
  span: string;
  madeBy(task: TaskAt): boolean;
}

const records: readonly Record[] = [
  { what: 'drafts', words: 'drafts of appraisals', span: 'P90D', madeBy: isRating },
  { what: 'answers', words: 'the raw answers of raters', span: 'P90D', madeBy: isCollected },
  {
    what: 'notes',
    words: 'the notes of calibrations',
    span: 'P1Y',
    madeBy: ({ purpose }) => purpose === 'calibration',
  },
];

/** What is kept until before the end of its plan would go at once. */
const isKeptFor = (text: string): boolean => isSpan(text) && !text.trim().startsWith('-');

/** The server keeps for ever what it cannot read, and nobody would notice. */
const checkSpans = ({ cycle: { retention } }: ChartView): Problem[] =>
  records.flatMap(({ what, span }) => {
    const text = retention?.[what];
    if (text === undefined || isKeptFor(text)) return [];
    const place = `retention/${what}`;
    const message = `"${text}" does not say how long something is kept after the end of its plan. Use a duration such as P90D or P1Y, or 60bd for working days.`;
    const problem = makeProblem('CYC-20', 'error', { place, stage: null }, message);
    return [{ ...problem, fixes: [{ title: `Use ${span}`, commands: [replace(`/${place}`, span)] }] }];
  });

function checkMissing(view: ChartView): Problem[] {
  const { retention } = view.cycle;
  const tasks = tasksAt(view.stages);
  const missing = records.flatMap((record) => {
    const source = tasks.find(record.madeBy);
    return source !== undefined && retention?.[record.what] === undefined ? [{ ...record, source }] : [];
  });
  const [first] = missing;
  if (!first) return [];
  const spans = Object.fromEntries(missing.map(({ what, span }) => [what, span]));
  const words = missing.map((record) => record.words).join(' and ');
  const message = `Nothing says how long ${words} are kept. Say it in the cycle's retention.`;
  const at = retention === undefined ? first.source : { place: 'retention', stage: null };
  const commands =
    retention === undefined
      ? [add('/retention', spans)]
      : missing.map(({ what, span }) => add(`/retention/${what}`, span));
  const problem = makeProblem('CYC-20', 'info', { place: at.place, stage: at.stage }, message);
  return [{ ...problem, fixes: [{ title: 'Keep drafts and answers 90 days, notes a year', commands }] }];
}

export const checkRetention = (view: ChartView): Problem[] => [...checkSpans(view), ...checkMissing(view)];
