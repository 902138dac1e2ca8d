// All goals as far as they are needed to be found, counted and laid out: without the rest of their documents.
import { sql } from 'kysely';
import type { Goal } from '../../../engine/index.ts';
import type { Db } from '../schema.ts';
import { goalsAt, measuresAt } from './goal-versions.ts';

export interface GoalLine
  extends Pick<
    Goal,
    'id' | 'componentId' | 'title' | 'dimension' | 'priority' | 'scoreMode' | 'alignments' | 'status'
  > {
  measures: { count: number; withoutStandard: number; titles: string };
}

const none: GoalLine['measures'] = { count: 0, withoutStandard: 0, titles: '' };

async function listMeasured(db: Db, before: string | null): Promise<Map<string, GoalLine['measures']>> {
  const rows = await db
    .selectFrom(measuresAt(before).as('measures'))
    .select((e) => ['goalId', e.fn.countAll<number>().as('count')])
    .select(sql<number>`sum(coalesce(json_type(document, '$.standards'), 'null') = 'null')`.as('without'))
    .select(sql<string>`group_concat(json_extract(document, '$.title'), ' ')`.as('titles'))
    .groupBy('goalId')
    .execute();
  return new Map(
    rows.map(({ goalId, count, without, titles }) => [goalId, { count, withoutStandard: without, titles }]),
  );
}

/** In the order of their ids, as they were just before an instant; null: as they are. */
export async function listGoalLines(db: Db, before: string | null): Promise<GoalLine[]> {
  const measured = await listMeasured(db, before);
  const rows = await db
    .selectFrom(goalsAt(before).as('goals'))
    .select(['id', 'componentId'])
    .select([
      sql<string>`json_extract(document, '$.title')`.as('title'),
      sql<Goal['dimension']>`json_extract(document, '$.dimension')`.as('dimension'),
      sql<number>`json_extract(document, '$.priority')`.as('priority'),
      sql<Goal['status']>`json_extract(document, '$.status')`.as('status'),
      sql<Goal['scoreMode']>`json_extract(document, '$.scoreMode')`.as('scoreMode'),
      sql<string>`json_extract(document, '$.alignments')`.as('alignments'),
    ])
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    ...row,
    alignments: row.alignments === '[]' ? [] : JSON.parse(row.alignments),
    measures: measured.get(row.id) ?? none,
  }));
}

/** Of the goals of a component and of those above it, of those that its own serve, and of those that serve them. */
export async function idsNear(db: Db, componentId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive above(id, depth) as (
      values (${componentId}, 0)
      union
      select c."parentId", above.depth + 1 from components as c join above on c.id = above.id
      where c."parentId" is not null and above.depth < 64
    ),
    links as (
      select g.id, g."componentId", json_extract(link.value, '$.parentGoalId') as parent
      from goals as g, json_each(g.document, '$.alignments') as link
    ),
    own as (select id from goals where "componentId" = ${componentId})
    select id from goals where "componentId" in (select id from above)
    union select parent from links where "componentId" = ${componentId}
    union select id from links where parent in (select id from own)
  `.execute(db);
  return rows.map(({ id }) => id);
}
