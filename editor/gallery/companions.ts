// The templates that a template starts plans of: an appraisal may begin an improvement plan. They come along with it.
import type { Cycle } from '../../engine/index.ts';

function* startedIn(part: unknown): Iterable<string> {
  if (typeof part !== 'object' || part === null) return;
  if ('do' in part && part.do === 'start' && 'cycle' in part && typeof part.cycle === 'string')
    yield part.cycle;
  for (const inner of Object.values(part)) yield* startedIn(inner);
}

/** Those that it starts, and those that they start, as far as nobody has a cycle of the id. */
export function companionsOf(
  template: Cycle,
  templates: readonly Cycle[],
  known: readonly string[],
): Cycle[] {
  const found: Cycle[] = [];
  const taken = new Set([template.id, ...known]);
  const waiting = [template];
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    for (const id of startedIn([next.stages, next.on])) {
      const companion = templates.find((one) => one.id === id);
      if (!companion || taken.has(id)) continue;
      taken.add(id);
      found.push(companion);
      waiting.push(companion);
    }
  }
  return found;
}
