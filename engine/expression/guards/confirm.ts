// Values of names for which guards really come out as was found: what is shown to a designer was evaluated.
import type { Json } from '../../model/json.ts';
import { freeNames } from '../check-expression.ts';
import type { Evaluator } from '../make-evaluator.ts';
import { type FeelValue, feelDate } from '../value.ts';
import type { Witness } from './decide-branches.ts';
import { isDay } from './guard.ts';

/** What is not asked for by the witness: nothing at all. */
const empty: Record<string, Json> = { goals: [], measures: [], children: [] };

interface Setting {
  shown: Record<string, Json>;
  values: Record<string, FeelValue>;
}

const isContext = (value: FeelValue | undefined): value is { [key: string]: FeelValue } =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

function put(values: Record<string, FeelValue>, path: readonly string[], value: FeelValue): void {
  const [key = '', ...rest] = path;
  if (rest.length === 0) values[key] = value;
  else {
    const before = values[key];
    const inside = isContext(before) ? before : {};
    values[key] = inside;
    put(inside, rest, value);
  }
}

/** count(goals) = 2 is two goals of which nothing more is known. */
function putCounted(setting: Setting, expression: string, count: Json): boolean {
  const [, name] = /^count\((goals|measures|children)\)$/.exec(expression) ?? [];
  if (name === undefined || typeof count !== 'number') return false;
  setting.values[name] = Array.from({ length: count }, () => ({}));
  setting.shown[expression] = count;
  return true;
}

function settingOf(witness: Witness, names: readonly string[]): Setting {
  const setting: Setting = { shown: {}, values: {} };
  for (const [text, value] of witness) {
    const json = isDay(value) ? value.day : value;
    if (putCounted(setting, text, json) || !/^[A-Za-z_]\w*(\.\w+)*$/.test(text)) continue;
    setting.shown[text] = json;
    put(setting.values, text.split('.'), isDay(value) ? feelDate(value.day) : json);
  }
  for (const name of names) {
    const value = empty[name];
    if (value === undefined || Object.hasOwn(setting.values, name)) continue;
    setting.shown[name] = value;
    setting.values[name] = value;
  }
  return setting;
}

/** Null when the guards do not come out as they should, or when not all that they look at can be given a value. */
export function confirm(
  evaluator: Evaluator,
  guards: readonly string[],
  witness: Witness,
  expected: readonly boolean[],
): Record<string, Json> | null {
  const names = [...new Set(guards.flatMap(freeNames))];
  const { shown, values } = settingOf(witness, names);
  const holds = guards.map((guard) => {
    const evaluated = evaluator.evaluate(guard, (name) => values[name] ?? null);
    return evaluated.kind === 'value' && evaluated.sure && evaluated.json === true;
  });
  return holds.every((held, place) => held === expected[place]) ? shown : null;
}
