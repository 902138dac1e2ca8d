// The templates that a template starts plans of: an appraisal may begin an improvement plan. They come along with it.
import { type Cycle, cyclesStarted } from '../../engine/index.ts';

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
    for (const id of cyclesStarted(next)) {
      const companion = templates.find((one) => one.id === id);
      if (!companion || taken.has(id)) continue;
      taken.add(id);
      found.push(companion);
      waiting.push(companion);
    }
  }
  return found;
}
