// Very many short rows as one text: an object made for each row as it comes out of the store takes several times as long as
// finding them. For texts and whole numbers: a text of another number may be of a number beside it.
import { type SelectQueryBuilder, sql } from 'kysely';
import type { Db } from '../schema.ts';

/** In the order of the query. */
export async function packed<Row>(
  db: Db,
  // What it selects from is its own affair.
  // biome-ignore lint/suspicious/noExplicitAny: a builder is not covariant in its tables.
  query: SelectQueryBuilder<any, any, Row>,
  columns: readonly (keyof Row & string)[],
): Promise<Row[]> {
  const pairs = columns.flatMap((column) => [sql.lit(column), sql.ref(column)]);
  const { rows } = await sql<{ text: string }>`
    select json_group_array(json_object(${sql.join(pairs)})) as text from ${query}`.execute(db);
  return JSON.parse(rows[0]?.text ?? '[]');
}
