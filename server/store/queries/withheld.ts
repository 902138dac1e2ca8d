// Rewards that a plan gave while it was being reviewed: whose they are learns of them at the release, since being
// rewarded tells how somebody was judged.
import { type SqlBool, sql } from 'kysely';

export interface Withheld {
  planId: string;
  /** The instant from which on its rewards are withheld. */
  from: string;
}

/** `alias` is that of the table of rewards in the query. */
export function notWithheld(alias: string, withheld: readonly Withheld[]) {
  const among = withheld.map(
    ({ planId, from }) =>
      sql`(${sql.ref(`${alias}.planId`)} = ${planId} and ${sql.ref(`${alias}.at`)} >= ${from})`,
  );
  return among.length === 0 ? sql<SqlBool>`1 = 1` : sql<SqlBool>`not (${sql.join(among, sql` or `)})`;
}
