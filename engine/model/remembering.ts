// Results of pure functions, remembered by what they rest on: objects by identity, everything else by value.
// What is remembered for an object goes with it, so a caller whose objects are new each time keeps nothing.

interface Level<Value> {
  objects: WeakMap<object, Level<Value>>;
  others: Map<unknown, Level<Value>>;
  value: { given: Value } | null;
}

const newLevel = <Value>(): Level<Value> => ({ objects: new WeakMap(), others: new Map(), value: null });

/** Values seen beside one another; more are of a kind that seldom comes twice. */
const maxOthers = 1_000;

function below<Value>(level: Level<Value>, key: unknown): Level<Value> {
  const isObject = typeof key === 'object' && key !== null;
  const known = isObject ? level.objects.get(key) : level.others.get(key);
  if (known) return known;
  const next = newLevel<Value>();
  if (isObject) level.objects.set(key, next);
  else {
    if (level.others.size >= maxOthers) level.others.clear();
    level.others.set(key, next);
  }
  return next;
}

/** The keys name all that the result rests on; the first of them should be an object that comes and goes. */
export type Remember<Value> = (keys: readonly [object, ...unknown[]], work: () => Value) => Value;

export function makeRemember<Value>(): Remember<Value> {
  const root = newLevel<Value>();
  return (keys, work) => {
    let level = root;
    for (const key of keys) level = below(level, key);
    level.value ??= { given: work() };
    return level.value.given;
  };
}
