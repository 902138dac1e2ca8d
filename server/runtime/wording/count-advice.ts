// Which advice a writer passed over is counted, not shamed: rules and figures, never the text. Read before the commit,
// since reading prose takes some milliseconds; kept in it.
import {
  type JsonObject,
  loadWording,
  localDateOf,
  type Outcome,
  outcomes,
  saidIn,
  type WordingDraft,
} from '../../../engine/index.ts';
import type { Actor } from '../../access/actor.ts';
import type { Deps } from '../../deps.ts';
import { findPlan } from '../../store/queries/plans.ts';
import type { TaskInContext } from '../../store/queries/tasks.ts';
import { insertWrittenText } from '../../store/queries/wording.ts';
import { componentZone } from '../../store/queries/zones.ts';
import type { WrittenTextRow } from '../../store/schema/wording.ts';
import type { Db } from '../../store/schema.ts';
import { subjectOfTask } from '../tasks/require-kind-words.ts';
import { isUnnamed } from '../tasks/unnamed.ts';
import { comparedInTask } from './compared-with.ts';

type Written = Omit<WrittenTextRow, 'id'>;

export async function rulesPassedOver(draft: WordingDraft): Promise<string> {
  const { adviseWording } = await loadWording();
  return JSON.stringify([...new Set(adviseWording(draft).map(({ rule }) => rule))]);
}

/** The texts of a result that somebody reads about their work, under which the advice stands. */
function advisedTexts(form: unknown, result: JsonObject): string[] {
  if (form === 'feedback') return [result.text].filter((text) => typeof text === 'string');
  if (form === 'appraisal')
    return [result.summary, result.reason].filter(
      (text) => typeof text === 'string' && text.trim() !== '',
    ) as string[];
  if (typeof form !== 'object' || form === null) return [];
  return saidIn(form as JsonObject, result, 'another').map(({ text }) => text);
}

const toOutcome = (value: unknown): Outcome | undefined => outcomes.find((one) => one === value);

/** What will be kept of the texts of a task; nothing of what people write about themselves. */
export async function adviceOnTask(
  deps: Pick<Deps, 'store' | 'clock' | 'cycles'>,
  { task, result, actor }: { task: TaskInContext; result: JsonObject; actor: Actor },
): Promise<Written[]> {
  if (task.state !== 'open' || subjectOfTask(task, actor.id) !== 'another') return [];
  const form = JSON.parse(task.form);
  const texts = advisedTexts(form, result);
  if (texts.length === 0) return [];
  const { launchId, today, ...context } = await deps.store.read(async (db) => {
    const today = localDateOf(deps.clock.now(), await componentZone(db, task.componentId));
    const stored = await findPlan(db, task.planId);
    const compared = await comparedInTask(deps, db, { task, stored, actor });
    return { launchId: stored?.launchId ?? null, today, period: stored?.plan.period, ...compared };
  });
  const rating = toOutcome(form === 'feedback' ? result.methods : result.results);
  const about = { id: task.componentId, name: task.componentName };
  const unnamed = isUnnamed(task);
  const row = {
    // The day would tell who was the last to answer.
    day: unnamed ? `${today.slice(0, 7)}-01` : today,
    authorId: unnamed ? null : actor.id,
    componentId: unnamed ? null : task.componentId,
    launchId,
  };
  return Promise.all(
    texts.map(async (text) => ({
      ...row,
      rules: await rulesPassedOver({ text, today, about, rating, ...context }),
    })),
  );
}

export async function keepAdvice(
  db: Db,
  ports: Pick<Deps, 'ids'>,
  written: readonly Written[],
): Promise<void> {
  for (const one of written) await insertWrittenText(db, { id: ports.ids.next('wrt'), ...one });
}
