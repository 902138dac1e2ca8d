// Every state of a component with the instant since when it holds, so that the organisation can be read as of any day.
import { type Kysely, sql } from 'kysely';

const columns = [
  'kind',
  'name',
  'parentId',
  'ownerId',
  'managerId',
  'zone',
  'holidayRegion',
  'activeFrom',
  'activeTo',
] as const;
const needed: readonly string[] = ['kind', 'name'];

export async function up(db: Kysely<unknown>): Promise<void> {
  let table = db.schema
    .createTable('componentVersions')
    .addColumn('seq', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('componentId', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('changedBy', 'text', (c) => c.notNull());
  for (const name of columns)
    table = table.addColumn(name, 'text', (c) => (needed.includes(name) ? c.notNull() : c));
  await table.execute();
  await db.schema
    .createIndex('componentVersions_of')
    .on('componentVersions')
    .columns(['componentId', 'seq'])
    .execute();
  await sql`insert into "componentVersions" ("componentId", "at", "changedBy", "kind", "name", "parentId", "ownerId",
    "managerId", "zone", "holidayRegion", "activeFrom", "activeTo") select "id", "createdAt", 'system', "kind", "name",
    "parentId", "ownerId", "managerId", "zone", "holidayRegion", "activeFrom", "activeTo" from "components" order by "id"`.execute(
    db,
  );
}
