// Keeps which guards a step asked and what they looked at, so that a plan can say why it is where it is.
import type { Json, JsonObject } from '../../model/json.ts';
import type { AskedGuard } from '../../model/step.ts';
import type { Draft } from './draft.ts';
import { evaluateIn } from './evaluate-in.ts';

/** Characters of JSON. A longer value is for the facts to hold, not for every line of the history. */
const maxKept = 2_000;

export function recordGuard(draft: Draft, given: Pick<AskedGuard, 'transition' | 'guard' | 'passed'>): void {
  if (draft.fault) return;
  const { asked, transitions } = draft.moves;
  const after = transitions.length;
  const earlier = asked.findIndex((one) => one.transition === given.transition && one.after === after);
  const record = { ...given, values: valuesOf(draft, given.guard), after };
  if (earlier < 0) asked.push(record);
  else asked[earlier] = record;
}

/** What a guard looks at, by path. */
export function valuesOf(draft: Draft, guard: string): JsonObject {
  const values: [string, Json][] = [];
  for (const path of draft.evaluator.pathsIn(guard)) {
    const evaluated = evaluateIn(draft, path);
    if (evaluated.kind === 'failed' || evaluated.type === 'other') continue;
    if (JSON.stringify(evaluated.json).length <= maxKept) values.push([path, evaluated.json]);
  }
  return Object.fromEntries(values);
}
