// Whether a column's value is one of many ids: a manager may see more components than a query takes parameters,
// so all of them are one. The one place that has to say it for another database.
import { type RawBuilder, type SqlBool, sql } from 'kysely';

/** For a prepared query: the ids are given as a JSON array. */
export const amongJson = (column: string, ids: string): RawBuilder<SqlBool> =>
  sql<SqlBool>`${sql.ref(column)} in (select value from json_each(${ids}))`;

export const among = (column: string, ids: Iterable<string>): RawBuilder<SqlBool> =>
  amongJson(column, JSON.stringify([...ids]));
