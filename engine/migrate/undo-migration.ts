// A migration taken back: a plan that has not moved since is what it was before, but for its revision.
import type { Plan } from '../model/plan.ts';

export type PlanUndone =
  | { kind: 'undone'; plan: Plan }
  /** Taking it back would take back what happened since. */
  | { kind: 'moved-since'; revision: number };

/** `before` and `migrated` are the plan on the two sides of the migration, `now` is what it has become. */
export function undoMigration(before: Plan, migrated: number, now: Plan): PlanUndone {
  if (now.revision !== migrated) return { kind: 'moved-since', revision: now.revision };
  return { kind: 'undone', plan: { ...before, revision: now.revision + 1 } };
}
