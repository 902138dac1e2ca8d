// Each board with what it reads. A board is the same for the screen and for the file.
import { notFound } from '../../problem.ts';
import {
  type FinalRating,
  finalRatings,
  levelOf,
  toCompare,
} from '../../runtime/calibration/final-ratings.ts';
import { listTold } from '../../runtime/calibration/list-told.ts';
import { attributesOf, listAttributes } from '../../store/queries/attributes.ts';
import { countFeedbackGiven } from '../../store/queries/feedback-counts.ts';
import { listFormTasks } from '../../store/queries/form-tasks.ts';
import { listGiven, listJudgedScores } from '../../store/queries/given.ts';
import { countGoalOutcomes } from '../../store/queries/goal-outcomes.ts';
import { namesOf } from '../../store/queries/names-of.ts';
import { countPlanOutcomes, countPlans } from '../../store/queries/plan-outcomes.ts';
import { isPlanWithin } from '../../store/queries/plans-within.ts';
import { countOpenWork } from '../../store/queries/work-counts.ts';
import { type BoardName, type BoardRow, row } from './board.ts';
import { effectRows } from './effects.ts';
import { readFenced } from './fence.ts';
import { completion, load, NOBODY, overdueByUnit } from './progress.ts';
import { groupRows, raterRows } from './ratings.ts';
import { feedbackRows, goalRows, methodsRows, outcomeRows } from './results.ts';
import type { CountOf } from './small-groups.ts';
import { stepForms } from './steps-reached.ts';
import type { View } from './view.ts';
import { waitingIn } from './waiting-in.ts';
import { workOfPeople } from './work-of-people.ts';

const sumOf =
  (...keys: string[]) =>
  ({ values }: BoardRow): number =>
    keys.reduce((sum, key) => sum + (values[key] ?? 0), 0);
const everyOutcome = sumOf('exceeds', 'meets', 'below', 'notScored');

const someone = (ids: Iterable<string | null>): string[] => [
  ...new Set([...ids].filter((id) => id !== null)),
];

async function readCompletion({ db, within, places }: View): Promise<BoardRow[]> {
  const plans = await countPlans(db, within);
  const managers = someone(plans.map(({ componentId }) => places.managerOf(componentId)));
  const names = await namesOf(db, managers);
  return completion(plans, await listFormTasks(db, stepForms, within), { places, names });
}

async function readOverdue({ db, at, within, places, filter: { under } }: View): Promise<BoardRow[]> {
  return overdueByUnit(await countOpenWork(db, at, within), { places, under, at });
}

async function readLoad({ db, at, within, places, componentIds }: View): Promise<BoardRow[]> {
  const work = await workOfPeople(db, at, within);
  const names = await namesOf(db, someone(work.map(({ assigneeId }) => assigneeId)));
  const managed = componentIds.map((id) => places.managerOf(id));
  return load(work, managed, names);
}

async function readDwell({ db, cycles, within, stays }: View): Promise<BoardRow[]> {
  const waiting = await waitingIn({ cycles }, db, await stays.times(db, within));
  return waiting.map(({ cycleId, cycleName, stage, name, medianDays, stays, now }) =>
    row(
      stage,
      { medianDays, stays, now },
      { name, detail: cycleId, detailName: cycleName, drill: { cycle: cycleId, stage } },
    ),
  );
}

const readRatings = async ({ db, cycles, within }: View): Promise<FinalRating[]> =>
  finalRatings(await listTold({ cycles }, db, isPlanWithin(within)));

async function readRaters(view: View): Promise<BoardRow[]> {
  const appraisals = toCompare(await readRatings(view), view.places);
  const names = await namesOf(
    view.db,
    appraisals.map(({ raterId }) => raterId),
  );
  return raterRows(appraisals, names);
}

/** As they stand after sessions; of a person with several plans the last counts. What is nobody's is in no group. */
function bySubject(ratings: readonly FinalRating[]): Map<string, number> {
  const levels = new Map<string, number>();
  for (const { ownerId, results } of ratings) {
    const level = levelOf(results);
    if (ownerId !== null && level !== null) levels.set(ownerId, level);
  }
  return levels;
}

/** @throws ProblemError not-found when the attribute is not there; no rows when there is none at all. */
async function readGroups(view: View): Promise<BoardRow[]> {
  const { db, filter, least } = view;
  const attributes = await listAttributes(db);
  const chosen =
    filter.attribute === undefined ? attributes[0] : attributes.find(({ id }) => id === filter.attribute);
  if (!chosen && filter.attribute !== undefined) throw notFound('attribute');
  if (!chosen) return [];
  const levels = bySubject(await readRatings(view));
  const known = await attributesOf(db, [...levels.keys()]);
  const said = [...levels].map(([subjectId, level]) => ({ level, attributes: known.get(subjectId) ?? {} }));
  return groupRows(chosen, said, least);
}

async function readEffects({ db, within }: View): Promise<BoardRow[]> {
  const given = await listGiven(db, within);
  return effectRows(given, await listJudgedScores(db, new Set(given.map(({ planId }) => planId))));
}

async function readFeedback({ db, componentIds, places, filter }: View): Promise<BoardRow[]> {
  const times = await countFeedbackGiven(db, filter);
  return feedbackRows({ componentIds, times, places, under: filter.under });
}

const boards: Record<BoardName, (view: View) => Promise<BoardRow[]>> = {
  outcomes: async ({ db, within }) => outcomeRows(await countPlanOutcomes(db, within)),
  dwell: readDwell,
  completion: readCompletion,
  overdue: readOverdue,
  load: readLoad,
  raters: readRaters,
  groups: readGroups,
  effects: readEffects,
  methods: async (view) => methodsRows(await readRatings(view)),
  goals: async ({ db, within }) => goalRows(await countGoalOutcomes(db, within)),
  feedback: readFeedback,
};

/** How many a row tells of. */
const counts: Record<BoardName, CountOf> = {
  outcomes: everyOutcome,
  dwell: sumOf('stays', 'now'),
  completion: sumOf('plans'),
  overdue: sumOf('open'),
  // A line is about one person, however many tasks they have.
  load: ({ id, values }) => (id === NOBODY ? (values.open ?? 0) : 1),
  raters: () => 1,
  groups: sumOf('people'),
  effects: sumOf('given'),
  methods: everyOutcome,
  goals: everyOutcome,
  feedback: sumOf('components'),
};

const asCounted = (one: BoardRow): BoardRow =>
  one.drill ? { ...one, drill: { ...one.drill, counted: 'reports' } } : one;

/**
 * Who may not read all of the plans behind a figure is led to none: the list would be another one. Who may read others as
 * well is led to those that are counted.
 */
export async function readBoard(board: BoardName, view: View): Promise<BoardRow[]> {
  if (!view.isFenced) {
    const rows = await boards[board](view);
    return view.isApart ? rows.map(asCounted) : rows;
  }
  const rows = await readFenced(view, boards[board], counts[board]);
  return rows.map((one) => ({ ...one, drill: null }));
}
