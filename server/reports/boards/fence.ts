// Boards for readers who may read no single plan: what they narrow by lies in each other, a cycle, one of its versions, a
// part of the organisation, and at each step what is small goes, with as much beside it that no difference gives it
// away (ADR 0051). Days are not among it: two of them cut out whatever began between.

import { listPlannedVersions } from '../../store/queries/plan-outcomes.ts';
import type { Db } from '../../store/schema.ts';
import type { BoardRow } from './board.ts';
import type { Places } from './places.ts';
import { type CountOf, clear, withheldPlaces, withheldRows } from './small-groups.ts';
import type { Filter, View } from './view.ts';

export const fencedOrder =
  'You may not read single plans, so that figures come by cycle, then by one of its versions, then by part of the organisation. Choose them in that order, and no days: the difference between others could tell of one person.';

export const isInOrder = ({ cycleId, version, under, from, to }: Filter): boolean =>
  from === undefined &&
  to === undefined &&
  (version === undefined || cycleId !== undefined) &&
  (under === undefined || version !== undefined);

/** The views that a view is one of; together they are the whole of the step before. */
interface Step {
  beside: View[];
  own: View;
}

const narrow = (view: View, filter: Filter, componentIds: readonly string[] | 'all'): View => ({
  ...view,
  filter,
  componentIds: componentIds === 'all' ? view.places.ids : componentIds,
  within: { ...view.within, cycleId: filter.cycleId, version: filter.version, componentIds },
});

/** By the part right below it that they lie in; what is not below it is left out, and it itself is one of them. */
function partsBelow(places: Places, above: string | null): Map<string, string[]> {
  const parts = new Map<string, string[]>();
  for (const id of places.ids) {
    const chain = places.chainOf(id);
    const at = above === null ? chain.length : chain.findIndex((place) => place.id === above);
    if (at < 0) continue;
    const part = chain[at - 1]?.id ?? id;
    parts.set(part, [...(parts.get(part) ?? []), id]);
  }
  return parts;
}

function stepsInTree(view: View, { cycleId, version, under }: Filter): Step[] {
  if (under === undefined) return [];
  const way = view.places
    .chainOf(under)
    .map(({ id }) => id)
    .reverse();
  return way.map((id, index) => {
    const parts = partsBelow(view.places, way[index - 1] ?? null);
    const viewOf = (part: string) => narrow(view, { cycleId, version, under: part }, parts.get(part) ?? []);
    return { own: viewOf(id), beside: [...parts.keys()].filter((part) => part !== id).map(viewOf) };
  });
}

async function stepsTo(db: Db, view: View): Promise<Step[]> {
  const { cycleId, version } = view.filter;
  const steps: Step[] = [{ own: narrow(view, {}, 'all'), beside: [] }];
  const planned = cycleId === undefined ? [] : await listPlannedVersions(db);
  const step = (own: Filter, beside: Filter[]) =>
    steps.push({ own: narrow(view, own, 'all'), beside: beside.map((one) => narrow(view, one, 'all')) });
  if (cycleId !== undefined) {
    const others = new Set(planned.map((one) => one.cycleId).filter((id) => id !== cycleId));
    step(
      { cycleId },
      [...others].map((id) => ({ cycleId: id })),
    );
  }
  if (cycleId !== undefined && version !== undefined) {
    const others = planned.filter((one) => one.cycleId === cycleId && one.version !== version);
    step(
      { cycleId, version },
      others.map((one) => ({ cycleId, version: one.version })),
    );
  }
  return [...steps, ...stepsInTree(view, view.filter)];
}

const keyOf = ({ id, detail }: BoardRow): string => JSON.stringify([id, detail]);

/** Which rows are withheld at the step, by their key. */
async function withheldAt(
  { own, beside }: Step,
  read: (view: View) => Promise<BoardRow[]>,
  countOf: CountOf,
): Promise<Set<string>> {
  const rows = await read(own);
  const others: Map<string, number>[] = [];
  for (const view of beside)
    others.push(new Map((await read(view)).map((row) => [keyOf(row), countOf(row)])));
  const small = withheldRows(rows, countOf, own.least);
  const parted = rows.filter((row) => {
    const counts = [countOf(row), ...others.map((counted) => counted.get(keyOf(row)) ?? 0)];
    return withheldPlaces(counts, own.least).has(0);
  });
  return new Set([...small, ...parted].map(keyOf));
}

/** What is withheld at one step is withheld in all that lies in it. */
export async function readFenced(
  view: View,
  read: (view: View) => Promise<BoardRow[]>,
  countOf: CountOf,
): Promise<BoardRow[]> {
  const rows = await read(view);
  if (!isInOrder(view.filter)) return rows.map(clear);
  const withheld = new Set<string>();
  for (const step of await stepsTo(view.db, view))
    for (const key of await withheldAt(step, read, countOf)) withheld.add(key);
  return rows.map((row) => (withheld.has(keyOf(row)) ? clear(row) : row));
}
