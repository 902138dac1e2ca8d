// What the server remembers of itself.
import type { Db } from '../schema.ts';

/** demo: anybody on this computer may sign in as a demo person. clean: it began without samples. */
export type Mode = 'demo' | 'clean';

async function readSetting(db: Db, name: string): Promise<unknown> {
  const row = await db.selectFrom('settings').select('value').where('name', '=', name).executeTakeFirst();
  return row ? JSON.parse(row.value) : null;
}

async function writeSetting(db: Db, name: string, value: string | boolean): Promise<void> {
  const text = JSON.stringify(value);
  await db
    .insertInto('settings')
    .values({ name, value: text })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: text }))
    .execute();
}

/** Null: nobody has chosen yet. */
export async function readMode(db: Db): Promise<Mode | null> {
  const mode = await readSetting(db, 'mode');
  return mode === 'demo' || mode === 'clean' ? mode : null;
}

export const writeMode = (db: Db, mode: Mode): Promise<void> => writeSetting(db, 'mode', mode);

/** Does a second person approve each publish of a cycle? */
export const readSecondPerson = async (db: Db): Promise<boolean> =>
  (await readSetting(db, 'second-person')) === true;

export const writeSecondPerson = (db: Db, wanted: boolean): Promise<void> =>
  writeSetting(db, 'second-person', wanted);
