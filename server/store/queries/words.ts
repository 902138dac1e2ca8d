// Rows that say every word of a search, in any of the columns, however it is written.
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { patternOf, wordsOf } from '../fold.ts';

/** `said` is the text that is searched: an expression of columns joined by spaces. */
export function saysAll(said: RawBuilder<string>, q: string): RawBuilder<SqlBool> {
  const each = wordsOf(q).map((word) => sql<SqlBool>`fold(${said}) like ${patternOf(word)} escape '\\'`);
  return each.length === 0 ? sql<SqlBool>`true` : sql<SqlBool>`(${sql.join(each, sql` and `)})`;
}
