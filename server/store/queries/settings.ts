// What the server remembers of itself.
import type { Db } from '../schema.ts';

/** demo: anybody on this computer may sign in as a demo person. clean: it began without samples. */
export type Mode = 'demo' | 'clean';

/** Null: nobody has chosen yet. */
export async function readMode(db: Db): Promise<Mode | null> {
  const row = await db.selectFrom('settings').select('value').where('name', '=', 'mode').executeTakeFirst();
  return row ? JSON.parse(row.value) : null;
}

export async function writeMode(db: Db, mode: Mode): Promise<void> {
  await db
    .insertInto('settings')
    .values({ name: 'mode', value: JSON.stringify(mode) })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: JSON.stringify(mode) }))
    .execute();
}
