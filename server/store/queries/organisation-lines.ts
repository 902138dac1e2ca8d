// Components as the tree, the chart and the table of the organisation show them: with the names around them and how many
// parts they have. As they are, or as they were before an instant.
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Component } from '../../../engine/index.ts';
import type { Db } from '../schema.ts';
import { type Asked, behind, orderBy } from './in-order.ts';
import { saysAll } from './words.ts';

export interface ComponentLine extends Component {
  /** How many components are part of it. */
  parts: number;
  parentName: string | null;
  ownerName: string | null;
  managerName: string | null;
  secondManagerName: string | null;
}
export interface LineFilter {
  /** Words of the name. */
  q?: string | undefined;
  /** Only those that nobody owns. */
  isVacant: boolean;
  /** As they were just before this instant; null: as they are. */
  before: string | null;
}
export type LineSort = 'name' | 'kind' | 'parent' | 'owner' | 'manager' | 'score';

const columns = [
  ...(['id', 'kind', 'name', 'parentId', 'ownerId', 'managerId', 'secondManagerId'] as const),
  ...(['zone', 'holidayRegion', 'activeFrom', 'activeTo'] as const),
];
const listed = (from: string) => sql.join(columns.slice(1).map((column) => sql.ref(`${from}.${column}`)));

/** `here`: every component at the time. */
const withHere = (before: string | null): RawBuilder<unknown> =>
  before === null
    ? sql`here as (select c.id, ${listed('c')} from components as c)`
    : sql`here as materialized (
        select v."componentId" as id, ${listed('v')} from "componentVersions" as v
        where v.seq in (select max(seq) from "componentVersions" where at < ${before} group by "componentId")
      )`;

const line = sql`
  select h.*, coalesce(n.parts, 0) as parts, parent.name as "parentName", owner.name as "ownerName",
    manager.name as "managerName", second.name as "secondManagerName"`;
const from = sql`
  from here as h
  left join (select "parentId", count(*) as parts from here group by "parentId") as n on n."parentId" = h.id
  left join here as parent on parent.id = h."parentId"
  left join people as owner on owner.id = h."ownerId"
  left join people as manager on manager.id = h."managerId"
  left join people as second on second.id = h."secondManagerId"`;

const byName = sql`fold(h.name), h.id`;

async function lines(db: Db, before: string | null, where: RawBuilder<SqlBool>): Promise<ComponentLine[]> {
  const found = await sql<ComponentLine>`
    with ${withHere(before)} ${line} ${from} where ${where} order by ${byName}
  `.execute(db);
  return found.rows;
}

/** What has no parent there stands at the top. */
const isTop = sql<SqlBool>`(h."parentId" is null or parent.id is null)`;

/** The parts of a component by name. */
export const listParts = (db: Db, before: string | null, parentId: string): Promise<ComponentLine[]> =>
  lines(db, before, sql<SqlBool>`h."parentId" = ${parentId}`);

/** What stands at the top, and the level below it. */
export const listTop = (db: Db, before: string | null): Promise<ComponentLine[]> =>
  lines(
    db,
    before,
    sql<SqlBool>`(${isTop} or parent."parentId" is null or parent."parentId" not in (select id from here))`,
  );

/** The components and all above them. */
export const listWithAbove = (
  db: Db,
  before: string | null,
  ids: readonly string[],
): Promise<ComponentLine[]> =>
  lines(
    db,
    before,
    sql<SqlBool>`h.id in (
      with recursive up(id) as (
        select value from json_each(${JSON.stringify(ids)})
        union
        select one."parentId" from here as one join up on one.id = up.id where one."parentId" is not null
      )
      select id from up
    )`,
  );

const fits = ({ q, isVacant }: LineFilter): RawBuilder<SqlBool> =>
  sql<SqlBool>`(${saysAll(sql`h.name`, q ?? '')} and ${isVacant ? sql`h."ownerId" is null` : sql`true`})`;

const sortedBy: Record<LineSort, RawBuilder<unknown>> = {
  name: sql`fold(h.name)`,
  kind: sql`h.kind`,
  parent: sql`coalesce(fold(parent.name), '')`,
  owner: sql`coalesce(fold(owner.name), '')`,
  manager: sql`coalesce(fold(manager.name), '')`,
  score: sql`coalesce(s.score, -1)`,
};

export interface AskedLines extends Asked<LineSort> {
  /** By component: where one has no score it comes before all that have. */
  scores: ReadonlyMap<string, number>;
}

type SortedLine = ComponentLine & { sortedBy: string | number };
const unscored: ReadonlyMap<string, number> = new Map();

/**
 * As groups, of which SQLite makes an index for the query: the pairs themselves would be gone through from their beginning
 * for each component.
 */
const withScored = (scores: ReadonlyMap<string, number>): RawBuilder<unknown> =>
  sql`scored as materialized (
    select key as id, max(value) as score from json_each(${JSON.stringify(Object.fromEntries(scores))}) group by key
  )`;

export function pageOfLines(
  filter: LineFilter,
  { sort, isDescending, after, limit, scores }: AskedLines,
): RawBuilder<SortedLine> {
  const order = { by: sortedBy[sort], id: sql`h.id`, isDescending };
  return sql<SortedLine>`
    with ${withHere(filter.before)}, ${withScored(sort === 'score' ? scores : unscored)}
    ${line}, ${order.by} as "sortedBy" ${from} left join scored as s on s.id = h.id
    where ${fits(filter)} and ${behind(order, after)} order by ${orderBy(order)} limit ${limit}
  `;
}

/** A page of those that fit, in an order, each with the value by which it stands there. */
export const pageLines = async (db: Db, filter: LineFilter, asked: AskedLines): Promise<SortedLine[]> =>
  (await pageOfLines(filter, asked).execute(db)).rows;

export async function countLines(db: Db, filter: LineFilter): Promise<number> {
  const found = await sql<{ count: number }>`
    with ${withHere(filter.before)} select count(*) as count from here as h where ${fits(filter)}
  `.execute(db);
  return Number(found.rows[0]?.count ?? 0);
}

/** The kinds that there are, as they are written. */
export async function listKinds(db: Db, before: string | null): Promise<Component['kind'][]> {
  const found = await sql<{ kind: Component['kind'] }>`
    with ${withHere(before)} select distinct h.kind from here as h
  `.execute(db);
  return found.rows.map(({ kind }) => kind);
}
