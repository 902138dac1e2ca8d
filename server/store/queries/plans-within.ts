// Which plans a reader looks at, as a condition of a query: figures are counted where the rows are, and nothing is read
// to be left out.
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Db } from '../schema.ts';
import { among } from './among.ts';
import { packed } from './packed.ts';

export interface BoardFilter {
  cycleId?: string | undefined;
  version?: number | undefined;
  /** Local dates: plans that began between them, both included. */
  from?: string | undefined;
  to?: string | undefined;
}

export interface Within extends BoardFilter {
  componentIds: readonly string[] | 'all';
  /** Plans that the reader must not learn of. */
  except: readonly string[];
}

function conditions({ cycleId, version, from, to, componentIds, except }: Within): RawBuilder<SqlBool>[] {
  const found: RawBuilder<SqlBool>[] = [];
  if (cycleId) found.push(sql`p."cycleId" = ${cycleId}`);
  if (version) found.push(sql`p.version = ${version}`);
  if (from) found.push(sql`p."startedAt" >= ${from}`);
  // Instants of the last day are greater than its date, and less than the date with this letter behind it.
  if (to) found.push(sql`p."startedAt" < ${`${to}U`}`);
  if (componentIds !== 'all') found.push(among('p.componentId', componentIds));
  if (except.length > 0) found.push(sql`not ${among('p.id', except)}`);
  return found;
}

/** Of the plans that the query calls `p`. */
export const isPlanWithin = (within: Within): RawBuilder<SqlBool> =>
  sql.join([sql`true`, ...conditions(within)], sql` and `);

/** Of what belongs to a plan. Where every plan is looked at none has to be looked up. */
export function isOfPlanWithin(column: string, within: Within): RawBuilder<SqlBool> {
  if (conditions(within).length === 0) return sql`true`;
  return sql`${sql.ref(column)} in (select p.id from plans as p where ${isPlanWithin(within)})`;
}

/** For what was counted by plan before. */
export async function planIdsWithin(db: Db, within: Within): Promise<ReadonlySet<string> | 'all'> {
  if (conditions(within).length === 0) return 'all';
  const rows = await packed(db, db.selectFrom('plans as p').select('p.id').where(isPlanWithin(within)), [
    'id',
  ]);
  return new Set(rows.map(({ id }) => id));
}
