// Takes out of an ended plan what is not to be kept any longer. A judgement, a score, a signature and an outcome stay.
import type { Json, JsonObject } from '../../../engine/index.ts';
import type { KeptKind } from '../../store/queries/plan-keeping.ts';
import {
  blankRaterWords,
  deletePlanDrafts,
  listCalibrationTasks,
  listEarlierResults,
  listRaterTasks,
  listRaterWords,
  listSaidLines,
  type SaidTask,
  setEarlierResult,
  setResult,
  setSaidLine,
} from '../../store/queries/said-in-plan.ts';
import { scrubPlan, scrubTold } from '../../store/queries/words-of-plan.ts';
import type { Db } from '../../store/schema.ts';
import { eventWithout, makeScrub, notesIn, proseIn, withoutNotes } from './blank.ts';

const completionOf = /^task\.(.+)\.completed$/;

interface Blanking {
  /** Their completions told the plan what was said. */
  keys: ReadonlySet<string>;
  blank(result: Json): Json;
  words: readonly string[];
}

/** A completion of any other task holds what was said there, be it in the same words. */
async function blankHistory(db: Db, planId: string, { keys, blank, words }: Blanking): Promise<void> {
  const lines = (await listSaidLines(db, planId)).map((line) => {
    const key = completionOf.exec(line.eventType)?.[1];
    const data: JsonObject = JSON.parse(line.event);
    return { line, key, data: key !== undefined && keys.has(key) ? eventWithout(data, blank) : data };
  });
  const scrub = makeScrub(words);
  let repeated = false;
  for (const { line, key, data } of lines) {
    const written = JSON.stringify(data);
    const isOthers = key !== undefined && !keys.has(key);
    const event = isOthers ? line.event : scrub.json(written);
    const after = { event, asked: scrub.json(line.asked), effects: scrub.json(line.effects) };
    repeated ||= after.effects !== line.effects;
    if (after.event !== line.event || after.asked !== line.asked || after.effects !== line.effects)
      await setSaidLine(db, line.seq, after);
  }
  if (!scrub.isNeeded) return;
  await scrubPlan(db, planId, scrub);
  if (repeated) await scrubTold(db, planId, scrub);
}

const resultsIn = (tasks: readonly Pick<SaidTask, 'result'>[]): Json[] =>
  tasks.flatMap(({ result }) => (result === null ? [] : [JSON.parse(result) as Json]));

const keysOf = (tasks: readonly SaidTask[]): ReadonlySet<string> => new Set(tasks.map(({ key }) => key));

/** One and the same for each author, so that a group stays as large as it was. */
async function blankWords(db: Db, planId: string): Promise<string[]> {
  const given = await listRaterWords(db, planId);
  const authors = [...new Set(given.map(({ authorId }) => authorId))];
  for (const { id, authorId } of given)
    await blankRaterWords(db, id, `gone:${planId}:${authors.indexOf(authorId)}`);
  return given.map(({ text }) => text);
}

async function removeAnswers(db: Db, planId: string): Promise<number> {
  const tasks = await listRaterTasks(db, planId);
  const earlier = await listEarlierResults(
    db,
    tasks.map(({ id }) => id),
  );
  const given = tasks.filter(({ result }) => result !== null);
  const said = await blankWords(db, planId);
  const words = [...resultsIn(tasks), ...resultsIn(earlier), ...said].flatMap(proseIn);
  for (const { id } of given) await setResult(db, id, null);
  for (const { id } of earlier) await setEarlierResult(db, id, null);
  await blankHistory(db, planId, { keys: keysOf(tasks), blank: () => ({}), words });
  return given.length;
}

async function removeNotes(db: Db, planId: string): Promise<number> {
  const tasks = await listCalibrationTasks(db, planId);
  const earlier = await listEarlierResults(
    db,
    tasks.map(({ id }) => id),
  );
  const words = [...resultsIn(tasks), ...resultsIn(earlier)].flatMap(notesIn);
  const blank = (result: string): string => JSON.stringify(withoutNotes(JSON.parse(result)));
  const given = tasks.filter(({ result }) => result !== null);
  for (const { id, result } of given) if (result !== null) await setResult(db, id, blank(result));
  for (const { id, result } of earlier) if (result !== null) await setEarlierResult(db, id, blank(result));
  await blankHistory(db, planId, { keys: keysOf(tasks), blank: withoutNotes, words });
  return given.length;
}

/** How many there were. What has gone already is not found again. */
export const removeSaid: Record<KeptKind, (db: Db, planId: string) => Promise<number>> = {
  drafts: deletePlanDrafts,
  answers: removeAnswers,
  notes: removeNotes,
};
