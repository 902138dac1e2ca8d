// The calibration of a launch: its appraisals side by side, and what the checks on ratings find in them. Nobody reads
// the line of their own component here; whoever releases hears that groups were rated differently, and HR which they are.
import {
  type AppraisalRound,
  checkRound,
  findingsFor,
  type Outcome,
  outcomes,
  type RoundAppraisal,
  type RoundFinding,
} from '../../../engine/index.ts';
import type { Actor } from '../../access/actor.ts';
import { authorize, scopeOf } from '../../access/authorize.ts';
import { isVisible, visibleComponentIds } from '../../access/visibility.ts';
import type { Deps } from '../../deps.ts';
import { notFound } from '../../problem.ts';
import { makePlaces, type Places } from '../../reports/boards/places.ts';
import { among } from '../../store/queries/among.ts';
import { type AppraisedPlan, listAppraisedPlans, listEvidenceDays } from '../../store/queries/appraisals.ts';
import { attributesOf } from '../../store/queries/attributes.ts';
import { listPlaces } from '../../store/queries/components.ts';
import { findLaunch, type Launch } from '../../store/queries/launches.ts';
import { findPlan } from '../../store/queries/plans.ts';
import type { Db } from '../../store/schema.ts';
import { scoreOf } from '../plans/score-now.ts';
import { type AppraisalLine, appraisalOf, type PersonRef } from './appraisal-of.ts';
import { finalRatings, levelOf, partsAbove, toCompare } from './final-ratings.ts';
import { knownOfPlans } from './known-of-plans.ts';
import { listTold } from './list-told.ts';
import { type LineRelease, releaseOf } from './release-of.ts';

/** More are not compared at one table, and each of them is scored: then a group is chosen. */
export const GREATEST_SESSION = 300;
/** Of a group, before its ratings are released. Rule: domain, annual appraisal, "≥ 90 % ready". */
const NEEDED_SHARE = 0.9;
const MEETS = 2;

export interface Scored extends AppraisalLine {
  scored: Outcome | null;
  score: number | null;
  /** The days of what was observed and said in the period. */
  evidence: string[];
  release: LineRelease;
}

export interface Session {
  launch: Launch;
  groups: (PersonRef & { count: number })[];
  /** There are no lines: a group must be chosen. */
  tooMany: boolean;
  lines: Scored[];
  findings: RoundFinding[];
}

type Attributes = ReadonlyMap<string, Record<string, string>>;

/** Where the component is nobody's, it stands for itself. */
const subjectOf = ({ owner, componentId }: AppraisalLine): string => owner?.id ?? componentId;

const toRound = (line: Scored, known: Attributes, places: Places): RoundAppraisal => ({
  planId: line.planId,
  subjectId: subjectOf(line),
  raterId: line.rater?.id ?? '',
  group: line.group?.id ?? '',
  above: partsAbove(places, line.componentId).slice(1),
  level: levelOf(line.now),
  levelBefore: levelOf(line.rated),
  selfLevel: levelOf(line.self),
  scoredLevel: levelOf(line.scored),
  items: line.items.map((item) => outcomes.indexOf(item) + 1),
  comment: line.summary,
  reason: line.changes.at(-1)?.reason ?? line.reason,
  evidence: line.evidence,
  overdue: line.overdue,
  attributes: known.get(subjectOf(line)) ?? {},
});

async function scoreLines(
  deps: Deps,
  db: Db,
  { lines, launch, actor }: Pick<Session, 'launch'> & { lines: AppraisalLine[]; actor: Actor },
): Promise<Scored[]> {
  const days = Map.groupBy(
    await listEvidenceDays(
      db,
      lines.map((line) => line.componentId),
      launch.period,
    ),
    ({ componentId }) => componentId,
  );
  const scored: Scored[] = [];
  for (const line of lines) {
    const plan = (await findPlan(db, line.planId))?.plan;
    const score = plan ? (await scoreOf(deps, db, plan)).score : null;
    const evidence = (days.get(line.componentId) ?? []).map(({ day }) => day).sort();
    const figures = { scored: score?.outcome ?? null, score: score?.score ?? null, evidence };
    scored.push({ ...line, ...figures, release: await releaseOf(deps, db, { line, actor }) });
  }
  return scored;
}

/** By name; those at the top of the organisation have no group. */
function groupsOf(plans: readonly AppraisedPlan[]): Session['groups'] {
  const groups = new Map<string, PersonRef & { count: number }>();
  for (const { groupId, groupName } of plans) {
    if (groupId === null) continue;
    const known = groups.get(groupId);
    groups.set(groupId, { id: groupId, name: groupName ?? groupId, count: (known?.count ?? 0) + 1 });
  }
  return [...groups.values()];
}

export interface Asked {
  launchId: string;
  actor: Actor;
  /** The component above those that are compared; without it all of the launch, if it is small enough. */
  group?: string | undefined;
}

/** No lines where there are too many and no group is chosen. @throws ProblemError not-found, not-allowed. */
export async function readSession(deps: Deps, { launchId, actor, group }: Asked): Promise<Session> {
  const scope = authorize(actor, 'calibrations.read');
  return deps.store.read(async (db) => {
    const launch = await findLaunch(db, launchId);
    if (!launch) throw notFound('launch');
    const visible = await visibleComponentIds(db, actor, scope);
    const plans = (await listAppraisedPlans(db, launchId)).filter(({ componentId }) =>
      isVisible(visible, componentId),
    );
    if (scope !== 'all' && withoutOwn(plans, actor).length === 0) throw notFound('launch');
    return layOut(deps, db, { launch, plans, actor, group });
  });
}

/** Nobody reads their own line, whatever they are to the session. */
const withoutOwn = (plans: readonly AppraisedPlan[], { id }: Actor): AppraisedPlan[] =>
  plans.filter(({ ownerId }) => ownerId !== id);

export interface Table extends Pick<Asked, 'actor' | 'group'> {
  launch: Launch;
  /** All that may be laid out for the actor. */
  plans: readonly AppraisedPlan[];
  /** Of the launch, and never laid out: raters are compared with those who rated these. */
  others?: readonly AppraisedPlan[];
}

export async function layOut(deps: Deps, db: Db, table: Table): Promise<Session> {
  const { launch, actor, group } = table;
  const plans = withoutOwn(table.plans, actor);
  const groups = groupsOf(plans);
  const chosen = group === undefined ? plans : plans.filter(({ groupId }) => groupId === group);
  if (chosen.length > GREATEST_SESSION) return { launch, groups, tooMany: true, lines: [], findings: [] };
  const lines = await scoreLines(deps, db, { launch, actor, lines: await linesOf(deps, db, chosen) });
  const reader = {
    isHr: scopeOf(actor, 'attributes.read') !== null,
    releases: scopeOf(actor, 'ratings.release') !== null,
  };
  const asksForGroups = reader.isHr || reader.releases;
  const known: Attributes = asksForGroups ? await attributesOf(db, lines.map(subjectOf)) : new Map();
  const places = makePlaces(await listPlaces(db));
  const here = new Set(chosen);
  const beside = [...plans, ...withoutOwn(table.others ?? [], actor)].filter((one) => !here.has(one));
  const given = await listTold(
    deps,
    db,
    among(
      'p.id',
      beside.map(({ planId }) => planId),
    ),
  );
  const round: AppraisalRound = {
    period: launch.period,
    levels: outcomes.length,
    levelNames: outcomes,
    meetsLevel: MEETS,
    neededShare: NEEDED_SHARE,
    appraisals: lines.map((line) => toRound(line, known, places)),
    others: toCompare(finalRatings(given), places),
  };
  return { launch, groups, tooMany: false, lines, findings: findingsFor(checkRound(round), reader) };
}

async function linesOf(deps: Deps, db: Db, plans: AppraisedPlan[]): Promise<AppraisalLine[]> {
  const knownOf = await knownOfPlans(deps, db, plans);
  const at = deps.clock.now();
  return plans.map((plan) => appraisalOf(plan, knownOf(plan), at));
}
