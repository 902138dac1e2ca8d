// What is left to do once a task is done, as the server counts it.
import type { Task } from '../app/api/wire.ts';
import { t } from '../language/index.ts';

export interface AfterCompletion {
  next: Task | undefined;
  /** The next one's place among those of this sitting: done and left together. */
  place: number;
  total: number;
}

export function nextWords({ next, place, total }: AfterCompletion): string {
  if (!next) return t('That was the last task. Nothing else waits for you.');
  return t('Next: {task}, {component} ({place} of {total}).', {
    task: next.title,
    component: next.componentName,
    place,
    total,
  });
}
