// Each version of a plan's rating, and each decision that left it as it was: who gave it, why, and on what it rests.
import type { z } from 'zod';
import type { FormResult } from '../../../engine/index.ts';
import type { appraisalWire } from '../../routes/wire/ratings.ts';
import type { Db } from '../../store/schema.ts';
import type { Named, PurposedTask } from './answers-to-rating.ts';
import { decidedOf, decidedWith, type Standing } from './decided-by.ts';
import { type FindEvidence, readEvidence } from './evidence-of.ts';
import { goalTitles } from './goal-titles.ts';
import { readResult } from './read-result.ts';

type Rating = z.infer<typeof appraisalWire>['ratings'][number];

export interface Telling {
  db: Db;
  who: Named;
  /** As the reader may read it. */
  find: FindEvidence;
}

type Given = FormResult<'appraisal'>;

async function goalsOf({ db, find }: Telling, { goals }: Given): Promise<Rating['goals']> {
  const titleOf = await goalTitles(db, goals);
  const told: Rating['goals'] = [];
  for (const { evidenceIds, ...goal } of goals) {
    const evidenceItems = await readEvidence(find, evidenceIds);
    told.push({ ...goal, title: titleOf(goal.goalId), evidenceItems });
  }
  return told;
}

async function givenOf(telling: Telling, task: PurposedTask, before: Standing): Promise<Rating | null> {
  const { who, find } = telling;
  const given = readResult('appraisal', task);
  if (!given) return null;
  const place = { at: task.completedAt ?? task.openedAt, by: who(task.completedBy ?? '') };
  return {
    ...{ version: before.version + 1, kind: 'appraisal', decision: 'given', ...place },
    ...{ results: given.results ?? null, methods: given.methods, words: given.summary },
    reason: given.reason ?? null,
    goals: await goalsOf(telling, given),
    evidenceItems: await readEvidence(find, given.evidenceIds),
    voices: [],
  };
}

/** Each later one rests on the one before; nothing that was given is overwritten. */
export async function ratingsOf(telling: Telling, tasks: readonly PurposedTask[]): Promise<Rating[]> {
  const ratings: Rating[] = [];
  for (const task of tasks) {
    if (task.state !== 'completed') continue;
    const before = ratings.at(-1) ?? { version: 0, results: null, methods: null };
    const decided = () => decidedOf(telling.who, decidedWith(tasks, task), before);
    const rating = (await givenOf(telling, task, before)) ?? decided();
    if (rating) ratings.push(rating);
  }
  return ratings;
}
