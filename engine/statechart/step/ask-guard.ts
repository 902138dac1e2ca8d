// Asks guards, and keeps which a step asked and what they looked at, so that a plan can say why it is where it is.
import type { Json, JsonObject } from '../../model/json.ts';
import type { AskedGuard, StageMove } from '../../model/step.ts';
import type { Draft } from './draft.ts';
import { evaluateIn, letsPass, remembered } from './evaluate-in.ts';
import type { Looked } from './memory.ts';
import { mostCharacters } from './plan-size.ts';

/** Characters of JSON. A longer value is for the facts to hold, not for every line of the history. */
const maxKept = 2_000;

/** Whether the guard lets pass; only true does. */
export function askGuard(draft: Draft, { guard, place }: { guard: string; place: string }): boolean {
  const { memory } = draft;
  const look = () => lookAt(draft, guard);
  const { evaluated, values } = (memory && remembered(draft, guard, memory.guards, look)) ?? look();
  const passed = letsPass(draft, evaluated, { guard, place: `${place}/guard` });
  if (!draft.fault) keep(draft.moves, { transition: `/${place}`, guard, passed, values });
  return passed;
}

function lookAt(draft: Draft, guard: string): Looked {
  const evaluated = evaluateIn(draft, guard);
  return { evaluated, values: evaluated.kind === 'failed' ? {} : valuesOf(draft, guard) };
}

function keep({ asked, transitions }: StageMove, given: Omit<AskedGuard, 'after'>): void {
  const after = transitions.length;
  const earlier = asked.findIndex((one) => one.transition === given.transition && one.after === after);
  const record = { ...given, after };
  if (earlier < 0) asked.push(record);
  else asked[earlier] = record;
}

/** What a guard looks at, by path. */
export function valuesOf(draft: Draft, guard: string): JsonObject {
  const values: [string, Json][] = [];
  for (const path of draft.evaluator.pathsIn(guard)) {
    const evaluated = evaluateIn(draft, path);
    if (evaluated.kind === 'failed' || evaluated.type === 'other') continue;
    if (isShort(evaluated.json)) values.push([path, evaluated.json]);
  }
  return Object.fromEntries(values);
}

const isShort = (json: Json): boolean =>
  mostCharacters(json) <= maxKept || JSON.stringify(json).length <= maxKept;
