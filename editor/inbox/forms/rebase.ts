// What was typed goes onto what others have changed meanwhile: a field that was not touched follows them, a field that
// both have changed waits for a choice, and only what was changed is sent.

/** As an entry of the plan was when the typing began. */
export interface Base<Fields> {
  version: number;
  fields: Fields;
  /** Fields of which a draft of before does not say how they were. */
  unread?: string[];
}

export interface Clash<Fields> {
  key: keyof Fields & string;
  mine: Fields[keyof Fields];
  theirs: Fields[keyof Fields];
}

export interface Rebased<Fields> {
  fields: Fields;
  /** Of what waits for a choice it stays as it was read. */
  base: Base<Fields>;
  clashes: Clash<Fields>[];
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

const keysOf = <Fields extends object>(fields: Fields) => Object.keys(fields) as (keyof Fields & string)[];

interface Sides<Fields> {
  mine: Fields;
  base: Base<Fields> | undefined;
  theirs: Fields;
}

function standOf<Fields extends object>(
  key: keyof Fields & string,
  { mine, base, theirs }: Sides<Fields>,
): 'follow' | 'keep' | 'clash' {
  // A draft of before may not have had the field.
  if (!base && mine[key] === undefined) return 'follow';
  const read = base && !base.unread?.includes(key) ? base : undefined;
  if (read && isSame(mine[key], read.fields[key])) return 'follow';
  if (isSame(mine[key], theirs[key]) || (read && isSame(read.fields[key], theirs[key]))) return 'keep';
  return 'clash';
}

/** Without a base, a draft of before: whatever differs from what is there now is asked about. */
export function rebase<Fields extends object>(
  mine: Fields,
  base: Base<Fields> | undefined,
  now: Base<Fields>,
): Rebased<Fields> {
  if (base?.version === now.version) return { fields: mine, base, clashes: [] };
  const fields = { ...mine };
  const held = { ...now.fields };
  const clashes: Clash<Fields>[] = [];
  for (const key of keysOf(now.fields)) {
    const theirs = now.fields[key];
    const stand = standOf(key, { mine, base, theirs: now.fields });
    if (stand === 'follow') fields[key] = theirs;
    if (stand !== 'clash') continue;
    clashes.push({ key, mine: mine[key], theirs });
    if (base) held[key] = base.fields[key];
  }
  if (clashes.length === 0) return { fields, base: now, clashes };
  const unread = clashes.map(({ key }) => key).filter((key) => !base || base.unread?.includes(key));
  return { fields, base: { version: base?.version ?? 0, fields: held, unread }, clashes };
}

/** Whoever keeps their own has seen the other. */
export function chosen<Fields extends object>(
  { fields, base }: Pick<Rebased<Fields>, 'fields' | 'base'>,
  { key, theirs, mine }: Clash<Fields>,
  side: 'mine' | 'theirs',
): { fields: Fields; base: Base<Fields> } {
  const unread = base.unread?.filter((one) => one !== key);
  return {
    fields: { ...fields, [key]: side === 'mine' ? mine : theirs },
    base: { ...base, fields: { ...base.fields, [key]: theirs }, ...(unread ? { unread } : {}) },
  };
}

export function changedFields<Fields extends object>(
  mine: Fields,
  { fields }: Base<Fields>,
): Partial<Fields> {
  const changed = keysOf(fields).filter((key) => !isSame(mine[key], fields[key]));
  return Object.fromEntries(changed.map((key) => [key, mine[key]])) as Partial<Fields>;
}

/** A row of a form: an entry of the plan, or a new one. */
export type Row<Fields> = Fields & { row: number; id: string | null; base?: Base<Fields> | undefined };
export interface RebasedRows<Fields> {
  rows: Row<Fields>[];
  /** By row. */
  clashes: Map<number, Clash<Fields>[]>;
}

/** The rows on what the plan has now; what others have added comes after them. */
export function rebaseRows<Fields extends object>(
  rows: readonly Row<Fields>[],
  now: ReadonlyMap<string, Base<Fields>>,
): RebasedRows<Fields> {
  const clashes: RebasedRows<Fields>['clashes'] = new Map();
  const known = rows.map((row): Row<Fields> => {
    const current = row.id === null ? undefined : now.get(row.id);
    if (!current) return row;
    const { base: read, ...mine } = row;
    const rebased = rebase<Fields>(mine as unknown as Fields, read, current);
    if (rebased.clashes.length > 0) clashes.set(row.row, rebased.clashes);
    return { ...row, ...rebased.fields, base: rebased.base };
  });
  const last = Math.max(0, ...rows.map(({ row }) => row));
  const added = [...now].filter(([id]) => !rows.some((row) => row.id === id));
  const fresh = added.map(
    ([id, base], place): Row<Fields> => ({
      ...base.fields,
      row: last + place + 1,
      id,
      base,
    }),
  );
  return { rows: [...known, ...fresh], clashes };
}

/** What is sent of a row: all of a new one, of others what was changed and the version that it was read at. */
export function changeOf<Fields extends object>({ row: _, id, base, ...fields }: Row<Fields>): object {
  if (id === null) return fields;
  if (!base) return { id, ...fields };
  return { id, version: base.version, ...changedFields(fields as unknown as Fields, base) };
}
