// What a text can be compared with, of what its writer may see: what they wrote before, to the same reader and about
// others, who was named to rate, and which groups are too small to be shown.
import { groupWords, raterGroups, saidIn, showAnswers } from '../../../engine/index.ts';
import type { Actor } from '../../access/actor.ts';
import { isStillAsking, listAnswers } from '../../store/queries/answers.ts';
import type { TaskInContext } from '../../store/queries/tasks.ts';
import {
  listNamedRaters,
  listOwnFeedback,
  listOwnResults,
  type OwnText,
} from '../../store/queries/wording.ts';
import type { Db } from '../../store/schema.ts';
import { isUnnamed } from '../tasks/unnamed.ts';

export interface Compared {
  earlier: string[];
  elsewhere: string[];
  raters: { id: string; name: string }[];
  suppressedGroups: string[];
}

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

/** Nothing while somebody may still answer: who is missing would be told. */
async function suppressedIn(db: Db, planId: string): Promise<string[]> {
  if (await isStillAsking(db, planId)) return [];
  const answers = (await listAnswers(db, planId)).filter(({ anonymity }) => anonymity !== 'named');
  const given = answers.map(({ raterGroup, authorId, text, threshold }) => ({
    group: raterGroups.find((one) => one === raterGroup) ?? 'peer',
    authorId,
    text,
    threshold: threshold ?? 0,
  }));
  const shown = new Set(
    showAnswers(given).shown.flatMap(({ groups }) => (groups.length === 1 ? groups : [])),
  );
  const hidden = new Set(given.map(({ group }) => group).filter((group) => !shown.has(group)));
  return [...hidden].flatMap((group) => groupWords[group] ?? []);
}

/** Whoever answers unnamed gives themselves away by their own name; whoever judges knows who was agreed on. */
async function ratersOf(db: Db, task: TaskInContext, actor: Actor): Promise<Compared['raters']> {
  if (isUnnamed(task)) return [{ id: actor.id, name: actor.name }];
  return task.raterGroup === null && task.componentOwnerId !== actor.id
    ? listNamedRaters(db, task.planId)
    : [];
}

export async function comparedInTask(
  db: Db,
  { task, launchId, actor }: { task: TaskInContext; launchId: string | null; actor: Actor },
): Promise<Compared> {
  const { componentId, componentOwnerId, planId } = task;
  const own = await comparedToOthers(db, actor.id, { componentId, personId: componentOwnerId });
  const worked = launchId ? await listOwnResults(db, { personId: actor.id, launchId, not: componentId }) : [];
  const judged = worked.flatMap(({ form, result }) =>
    saidIn(JSON.parse(form), result, 'another').map(({ text }) => text),
  );
  return {
    ...own,
    elsewhere: [...judged, ...own.elsewhere].slice(0, ELSEWHERE),
    raters: await ratersOf(db, task, actor),
    suppressedGroups:
      task.raterGroup === null && componentOwnerId !== actor.id ? await suppressedIn(db, planId) : [],
  };
}
