// What was answered in forms of the cycle's own, such as a notice, a check-in or a reply: read by those who see the plan. Whom
// it is about reads it from where ratings are told on, where the cycle says that; what they wrote themselves they read at once.
import type { z } from 'zod';
import type { Cycle, ReleaseRules } from '../../../engine/index.ts';
import type { appraisalWire } from '../../routes/wire/ratings.ts';
import type { WayOfPlan } from '../../store/queries/rating-releases.ts';
import type { Db } from '../../store/schema.ts';
import { findTask } from '../tasks/find-stage.ts';
import { isPrivateFrom } from '../tasks/private-answers.ts';
import type { Named, PurposedTask } from './answers-to-rating.ts';

type Written = z.infer<typeof appraisalWire>['written'][number];

export interface Writing {
  /** As far as the reader sees them. */
  tasks: readonly PurposedTask[];
  planId: string;
  cycle: Cycle;
  rules: ReleaseRules;
  lines: readonly WayOfPlan[];
  readerId: string;
  /** The reader is whom the plan is about, or works for them. */
  asOwner: boolean;
  who: Named;
}

const shownElsewhere = ['dispute', 'release'];

function isTold({ rules, lines, readerId, asOwner }: Writing, task: PurposedTask): boolean {
  if (!asOwner || rules.released.size === 0 || task.completedBy === readerId) return true;
  const at = task.completedAt ?? '';
  const isReleased = (stage: string) => rules.released.has(stage);
  return isReleased(task.stage) || lines.some((line) => line.at >= at && line.stages.some(isReleased));
}

export async function writtenOf(db: Db, writing: Writing): Promise<Written[]> {
  const { planId, cycle, readerId, who } = writing;
  const written: Written[] = [];
  for (const task of writing.tasks) {
    const form: unknown = JSON.parse(task.form);
    if (task.state !== 'completed' || task.result === null || typeof form === 'string') continue;
    if (shownElsewhere.includes(task.purpose ?? '') || !isTold(writing, task)) continue;
    const asked = { task: { ...task, planId }, own: findTask(cycle.stages, task) };
    if (await isPrivateFrom(db, asked, readerId)) continue;
    written.push({
      ...{ taskId: task.id, title: task.title, at: task.completedAt ?? task.openedAt },
      by: task.completedBy === null ? null : who(task.completedBy),
      ...{ form, result: JSON.parse(task.result) },
    });
  }
  return written;
}
