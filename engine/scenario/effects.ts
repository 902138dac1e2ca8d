// What steps asked for beside what a scenario says: each list whole and in order, each entry as far as it goes.
import type { Effect } from '../model/effect.ts';
import type { JsonObject } from '../model/json.ts';
import type { Then } from '../model/scenario.ts';
import { isLike, show, type Unmet } from './unmet.ts';

type Wanted = NonNullable<Then['effects']>;
type Kind = keyof Wanted;

/** As a scenario would write it; null for what scenarios do not speak of. */
function written(effect: Effect): { kind: Kind; entry: JsonObject } | null {
  switch (effect.type) {
    case 'notify':
      return { kind: 'notifications', entry: { to: effect.to, message: effect.message } };
    case 'emit':
      return { kind: 'emitted', entry: { event: effect.event, data: effect.data } };
    case 'reward':
      return { kind: 'rewards', entry: { title: effect.title, key: effect.key } };
    case 'intervene':
      return { kind: 'interventions', entry: { title: effect.title, cause: effect.cause } };
    case 'start-plan':
      return { kind: 'starts', entry: { cycle: effect.cycleId, for: effect.for } };
    default:
      return null;
  }
}

/** Of a message a part is enough. */
function fits({ message, ...wanted }: JsonObject, found: JsonObject): boolean {
  const says = typeof message !== 'string' || String(found.message).includes(message);
  return says && isLike(wanted, found);
}

function unmetList(kind: Kind, wanted: readonly JsonObject[], found: readonly JsonObject[]): Unmet[] {
  const unmet = wanted.flatMap((entry, index): Unmet[] => {
    const there = found[index];
    if (there && fits(entry, there)) return [];
    const instead = there ? `it is ${show(there)}` : 'there is none';
    return [
      {
        place: `effects/${kind}/${index}`,
        message: `Here ${show(entry)} should be among the ${kind}; ${instead}.`,
      },
    ];
  });
  if (found.length <= wanted.length) return unmet;
  const more = found.slice(wanted.length).map(show).join(', ');
  return [
    ...unmet,
    {
      place: `effects/${kind}`,
      message: `There should be ${wanted.length} ${kind}; there are ${found.length}: ${more} too.`,
    },
  ];
}

const kinds: readonly Kind[] = ['notifications', 'emitted', 'rewards', 'interventions', 'starts'];

export function unmetEffects(effects: readonly Effect[], wanted: Wanted): Unmet[] {
  const entries = effects.flatMap((effect) => written(effect) ?? []);
  return kinds.flatMap((kind) => {
    const list: readonly JsonObject[] | undefined = wanted[kind]?.map(
      (entry): JsonObject => JSON.parse(JSON.stringify(entry)),
    );
    if (list === undefined) return [];
    const found = entries.filter((one) => one.kind === kind).map(({ entry }) => entry);
    return unmetList(kind, list, found);
  });
}
