// Pages of a list in the order of a column and then of the id: they stay what they are while rows come and go before them.
import { type RawBuilder, type SqlBool, sql } from 'kysely';

export interface Order {
  by: RawBuilder<unknown>;
  id: RawBuilder<unknown>;
  isDescending: boolean;
}
/** Where the page before ended. */
export interface Behind {
  value: string | number;
  id: string;
}

/** A page as it is asked for: `sort` names the column. */
export interface Asked<Sort extends string> {
  sort: Sort;
  isDescending: boolean;
  after: Behind | null;
  limit: number;
}

export function behind({ by, id, isDescending }: Order, after: Behind | null): RawBuilder<SqlBool> {
  if (after === null) return sql<SqlBool>`true`;
  const sign = isDescending ? sql`<` : sql`>`;
  return sql<SqlBool>`(${by}, ${id}) ${sign} (${after.value}, ${after.id})`;
}

export const orderBy = ({ by, id, isDescending }: Order): RawBuilder<unknown> =>
  isDescending ? sql`${by} desc, ${id} desc` : sql`${by}, ${id}`;
