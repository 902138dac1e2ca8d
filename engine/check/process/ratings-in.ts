// Which names carry what somebody said about somebody, so that it can be seen where it goes.
import { expressionsIn } from '../../expression/template.ts';
import type { ChartView } from '../chart-view.ts';
import { completedTask } from '../guards/form-schemas.ts';
import { type ActionAt, actionsAt, triggersAt } from '../places.ts';
import { isRating, isUnnamed, type TaskAt } from '../tasks-of.ts';

export interface RatingNames {
  /** Whether the expression, where it stands, gives away a rating. */
  reveals(text: string, place: string): boolean;
}

export function ratingNames(view: ChartView, tasks: readonly TaskAt[]): RatingNames {
  const confidential = new Set(
    tasks.filter((task) => isRating(task) || isUnnamed(task)).map(({ key }) => key),
  );
  const triggers = triggersAt(view);
  const variables = new Set<string>();
  const reveals = (text: string, place: string): boolean => {
    const names = view.namesIn(text);
    if ([...names].some((name) => variables.has(name))) return true;
    const trigger = triggers.of(place);
    const task = trigger === null ? null : completedTask(trigger);
    return task !== null && confidential.has(task) && (names.has('result') || names.has('event'));
  };
  // What is set from a rating carries it on, so that another variable may be set from that one.
  for (let before = -1; before !== variables.size; ) {
    before = variables.size;
    for (const { action, place } of actionsAt(view)) {
      if (action.do === 'set' && reveals(action.value, place)) variables.add(action.variable);
    }
  }
  return { reveals };
}

/** The expressions of a message that give away a rating. */
export function revealedBy(names: RatingNames, { action, place }: ActionAt): string[] {
  if (action.do !== 'notify') return [];
  return expressionsIn(action.message).filter((text) => names.reveals(text, place));
}
