// Which ways there are out of a place when something comes, and where they lead: found once for all that a plan
// can be in there besides.
import type { ChartNode, ChartTransition } from '../../statechart/chart/tree.ts';
import { hears } from '../../statechart/structure/event-names.ts';
import { type Choice, choicesAt, type Decide } from './choose.ts';
import type { Standing } from './collect.ts';
import { type Ground, type Moved, move, type Place } from './move.ts';

export interface Way {
  taken: Choice;
  moved: Moved;
}

/** Null for what waits for nothing. */
type Coming = string | null;

export type WaysAt = (standing: Standing) => (event: Coming) => readonly Way[];

/** The exact list comes before the wider ones. */
function listsFor({ exact, patterns }: ChartNode, event: string): (readonly ChartTransition[])[] {
  const own = exact.get(event);
  if (patterns.length === 0) return own ? [own] : [];
  const wider = patterns
    .filter(({ descriptor }) => hears(descriptor, event))
    .map(({ transitions }) => transitions);
  return own ? [own, ...wider] : wider;
}

type Lists = (node: ChartNode) => readonly (readonly ChartTransition[])[];

const listsOf = (event: Coming): Lists =>
  event === null ? ({ always }) => (always.length > 0 ? [always] : []) : (node) => listsFor(node, event);

interface Found {
  /** By what is taken. */
  ways: Map<string, Way>;
  /** By what is known, and by what comes. */
  coming: Map<string, Map<Coming, readonly Way[]>>;
}

function findHere<Key, Value>(found: Map<Key, Value>, key: Key, find: () => Value): Value {
  const known = found.get(key);
  if (known !== undefined) return known;
  const value = find();
  found.set(key, value);
  return value;
}

export function wayFinder(ground: Ground, decide: Decide): WaysAt {
  const places = new Map<Place, Found>();
  return ({ place, known }) => {
    const { ways, coming } = findHere(places, place, () => ({ ways: new Map(), coming: new Map() }));
    const here = findHere(coming, known.join(), () => new Map());
    const wayBy = (taken: Choice): Way =>
      findHere(ways, taken.map((transition) => transition.placed.place).join(' '), () => ({
        taken,
        moved: move(ground, place, taken),
      }));
    return (event) =>
      findHere(here, event, () => choicesAt({ decide, known, listsOf: listsOf(event) }, place).map(wayBy));
  };
}
