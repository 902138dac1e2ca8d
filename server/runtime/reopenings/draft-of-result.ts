// What was handed in, as the draft that its form goes on from: nobody types it twice.
import type { JsonObject } from '../../../engine/index.ts';
import type { TaskInContext } from '../../store/queries/tasks.ts';

interface Entry extends JsonObject {
  goalId: string;
}
const isEntry = (value: unknown): value is Entry =>
  typeof value === 'object' && value !== null && 'goalId' in value && typeof value.goalId === 'string';

const entriesIn = (content: JsonObject): Entry[] =>
  Array.isArray(content.goals) ? content.goals.filter(isEntry) : [];

export interface Before {
  /** What had been typed by then. */
  typed: JsonObject;
  titleOf: (goalId: string) => string;
}

/** What was handed in counts; what only the draft knows of a goal stays beside it. */
function goalsOf(result: JsonObject, { typed, titleOf }: Before): JsonObject {
  const given = entriesIn(result);
  if (given.length === 0) return {};
  const known = new Map(entriesIn(typed).map((entry) => [entry.goalId, entry]));
  const goals = given.map((entry) => {
    const begun = { title: titleOf(entry.goalId), scored: null, factors: '' };
    return { ...begun, ...known.get(entry.goalId), ...entry };
  });
  return { goals };
}

export function draftOfResult(
  { form }: Pick<TaskInContext, 'form'>,
  result: JsonObject,
  before: Before,
): JsonObject {
  if (typeof JSON.parse(form) !== 'string') return { ...before.typed, values: result };
  return { ...before.typed, ...result, ...goalsOf(result, before) };
}
