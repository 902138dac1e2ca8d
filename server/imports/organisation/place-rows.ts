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

const madeOf = (name: string): string => `${slug(name)}-${digest(name)}`;

interface Found {
  id: string;
  /** Why it cannot be told which one is meant. */
  message?: string;
}

/** A row without an id is the one of its name there, with what it is part of telling two apart. */
function idsOf({ rows, known, under }: Given): (row: OrganisationRow) => Found {
  const byId = new Map(known.map((component) => [component.id, component]));
  const byName = Map.groupBy(known, ({ name }) => name);
  const isBelow = ({ parentId }: Component, { parent }: OrganisationRow): boolean => {
    if (parent === undefined) return true;
    if (parent === null) return parentId === under;
    return parentId !== null && (parentId === parent || byId.get(parentId)?.name === parent);
  };
  const find = (row: OrganisationRow): Found => {
    const made = { id: madeOf(row.name) };
    if (row.id !== undefined && row.id !== null) return { id: row.id };
    if (byId.has(made.id)) return made;
    const named = byName.get(row.name) ?? [];
    const fitting = named.filter((one) => isBelow(one, row));
    const [only] = fitting;
    if (only && fitting.length === 1) return { id: only.id };
    if (named.length === 0) return made;
    const ids = named.map(({ id }) => id).join(', ');
    return {
      ...made,
      message: `“${row.name}” is there already (${ids}), and it cannot be told whether it is meant. Add a column of ids: that id to change it, or a new one.`,
    };
  };
  const found = new Map(rows.map((row) => [row, find(row)]));
  return (row) => found.get(row) ?? { id: madeOf(row.name) };
}

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
  const foundOf = idsOf({ rows, known, under, mapping });
  const idOf = (row: OrganisationRow): string => foundOf(row).id;
  const named = rows.map((row) => ({ id: idOf(row), name: row.name, row: row.row }));
  const find = finder([...named, ...known]);
  const unclear = rows.flatMap((row) => {
    const { message } = foundOf(row);
    return message === undefined ? [] : [{ row: row.row, column: mapping.name, message }];
  });
  const problems = [...repeated(named, mapping), ...unclear];
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
