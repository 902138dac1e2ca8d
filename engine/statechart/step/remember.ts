// Results of pure functions, remembered by what they rest on: objects by identity, everything else by value.
// What is remembered for an object goes with it, and in all no more is kept than some megabytes.

interface Level<Value> {
  objects: WeakMap<object, Level<Value>> | null;
  others: Map<unknown, Level<Value>> | null;
  value: { given: Value } | null;
}

const newLevel = <Value>(): Level<Value> => ({ objects: null, others: null, value: null });

/** Then all is forgotten, and found out again where it is still needed. */
const maxLevels = 50_000;

const isObject = (key: unknown): key is object => typeof key === 'object' && key !== null;

function known<Value>(level: Level<Value>, key: unknown): Level<Value> | undefined {
  return isObject(key) ? level.objects?.get(key) : level.others?.get(key);
}

function grow<Value>(level: Level<Value>, key: unknown): Level<Value> {
  const next = newLevel<Value>();
  if (isObject(key)) {
    level.objects ??= new WeakMap();
    level.objects.set(key, next);
  } else {
    level.others ??= new Map();
    level.others.set(key, next);
  }
  return next;
}

/** The keys name all that the result rests on. */
export type Remember<Value> = (keys: readonly unknown[], work: () => Value) => Value;

export function makeRemember<Value>(): Remember<Value> {
  let root = newLevel<Value>();
  let levels = 0;
  return (keys, work) => {
    if (levels > maxLevels) {
      root = newLevel();
      levels = 0;
    }
    let level = root;
    for (const key of keys) {
      const below = known(level, key);
      if (!below) levels += 1;
      level = below ?? grow(level, key);
    }
    level.value ??= { given: work() };
    return level.value.given;
  };
}
