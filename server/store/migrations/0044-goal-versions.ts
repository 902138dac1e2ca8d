// Every state of a goal and of a measure with the instant since when it holds, so that goals can be read as of any day.
// What is found here is known from now on: `carried` marks it, and before it nothing is.
import { type Kysely, sql } from 'kysely';

const now = sql`strftime('%Y-%m-%dT%H:%M:%fZ', 'now')`;

async function keepVersions(db: Kysely<unknown>, of: 'goal' | 'measure', columns: readonly string[]) {
  const table = `${of}Versions`;
  let made = db.schema
    .createTable(table)
    .addColumn('seq', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('carried', 'integer', (c) => c.notNull().defaultTo(0));
  for (const name of [...columns, 'document']) made = made.addColumn(name, 'text', (c) => c.notNull());
  await made.execute();
  await db.schema
    .createIndex(`${table}_of`)
    .on(table)
    .columns([`${of}Id`, 'seq'])
    .execute();
  const kept = sql.join([...columns, 'document'].map((name) => sql.ref(name)));
  const found = sql.join(['id', ...columns.slice(1), 'document'].map((name) => sql.ref(name)));
  await sql`insert into ${sql.table(table)} ("at", "carried", ${kept})
    select ${now}, 1, ${found} from ${sql.table(`${of}s`)} order by "id"`.execute(db);
}

export async function up(db: Kysely<unknown>): Promise<void> {
  await keepVersions(db, 'goal', ['goalId', 'componentId']);
  await keepVersions(db, 'measure', ['measureId', 'goalId', 'componentId']);
}
