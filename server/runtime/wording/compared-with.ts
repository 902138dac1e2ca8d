// What a text can be compared with, of what its writer may see: what they wrote before, to the same reader and about
// others, who was named to rate, and which groups are too small to be shown.
import { groupWords, raterGroups, saidIn, showAnswers } from '../../../engine/index.ts';
import type { Actor } from '../../access/actor.ts';
import { scopeOf } from '../../access/authorize.ts';
import { isVisible, planSightLent, readableComponentIds } from '../../access/visibility.ts';
import type { Deps } from '../../deps.ts';
import { type Answer, listAnswers } from '../../store/queries/answers.ts';
import type { StoredPlan } from '../../store/queries/plans.ts';
import type { TaskInContext } from '../../store/queries/tasks.ts';
import {
  listNamedRaters,
  listOwnFeedback,
  listOwnResults,
  type OwnText,
} from '../../store/queries/wording.ts';
import type { Db } from '../../store/schema.ts';
import { answerSight } from '../feedback/answer-sight.ts';
import { isUnnamed } from '../tasks/unnamed.ts';

export interface Compared {
  earlier: string[];
  elsewhere: string[];
  raters: { id: string; name: string }[];
  suppressedGroups: string[];
}

type RaterGroup = (typeof raterGroups)[number];

interface Reader {
  componentId: string | null;
  personId: string | null;
}

const EARLIER = 3;
const ELSEWHERE = 30;

const isTo = ({ componentId, personId }: Reader, text: OwnText): boolean =>
  (personId !== null && text.toPersonId === personId) ||
  (componentId !== null && text.componentId === componentId);

/** Of spontaneous feedback: the writer's own texts. */
export async function comparedToOthers(db: Db, authorId: string, reader: Reader): Promise<Compared> {
  const own = await listOwnFeedback(db, authorId);
  const texts = (some: readonly OwnText[]) => some.map(({ text }) => text);
  return {
    earlier: texts(own.filter((one) => isTo(reader, one))).slice(0, EARLIER),
    elsewhere: texts(own.filter((one) => !isTo(reader, one))).slice(0, ELSEWHERE),
    raters: [],
    suppressedGroups: [],
  };
}

interface InTask {
  task: TaskInContext;
  /** That the task is of. */
  stored: StoredPlan | null;
  actor: Actor;
}
type Ports = Pick<Deps, 'cycles' | 'clock'>;

/** Groups of one round that cannot be told apart in what is shown of it, and those that can. */
function groupsIn(answers: readonly Answer[]): { group: RaterGroup; isShown: boolean }[] {
  const given = answers
    .filter(({ anonymity }) => anonymity !== 'named')
    .map(({ raterGroup, authorId, text, threshold }) => ({
      group: raterGroups.find((one) => one === raterGroup) ?? 'peer',
      authorId,
      text,
      threshold: threshold ?? 0,
    }));
  const apart = showAnswers(given).shown.flatMap(({ groups }) => (groups.length === 1 ? groups : []));
  return given.map(({ group }) => ({ group, isShown: apart.includes(group) }));
}

/** By the newest round of each group that the writer may read: of others not even that they answered is told. */
async function suppressedFor(ports: Ports, db: Db, { task, stored, actor }: InTask): Promise<string[]> {
  if (!stored) return [];
  const { id, componentId, cycleId, cycleVersion: version, round } = stored.plan;
  const looking = { actor, plan: { id, componentId, cycleId, version, round } };
  const sight = await answerSight(ports, db, { ...looking, ownerId: task.componentOwnerId });
  const isShown = new Map<RaterGroup, boolean>();
  for (const [of, answers] of Map.groupBy(await listAnswers(db, id), (answer) => answer.round ?? 1))
    if (sight.standing(of) === 'shown')
      for (const one of groupsIn(answers)) isShown.set(one.group, one.isShown);
  return [...isShown].flatMap(([group, shown]) => (shown ? [] : (groupWords[group] ?? [])));
}

/** Who writes about somebody else, and may read the plan in which they do. */
async function readsRound(db: Db, { task, actor }: InTask): Promise<boolean> {
  if (task.raterGroup !== null || task.componentOwnerId === actor.id) return false;
  const scope = scopeOf(actor, 'plans.read');
  if (scope && isVisible(await readableComponentIds(db, actor, scope), task.componentId)) return true;
  return (await planSightLent(db, actor, task.planId)) !== null;
}

/** Whoever answers unnamed gives themselves away by their own name; whoever judges knows who was agreed on. */
async function raters(db: Db, { task, actor }: InTask, reads: boolean): Promise<Compared['raters']> {
  if (isUnnamed(task)) return [{ id: actor.id, name: actor.name }];
  return reads ? listNamedRaters(db, task.planId) : [];
}

export async function comparedInTask(ports: Ports, db: Db, given: InTask): Promise<Compared> {
  const { task, stored, actor } = given;
  const { componentId, componentOwnerId } = task;
  const launchId = stored?.launchId ?? null;
  const own = await comparedToOthers(db, actor.id, { componentId, personId: componentOwnerId });
  const worked = launchId ? await listOwnResults(db, { personId: actor.id, launchId, not: componentId }) : [];
  const judged = worked.flatMap(({ form, result }) =>
    saidIn(JSON.parse(form), result, 'another').map(({ text }) => text),
  );
  const reads = await readsRound(db, given);
  return {
    ...own,
    elsewhere: [...judged, ...own.elsewhere].slice(0, ELSEWHERE),
    raters: await raters(db, given, reads),
    suppressedGroups: reads ? await suppressedFor(ports, db, given) : [],
  };
}
