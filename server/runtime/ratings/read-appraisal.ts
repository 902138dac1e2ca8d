// The appraisal of a plan as its reader may see it: each version of the rating with who gave it and why, its release,
// whether it is acknowledged, and what was said against it.
import type { z } from 'zod';
import { type Plan, releaseRules } from '../../../engine/index.ts';
import type { Actor } from '../../access/actor.ts';
import { scopeOf } from '../../access/authorize.ts';
import type { Deps } from '../../deps.ts';
import type { appraisalWire } from '../../routes/wire/ratings.ts';
import { listStageTimers, listTasksOfPlan, type TaskOfPlan } from '../../store/queries/plan-tasks.ts';
import { listReleaseLines, listReleasesByHand, type WayOfPlan } from '../../store/queries/rating-releases.ts';
import type { Db } from '../../store/schema.ts';
import { asItStands, asJudged, ofLastRound } from '../calibration/rounds-judged.ts';
import { resolveAssignees } from '../organisation/assignees.ts';
import { personRefs } from '../present/person-names.ts';
import { isSealedFrom } from '../tasks/seal.ts';
import { acknowledgementsOf, disputesOf, type Named, type PurposedTask } from './answers-to-rating.ts';
import { countsFrom } from './counts-from.ts';
import { decidingOf } from './deciding-of.ts';
import { makeFindEvidence } from './evidence-of.ts';
import { mayRelease } from './may-release.ts';
import { purposesOf } from './purposes-of.ts';
import { heldOf, readsAsOwner, releasesOf } from './rating-sight.ts';
import { ratingsOf } from './ratings-of.ts';
import { selfOf } from './self-of.ts';
import { type Whose, whose } from './whose.ts';
import { writtenOf } from './written-of.ts';

type Appraisal = z.infer<typeof appraisalWire>;

const isReadable = (lines: readonly WayOfPlan[], task: TaskOfPlan, heldFrom: number | null): boolean =>
  heldFrom === null || countsFrom(lines, task) < heldFrom;

/** What is still open is about whoever has it to sign or to dispute. */
function isOfPredecessor({ isOfPredecessor, isTheirs }: Whose, task: PurposedTask): boolean {
  const { state, purpose, assigneeId, completedAt, openedAt } = task;
  if (state !== 'open') return isOfPredecessor(completedAt ?? openedAt);
  return (purpose === 'acknowledgement' || purpose === 'dispute') && !isTheirs(assigneeId);
}

async function releaseFor(
  deps: Deps,
  db: Db,
  { actor, planId }: { actor: Actor; planId: string },
): Promise<Appraisal['release']> {
  if (!scopeOf(actor, 'ratings.release')) return { may: false, why: null };
  const releasable = await mayRelease(deps, db, { actor, planId });
  if (releasable.kind === 'refused') return { may: false, why: releasable.why };
  return { may: releasable.kind !== 'not-found', why: null };
}

async function releasedOf(
  db: Db,
  planId: string,
  { line, who }: { line: WayOfPlan | undefined; who: Named },
) {
  const byHand = (await listReleasesByHand(db, planId)).findLast(
    ({ revision }) => revision === line?.revision,
  );
  if (byHand) return { at: byHand.at, by: who(byHand.releasedBy) };
  return line ? { at: line.at, by: who(line.actor) } : null;
}

/** Who answered for the component when the last rating was given; null: nobody was rated yet, or nobody had the post. */
function ratedIn(tasks: readonly PurposedTask[], { ownerAt }: Whose): string | null {
  const last = tasks.findLast(({ purpose, completedAt }) => purpose === 'appraisal' && completedAt !== null);
  return last?.completedAt ? ownerAt(last.completedAt) : null;
}

export interface Reading {
  plan: Plan;
  /** The revision since which the reader sees no ratings. */
  heldFrom: number | null;
  actor: Actor;
}

export async function readAppraisal(
  deps: Deps,
  db: Db,
  { plan, heldFrom, actor }: Reading,
): Promise<Appraisal> {
  const { id: planId, componentId, cycleId, cycleVersion: version } = plan;
  const compiled = await deps.cycles.find(db, cycleId, version);
  if (!compiled) throw new Error(`${planId} follows a version of ${cycleId} that is not there.`);
  const rules = releaseRules(compiled.cycle);
  const [ownerId] = await resolveAssignees(db, componentId, 'owner');
  const about = await whose(db, { actor, componentId, ownerId: ownerId ?? null });
  const all = purposesOf(compiled.cycle, await listTasksOfPlan(db, planId));
  const tasks = all.filter((task) => !isOfPredecessor(about, task));
  const lines = await listReleaseLines(db, planId);
  const held = await heldOf(deps, db, { id: planId, componentId, cycleId, version });
  const known = tasks.flatMap(({ completedBy, assigneeId }) => [completedBy, assigneeId]);
  const byHand = await listReleasesByHand(db, planId);
  const releases = await releasesOf(deps, db, { id: planId, componentId, cycleId, version });
  const ratedId = ratedIn(tasks, about) ?? ownerId;
  const who = await personRefs(db, [
    ...[...known, ratedId].filter((id) => typeof id === 'string'),
    ...lines.map((line) => line.actor),
    ...byHand.map(({ releasedBy }) => releasedBy),
  ]);
  const line = lines.find(({ revision }) => revision === held.releasedBy);
  const planStage = JSON.stringify(plan.stage);
  const open = tasks.filter((task) => !isSealedFrom({ ...task, planStage }, compiled.cycle.stages, actor.id));
  const lastRound = ofLastRound(open.map(asJudged), releases).map(({ task }) => task);
  const seen = open.filter((task) => isReadable(lines, task, heldFrom));
  const place = { planId, componentId, period: plan.period };
  const telling = { db, who, find: await makeFindEvidence(db, actor, place) };
  const writing = {
    ...{ tasks: seen, planId, cycle: compiled.cycle, rules, lines, who },
    ...{
      readerId: actor.id,
      asOwner: await readsAsOwner(db, { actor, plan: { id: planId, componentId, cycleId, version } }),
    },
  };
  const around = { tasks, lines, rules, who, timers: await listStageTimers(db, planId) };
  return {
    ...{ planId, about: ratedId === undefined ? null : who(ratedId) },
    ...{ held: held.since !== null, hidden: heldFrom !== null, ofPredecessor: tasks.length < all.length },
    released: held.since === null ? await releasedOf(db, planId, { line, who }) : null,
    release: await releaseFor(deps, db, { actor, planId }),
    self: await selfOf(telling, lastRound),
    ratings: await ratingsOf(
      telling,
      asItStands(seen.map(asJudged)).map(({ task }) => task),
    ),
    acknowledgements: acknowledgementsOf(around, compiled.cycle),
    disputes: disputesOf(around),
    written: await writtenOf(db, writing),
    deciding: decidingOf(tasks, who),
  };
}
