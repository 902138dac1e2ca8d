// From which step of a plan on what a task gave counts as given. A plan hears of several who judge once all did, and not
// at all while the step that it leads to has failed: what was given is there from the moment somebody gave it.
import type { GivenInTask, WayOfPlan } from '../../store/queries/rating-releases.ts';

/** The revision in which the plan heard that the task was done; null: it was not heard. */
export const heardIn = (lines: readonly WayOfPlan[], { key, completedAt }: GivenInTask): number | null =>
  lines.find(({ type, at }) => type === `task.${key}.completed` && completedAt !== null && at >= completedAt)
    ?.revision ?? null;

/** Where it was not heard: the first revision after it, or the one that comes next. */
export const countsFrom = (lines: readonly WayOfPlan[], task: GivenInTask): number =>
  heardIn(lines, task) ??
  lines.find(({ at }) => task.completedAt !== null && at > task.completedAt)?.revision ??
  (lines.at(-1)?.revision ?? 0) + 1;
