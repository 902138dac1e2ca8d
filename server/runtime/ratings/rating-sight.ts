// What of a plan's ratings its reader may see. Whom they are about sees them once they are released, whatever their
// roles are, and so does who stands in for them; everybody else sees them by their permissions. Rule: CYC-05.
// Until then the plan stands for them where it was judged, under review: where it went from there may tell how.
import { type Held, heldBack, type Outcome, releaseRules, releasesIn } from '../../../engine/index.ts';
import { type Actor, selfOf, systemActor, tokenActor } from '../../access/actor.ts';
import { scopeOf } from '../../access/authorize.ts';
import {
  isVisible,
  planSightLent,
  readableComponentIds,
  visibleComponentIds,
} from '../../access/visibility.ts';
import type { Deps } from '../../deps.ts';
import { ownedBy } from '../../store/queries/components.ts';
import { lineageOf } from '../../store/queries/facts.ts';
import { listLentWork } from '../../store/queries/lent-work.ts';
import {
  listGiven,
  listJudgedPlansOf,
  listReleaseLines,
  listReleasesByHand,
  type PlanOfOwner,
  standingBefore,
} from '../../store/queries/rating-releases.ts';
import type { Withheld } from '../../store/queries/withheld.ts';
import type { Db } from '../../store/schema.ts';
import { countsFrom, heardIn } from './counts-from.ts';

type Ports = Pick<Deps, 'cycles'>;
export interface HeldAt extends Held {
  /** When the first judgement that is not released was given or heard; null: everything may be read. */
  at: string | null;
}
const nothingHeld: HeldAt = { since: null, releasedBy: null, at: null };

/** Null: nobody is rated in its cycle. */
async function wayOf({ cycles }: Ports, db: Db, plan: PlanOfOwner) {
  const compiled = await cycles.find(db, plan.cycleId, plan.version);
  const rules = compiled && releaseRules(compiled.cycle);
  if (!rules || rules.ratings.size === 0) return null;
  const released = await listReleasesByHand(db, plan.id);
  const lines = await listReleaseLines(db, plan.id);
  const unheard = (await listGiven(db, plan.id))
    .filter(({ key, stage }) => rules.ratings.has(key) && !rules.released.has(stage))
    .filter((task) => heardIn(lines, task) === null);
  const beside = {
    byHand: released.map(({ revision }) => revision),
    unheard: unheard.map((task) => countsFrom(lines, task)),
  };
  return { rules, lines, released, unheard, beside };
}

/** Whether something that was judged in the plan is not released, also before the plan hears of it. */
export async function heldOf(ports: Ports, db: Db, plan: PlanOfOwner): Promise<HeldAt> {
  const way = await wayOf(ports, db, plan);
  if (!way) return nothingHeld;
  const { rules, lines, unheard, beside } = way;
  const held = heldBack(rules, lines, beside);
  const line = lines.find(({ revision }) => revision === held.since);
  const given = unheard.find((task) => countsFrom(lines, task) === held.since);
  return { ...held, at: line?.at ?? given?.completedAt ?? null };
}

/** The instants at which ratings of the plan were released, oldest first. */
export async function releasesOf(ports: Ports, db: Db, plan: PlanOfOwner): Promise<string[]> {
  const way = await wayOf(ports, db, plan);
  if (!way) return [];
  const instants = new Map(
    [...way.lines, ...way.released].map(({ revision, at }): [number, string] => [revision, at]),
  );
  return releasesIn(way.rules, way.lines, way.beside).flatMap((revision) => instants.get(revision) ?? []);
}

/** Components about whose owner the actor learns no more than the owner does, since they work there for them alone. */
async function lentAsOwner(db: Db, actor: Actor): Promise<{ ownerId: string; componentId: string }[]> {
  const lent = await listLentWork(db, actor.id);
  if (lent.length === 0) return [];
  const scope = scopeOf(actor, 'plans.read');
  const visible = scope ? await visibleComponentIds(db, actor, scope) : new Set<string>();
  return lent
    .filter(({ componentId }) => !isVisible(visible, componentId))
    .map(({ holderId, componentId }) => ({ ownerId: holderId, componentId }));
}

/** A token, or the server itself. */
export const isNobody = (actor: Actor): boolean => [tokenActor.id, systemActor.id].includes(selfOf(actor));

/** Whether the ratings of the component are about the actor, or about whom the actor stands in for there. */
export async function isAbout(db: Db, actor: Actor, componentId: string): Promise<boolean> {
  if (isNobody(actor)) return false;
  const ownerId = (await lineageOf(db, componentId))[0]?.ownerId ?? null;
  if (ownerId === null) return false;
  if (ownerId === selfOf(actor)) return true;
  const lent = await lentAsOwner(db, actor);
  return lent.some((one) => one.ownerId === ownerId && one.componentId === componentId);
}

/** The components of which `isAbout` is true. */
export async function componentsAbout(db: Db, actor: Actor): Promise<ReadonlySet<string>> {
  if (isNobody(actor)) return new Set();
  const own = await ownedBy(db, selfOf(actor));
  const lent = (await lentAsOwner(db, actor)).map(({ componentId }) => componentId);
  const about = await Promise.all(lent.map((id) => isAbout(db, actor, id)));
  return new Set([...own, ...lent.filter((_, place) => about[place])]);
}

/** Whether the reader sees no more of the plan than its owner: it is about them, or an open task alone brings them to it. */
export async function readsAsOwner(db: Db, { actor, plan: { id, componentId } }: Looking): Promise<boolean> {
  if (await isAbout(db, actor, componentId)) return true;
  const scope = scopeOf(actor, 'plans.read');
  if (scope === null || isVisible(await readableComponentIds(db, actor, scope), componentId)) return false;
  return (await planSightLent(db, actor, id)) === 'plan-as-owner';
}

export interface Looking {
  actor: Actor;
  plan: PlanOfOwner;
}

/** The revision from which on the reader sees no ratings; null: there is none. */
export async function heldFrom(ports: Ports, db: Db, { actor, plan }: Looking): Promise<number | null> {
  if (!(await isAbout(db, actor, plan.componentId))) return null;
  return (await heldOf(ports, db, plan)).since;
}

/** The revision in which a plan was judged, and when that was. */
export interface Judged {
  since: number;
  at: string;
}

const judgedOf = ({ since, at }: HeldAt): Judged | null => (since === null ? null : { since, at: at ?? '' });

/** What is left to read of a plan of which ratings are held back: how it stood when it was judged. */
export interface UnderReview extends Judged {
  stage: string[];
  round: number;
  outcome: Outcome | null;
}

async function underReviewSince(db: Db, planId: string, judged: Judged): Promise<UnderReview> {
  const { outcome, ...standing } = await standingBefore(db, planId, judged.since);
  return { ...judged, ...standing, outcome: outcome as Outcome | null };
}

/** Null: the reader sees all that their permissions give them. */
export async function underReviewOf(ports: Ports, db: Db, looking: Looking): Promise<UnderReview | null> {
  if (!(await readsAsOwner(db, looking))) return null;
  const judged = judgedOf(await heldOf(ports, db, looking.plan));
  return judged && underReviewSince(db, looking.plan.id, judged);
}

/** Plans about the actor of which ratings are held back, by id. */
export async function underReviewFrom(ports: Ports, db: Db, actor: Actor): Promise<Map<string, UnderReview>> {
  const found = new Map<string, UnderReview>();
  for (const [id, judged] of await heldFromActor(ports, db, actor))
    found.set(id, await underReviewSince(db, id, judged));
  return found;
}

/** What such plans gave the actor since, of which they are told at the release. */
export async function withheldFrom(ports: Ports, db: Db, actor: Actor): Promise<Withheld[]> {
  const reviews = await underReviewFrom(ports, db, actor);
  return [...reviews].map(([planId, { at }]) => ({ planId, from: at }));
}

/** Plans about the actor with ratings that are held back, by id. */
export async function heldFromActor(ports: Ports, db: Db, actor: Actor): Promise<Map<string, Judged>> {
  const held = new Map<string, Judged>();
  const lent = (await lentAsOwner(db, actor)).map(async ({ ownerId, componentId }) =>
    (await listJudgedPlansOf(db, ownerId)).filter((plan) => plan.componentId === componentId),
  );
  const about = [...(await listJudgedPlansOf(db, selfOf(actor))), ...(await Promise.all(lent)).flat()];
  for (const plan of about) {
    const judged = judgedOf(await heldOf(ports, db, plan));
    if (judged) held.set(plan.id, judged);
  }
  return held;
}
