// Gives each row its id and its place: what is above it may stand in the file, before or after it, or be there already.
import type { Component } from '../../../engine/index.ts';
import type { RowProblem } from '../read-rows.ts';
import { digest, slug } from '../to-records.ts';
import type { OrganisationMapping, OrganisationRow } from './rows.ts';

export interface PlacedRow {
  row: OrganisationRow;
  id: string;
  /** Undefined: the file does not say, so that it stays where it is. */
  parentId: string | null | undefined;
}
interface Given {
  rows: readonly OrganisationRow[];
  known: readonly Component[];
  under: string | null;
  mapping: OrganisationMapping;
}
type Named = { id: string; name: string };

const idOf = ({ id, name }: OrganisationRow): string => id ?? `${slug(name)}-${digest(name)}`;

function repeated(named: readonly (Named & { row: number })[], mapping: OrganisationMapping): RowProblem[] {
  const first = new Map<string, number>();
  return named.flatMap(({ id, row }) => {
    const before = first.get(id);
    if (before === undefined) first.set(id, row);
    if (before === undefined) return [];
    const what = mapping.id ? `The id “${id}”` : 'This name';
    const message = `${what} stands in row ${before} already; keep one of the two.`;
    return [{ row, column: mapping.id ?? mapping.name, message }];
  });
}

/** By id first, then by name; a name that two have means neither. */
function finder(all: readonly Named[]) {
  const ids = new Set(all.map(({ id }) => id));
  const byName = Map.groupBy(all, ({ name }) => name);
  return (text: string): { id: string } | { message: string } => {
    if (ids.has(text)) return { id: text };
    const found = new Set((byName.get(text) ?? []).map(({ id }) => id));
    const [only] = found;
    if (only !== undefined && found.size === 1) return { id: only };
    return {
      message:
        found.size > 1
          ? `“${text}” is the name of ${found.size} components; give the id of the one above.`
          : `“${text}” is neither in the file nor in the organisation.`,
    };
  };
}

function circles(placed: readonly PlacedRow[], known: readonly Component[], column: string): RowProblem[] {
  const parents = new Map(known.map(({ id, parentId }) => [id, parentId]));
  for (const { id, parentId } of placed) if (parentId !== undefined) parents.set(id, parentId);
  return placed.flatMap(({ id, row }) => {
    const seen = new Set<string>();
    for (let at = parents.get(id); at; at = parents.get(at)) {
      if (at === id) return [{ row: row.row, column, message: `${row.name} would be below itself.` }];
      if (seen.has(at)) return [];
      seen.add(at);
    }
    return [];
  });
}

export function placeRows({ rows, known, under, mapping }: Given): {
  placed: PlacedRow[];
  problems: RowProblem[];
} {
  const named = rows.map((row) => ({ id: idOf(row), name: row.name, row: row.row }));
  const find = finder([...named, ...known]);
  const problems = repeated(named, mapping);
  const isKnown = new Set(known.map(({ id }) => id));
  const parentOf = (row: OrganisationRow): PlacedRow['parentId'] => {
    if (row.parent === undefined) return isKnown.has(idOf(row)) ? undefined : under;
    if (row.parent === null) return under;
    const found = find(row.parent);
    if ('id' in found) return found.id;
    problems.push({ row: row.row, column: mapping.parent ?? null, message: found.message });
    return under;
  };
  const placed = rows.map((row) => ({ row, id: idOf(row), parentId: parentOf(row) }));
  const column = mapping.parent ?? mapping.name;
  return { placed, problems: problems.length > 0 ? problems : circles(placed, known, column) };
}
