// Each board with what it reads. A board is the same for the screen and for the file.
import { outcomes, type RoundAppraisal } from '../../../engine/index.ts';
import { notFound } from '../../problem.ts';
import { appraisalOf } from '../../runtime/calibration/appraisal-of.ts';
import { listAppraisedPlansOf, listJudgements } from '../../store/queries/appraisals.ts';
import { attributesOf, listAttributes } from '../../store/queries/attributes.ts';
import {
  listAppraisalResults,
  listFeedbackGiven,
  listFormsDone,
  listGiven,
  listGoalDocuments,
  listJudgedScores,
  listOpenWork,
  listPlanGoals,
} from '../../store/queries/board-reads.ts';
import { namesOf } from '../../store/queries/plan-list.ts';
import { listMoves } from '../../store/queries/reports.ts';
import { stageTimes } from '../stage-times.ts';
import { type BoardName, type BoardRow, row } from './board.ts';
import { effectRows } from './effects.ts';
import { completion, funnelForms, load, overdueByUnit } from './progress.ts';
import { groupRows, raterRows } from './ratings.ts';
import { feedbackRows, goalRows, methodsRows, outcomeRows } from './results.ts';
import { withhold } from './small-groups.ts';
import type { View } from './view.ts';

const inView = <One extends { planId: string }>({ planIds }: View, all: readonly One[]): One[] =>
  all.filter(({ planId }) => planIds.has(planId));

const sumOf =
  (...keys: string[]) =>
  ({ values }: BoardRow): number =>
    keys.reduce((sum, key) => sum + (values[key] ?? 0), 0);
const everyOutcome = sumOf('exceeds', 'meets', 'below', 'notScored');

async function readCompletion(view: View): Promise<BoardRow[]> {
  const { db, plans, places } = view;
  const managers = [...new Set(plans.map(({ componentId }) => places.managerOf(componentId)))];
  const names = await namesOf(
    db,
    managers.filter((id) => id !== null),
  );
  return completion(plans, inView(view, await listFormsDone(db, funnelForms)), { places, names });
}

async function readLoad(view: View): Promise<BoardRow[]> {
  const managed = view.componentIds.map((id) => view.places.managerOf(id));
  return load(inView(view, await listOpenWork(view.db)), managed, view.at);
}

async function readDwell(view: View): Promise<BoardRow[]> {
  const moves = inView(view, await listMoves(view.db));
  return stageTimes(moves).map(({ cycleId, stage, medianDays, stays, now }) =>
    row(stage, { medianDays, stays, now }, { detail: cycleId, drill: { cycle: cycleId, stage } }),
  );
}

/** As they stand after the session; of a person with several plans the last counts. */
async function readAppraisals({
  db,
  plans,
  at,
}: View): Promise<(RoundAppraisal & { ownerId: string | null })[]> {
  const ids = plans.map(({ id }) => id);
  const judgements = Map.groupBy(await listJudgements(db, ids), ({ planId }) => planId);
  const lines = (await listAppraisedPlansOf(db, ids)).map((plan) =>
    appraisalOf(plan, judgements.get(plan.planId) ?? [], at),
  );
  const bySubject = new Map<string, RoundAppraisal & { ownerId: string | null }>();
  for (const { planId, owner, componentId, rater, group, now } of lines) {
    if (now === null) continue;
    const subjectId = owner?.id ?? componentId;
    const level = outcomes.indexOf(now) + 1;
    bySubject.set(subjectId, {
      ...{ planId, subjectId, level, ownerId: owner?.id ?? null },
      ...{ raterId: rater?.id ?? '', group: group?.id ?? '' },
    });
  }
  return [...bySubject.values()];
}

async function readRaters(view: View): Promise<BoardRow[]> {
  const appraisals = await readAppraisals(view);
  const names = await namesOf(
    view.db,
    appraisals.map(({ raterId }) => raterId),
  );
  return raterRows(appraisals, names);
}

/** @throws ProblemError not-found when the attribute is not there; no rows when there is none at all. */
async function readGroups(view: View): Promise<BoardRow[]> {
  const { db, filter, least } = view;
  const attributes = await listAttributes(db);
  const chosen =
    filter.attribute === undefined ? attributes[0] : attributes.find(({ id }) => id === filter.attribute);
  if (!chosen && filter.attribute !== undefined) throw notFound('attribute');
  if (!chosen) return [];
  // A component that is nobody's has no person whose group it could be in.
  const appraisals = (await readAppraisals(view)).filter(({ ownerId }) => ownerId !== null);
  const known = await attributesOf(
    db,
    appraisals.map(({ subjectId }) => subjectId),
  );
  const said = appraisals.map((one) => ({ ...one, attributes: known.get(one.subjectId) ?? {} }));
  return groupRows(chosen, said, least);
}

async function readGoalRows(view: View): Promise<BoardRow[]> {
  const dimensionOf = new Map((await listGoalDocuments(view.db)).map(({ id, dimension }) => [id, dimension]));
  return withhold(
    goalRows(inView(view, await listPlanGoals(view.db)), dimensionOf),
    everyOutcome,
    view.least,
  );
}

async function readFeedback(view: View): Promise<BoardRow[]> {
  const inPlace = new Set(view.componentIds);
  const told = (await listFeedbackGiven(view.db, view.filter)).filter(({ componentId }) =>
    inPlace.has(componentId),
  );
  return feedbackRows(view.componentIds, told, view.places);
}

const boards: Record<BoardName, (view: View) => Promise<BoardRow[]>> = {
  outcomes: async (view) => withhold(outcomeRows(view.plans), everyOutcome, view.least),
  dwell: readDwell,
  completion: readCompletion,
  overdue: async (view) => overdueByUnit(inView(view, await listOpenWork(view.db)), view.places, view.at),
  load: readLoad,
  raters: readRaters,
  groups: readGroups,
  effects: async (view) =>
    withhold(
      effectRows(inView(view, await listGiven(view.db)), inView(view, await listJudgedScores(view.db))),
      sumOf('given'),
      view.least,
    ),
  methods: async (view) =>
    withhold(methodsRows(inView(view, await listAppraisalResults(view.db))), everyOutcome, view.least),
  goals: readGoalRows,
  feedback: readFeedback,
};

export const readBoard = (board: BoardName, view: View): Promise<BoardRow[]> => boards[board](view);
