// Rows that say every word of a search, in any of the columns, however it is written.
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { patternOf, wordsOf } from '../fold.ts';

/** The database's own `like` knows the capitals of plain letters, and is fast; only what has others is folded by us. */
const says = (said: RawBuilder<string>, word: string): RawBuilder<SqlBool> => {
  const pattern = patternOf(word);
  return sql<SqlBool>`(${said} like ${pattern} escape '\\'
    or (${said} glob '*[^ -~]*' and fold(${said}) like ${pattern} escape '\\'))`;
};

/** `said` is the text that is searched: an expression of columns joined by spaces. */
export function saysAll(said: RawBuilder<string>, q: string): RawBuilder<SqlBool> {
  const each = wordsOf(q).map((word) => says(said, word));
  return each.length === 0 ? sql<SqlBool>`true` : sql<SqlBool>`(${sql.join(each, sql` and `)})`;
}
