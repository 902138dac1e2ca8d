// Values of names for which guards really come out as was found: what is shown to a designer was evaluated.
import type { Json } from '../../model/json.ts';
import type { Evaluator } from '../make-evaluator.ts';
import { type FeelValue, feelDate } from '../value.ts';
import type { Opaque, Witness } from './decide-branches.ts';
import { isDay } from './guard.ts';

/** What is not asked for by the witness: nothing at all. */
const empty: Record<string, Json> = { goals: [], measures: [], children: [] };

interface Setting {
  shown: Record<string, Json>;
  values: Record<string, FeelValue>;
}

interface Entry {
  path: readonly string[];
  value: FeelValue;
}

/** Paths become contexts in contexts. */
function nested(entries: readonly Entry[]): Record<string, FeelValue> {
  const heads = [...new Set(entries.map(({ path }) => path[0] ?? ''))];
  return Object.fromEntries(
    heads.map((head): [string, FeelValue] => {
      const inside = entries.filter(({ path }) => path[0] === head);
      const whole = inside.find(({ path }) => path.length === 1);
      const rest = inside.map(({ path, value }) => ({ path: path.slice(1), value }));
      return [head, whole ? whole.value : nested(rest)];
    }),
  );
}

/** count(goals) = 2 is two goals of which nothing more is known. */
function countedIn(text: string, count: Json): Entry | null {
  const [, name] = /^count\((goals|measures|children)\)$/.exec(text) ?? [];
  if (name === undefined || typeof count !== 'number') return null;
  return { path: [name], value: Array.from({ length: count }, () => ({})) };
}

const isPath = (text: string): boolean => /^[A-Za-z_]\w*(\.\w+)*$/.test(text);

function settingOf(witness: Witness, names: readonly string[]): Setting {
  const shown: Record<string, Json> = {};
  const entries: Entry[] = [];
  for (const [text, value] of witness) {
    const json = isDay(value) ? value.day : value;
    const own = { path: text.split('.'), value: isDay(value) ? feelDate(value.day) : value };
    const entry = countedIn(text, json) ?? (isPath(text) ? own : null);
    if (entry === null) continue;
    shown[text] = json;
    entries.push(entry);
  }
  const given = new Set(entries.map(({ path }) => path[0]));
  for (const name of names) {
    const value = empty[name];
    if (value === undefined || given.has(name)) continue;
    shown[name] = value;
    entries.push({ path: [name], value });
  }
  return { shown, values: nested(entries) };
}

/** Of an expression that is no name its names have to be given whole. */
const canBeGiven = ({ text, names }: Opaque): boolean =>
  countedIn(text, 0) !== null || names.every((name) => Object.hasOwn(empty, name));

/** Null when the guards do not come out as they should, or when not all that they look at can be given a value. */
export function confirm(
  evaluator: Evaluator,
  guards: readonly string[],
  { witness, opaque, holds }: { witness: Witness; opaque: readonly Opaque[]; holds: boolean },
): Record<string, Json> | null {
  if (!opaque.every(canBeGiven)) return null;
  const names = [...new Set(guards.flatMap((guard) => evaluator.namesIn(guard)))];
  const { shown, values } = settingOf(witness, names);
  if (!names.every((name) => Object.hasOwn(values, name))) return null;
  const asExpected = guards.every((guard) => {
    const evaluated = evaluator.evaluate(guard, (name) => values[name]);
    const held = evaluated.kind === 'value' && evaluated.sure && evaluated.json === true;
    return held === holds;
  });
  return asExpected ? shown : null;
}
