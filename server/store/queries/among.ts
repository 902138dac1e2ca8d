// Whether a column's value is one of many ids: a manager may see more components than a query takes parameters,
// so all of them are one. The one place that has to say it for another database.
import { type RawBuilder, type SqlBool, sql } from 'kysely';

export const among = (column: string, ids: Iterable<string>): RawBuilder<SqlBool> =>
  sql<SqlBool>`${sql.ref(column)} in (select value from json_each(${JSON.stringify([...ids])}))`;
