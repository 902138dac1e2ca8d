// The order of what was found by words: where the first of them stands in the name, then the name.
import { type RawBuilder, sql } from 'kysely';
import { foldText, wordsOf } from '../fold.ts';

export const nearest = (name: RawBuilder<string>, q: string): RawBuilder<unknown> =>
  sql`instr(fold(${name}), ${foldText(wordsOf(q)[0] ?? '')}), fold(${name})`;
