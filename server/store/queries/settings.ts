// What the server remembers of itself.
import type { Json } from '../../../engine/index.ts';
import type { Feature, Features } from '../../access/feature-names.ts';
import type { Db } from '../schema.ts';
import { type RetentionKind, retentionKinds } from './retention.ts';

/** demo: anybody on this computer may sign in as a demo person. clean: it began without samples. */
export type Mode = 'demo' | 'clean';

async function readSetting(db: Db, name: string): Promise<unknown> {
  const row = await db.selectFrom('settings').select('value').where('name', '=', name).executeTakeFirst();
  return row ? JSON.parse(row.value) : null;
}

async function writeSetting(db: Db, name: string, value: Json): Promise<void> {
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

const isMonth = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 12;

/** The month in which the organisation's fiscal year starts, 1 is January. */
export async function readFiscalYearStart(db: Db): Promise<number> {
  const month = await readSetting(db, 'fiscal-year-start');
  return isMonth(month) ? month : 1;
}

export const writeFiscalYearStart = (db: Db, month: number): Promise<void> =>
  writeSetting(db, 'fiscal-year-start', month);

/** Everything is used before somebody has said otherwise, and what a release brings anew. */
export async function readFeatures(db: Db): Promise<Features> {
  const known = new Map<string, unknown>(Object.entries((await readSetting(db, 'features')) ?? {}));
  const used = (feature: Feature): boolean => known.get(feature) !== false;
  return {
    'calibration-sessions': used('calibration-sessions'),
    'feedback-requests': used('feedback-requests'),
    recognition: used('recognition'),
    digests: used('digests'),
    'report-mails': used('report-mails'),
    'api-keys': used('api-keys'),
  };
}

export const writeFeatures = (db: Db, wish: Features): Promise<void> =>
  writeSetting(db, 'features', { ...wish });

/** Days that each kind is kept; null is for good, as everything is before somebody has said so. */
export async function readRetention(db: Db): Promise<Record<RetentionKind, number | null>> {
  const known = new Map<string, unknown>(Object.entries((await readSetting(db, 'retention')) ?? {}));
  const days = (kind: RetentionKind): number | null => {
    const value = known.get(kind);
    return typeof value === 'number' ? value : null;
  };
  const kept = { notifications: null, deliveries: null, mails: null, drafts: null, feed: null, audit: null };
  return Object.assign(kept, Object.fromEntries(retentionKinds.map((kind) => [kind, days(kind)])));
}

export const writeRetention = (db: Db, wish: Record<RetentionKind, number | null>): Promise<void> =>
  writeSetting(db, 'retention', { ...wish });

/** The last line of the audit trail that was taken away, from which the first one left follows. */
export async function readAuditAnchor(db: Db): Promise<{ seq: number; hash: string } | null> {
  const anchor = await readSetting(db, 'audit-anchor');
  if (typeof anchor !== 'object' || anchor === null || !('seq' in anchor) || !('hash' in anchor)) return null;
  return { seq: Number(anchor.seq), hash: String(anchor.hash) };
}
