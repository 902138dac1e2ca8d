// Components to choose among: those that fit what was typed, each with what is above it, for two may be called the same.
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Component } from '../../../engine/index.ts';
import type { Db } from '../schema.ts';
import { among } from './among.ts';
import { nearest } from './nearest.ts';
import { saysAll } from './words.ts';

export interface ChoiceFilter {
  /** Words of the name. */
  q?: string | undefined;
  ids?: readonly string[] | undefined;
  ownerId?: string | undefined;
  notOwnerId?: string | undefined;
  withoutKind?: string | undefined;
  /** Only what has something below it. */
  isParent: boolean;
  /** Neither this one nor anything below it. */
  outside?: string | undefined;
}

export interface ComponentChoice extends Pick<Component, 'id' | 'kind' | 'name' | 'parentId' | 'ownerId'> {
  /** From the top down. */
  above: { id: string; name: string }[];
}
type Row = Omit<ComponentChoice, 'above'>;

function conditions(filter: ChoiceFilter): RawBuilder<SqlBool>[] {
  const { q = '', ids, ownerId, notOwnerId, withoutKind, isParent, outside } = filter;
  const found = [saysAll(sql`c.name`, q)];
  if (ids) found.push(among('c.id', ids));
  if (ownerId) found.push(sql`c."ownerId" = ${ownerId}`);
  if (notOwnerId) found.push(sql`c."ownerId" is not ${notOwnerId}`);
  if (withoutKind) found.push(sql`c.kind != ${withoutKind}`);
  if (isParent) found.push(sql`exists (select 1 from components as part where part."parentId" = c.id)`);
  if (outside)
    found.push(sql`c.id not in (
      with recursive down(id) as (
        select ${outside}
        union select part.id from components as part join down on part."parentId" = down.id
      )
      select id from down
    )`);
  return found;
}

async function placesAbove(db: Db, ids: readonly string[]): Promise<Map<string, Row>> {
  const { rows } = await sql<Row>`
    with recursive up(id) as (
      select value from json_each(${JSON.stringify(ids)})
      union select c."parentId" from components as c join up on up.id = c.id where c."parentId" is not null
    )
    select c.id, c.kind, c.name, c."parentId", c."ownerId" from components as c where c.id in (select id from up)
  `.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}

function wayTo({ id, parentId }: Row, places: ReadonlyMap<string, Row>): ComponentChoice['above'] {
  const way: ComponentChoice['above'] = [];
  const seen = new Set([id]);
  for (let at = places.get(parentId ?? ''); at && !seen.has(at.id); at = places.get(at.parentId ?? '')) {
    seen.add(at.id);
    way.unshift({ id: at.id, name: at.name });
  }
  return way;
}

/** Those whose name begins with the first word come first, then by name. */
export async function listComponentChoices(
  db: Db,
  filter: ChoiceFilter,
  limit: number,
): Promise<ComponentChoice[]> {
  const { rows } = await sql<Row>`
    select c.id, c.kind, c.name, c."parentId", c."ownerId" from components as c
    where ${sql.join(conditions(filter), sql` and `)}
    order by ${nearest(sql`c.name`, filter.q ?? '')}, c.id limit ${limit}
  `.execute(db);
  const places = await placesAbove(
    db,
    rows.flatMap(({ parentId }) => parentId ?? []),
  );
  return rows.map((row) => ({ ...row, above: wayTo(row, places) }));
}
