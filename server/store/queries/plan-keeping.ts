// Ended plans and how long what was said in them is kept: those of which nobody has worked it out yet, and those of which
// something is due to go.
import type { Db } from '../schema.ts';

/** drafts: what was typed. answers: what raters said. notes: the reasons given in calibrations. */
export const keptKinds = ['drafts', 'answers', 'notes'] as const;
export type KeptKind = (typeof keptKinds)[number];

export interface Keeping {
  dueAt: string;
  /** Null: it is still there. */
  goneAt: string | null;
}
export type Kept = Partial<Record<KeptKind, Keeping>>;

export interface EndedPlan {
  id: string;
  componentId: string;
  cycleId: string;
  version: number;
  /** An ended plan moves no more. */
  movedAt: string;
}

export const listUnsettled = (db: Db, limit: number): Promise<EndedPlan[]> =>
  db
    .selectFrom('plans as p')
    .select(['p.id', 'p.componentId', 'p.cycleId', 'p.version', 'p.movedAt'])
    .where('p.status', '=', 'ended')
    .where((e) =>
      e.not(e.exists(e.selectFrom('planKeeping as k').select('k.planId').whereRef('k.planId', '=', 'p.id'))),
    )
    .limit(limit)
    .execute();

const nextOf = (kept: Kept): string | null =>
  Object.values(kept)
    .flatMap(({ dueAt, goneAt }) => (goneAt === null ? [dueAt] : []))
    .sort()[0] ?? null;

export async function writeKeeping(db: Db, planId: string, kept: Kept): Promise<void> {
  const row = { nextAt: nextOf(kept), kinds: JSON.stringify(kept) };
  await db
    .insertInto('planKeeping')
    .values({ planId, ...row })
    .onConflict((conflict) => conflict.column('planId').doUpdateSet(row))
    .execute();
}

export async function listDueKeeping(
  db: Db,
  { at, limit }: { at: string; limit: number },
): Promise<{ planId: string; kept: Kept }[]> {
  const rows = await db
    .selectFrom('planKeeping')
    .selectAll()
    .where('nextAt', '<=', at)
    .orderBy('nextAt')
    .limit(limit)
    .execute();
  return rows.map(({ planId, kinds }) => ({ planId, kept: JSON.parse(kinds) }));
}

export async function findKeeping(db: Db, planId: string): Promise<Kept | null> {
  const row = await db
    .selectFrom('planKeeping')
    .select('kinds')
    .where('planId', '=', planId)
    .executeTakeFirst();
  return row ? JSON.parse(row.kinds) : null;
}

export interface KeptTotal {
  /** Ended plans of which it is still to go. */
  waiting: number;
  nextAt: string | null;
  /** Plans of which it has gone. */
  gone: number;
}

export async function totalKept(db: Db): Promise<Record<KeptKind, KeptTotal>> {
  const rows = await db.selectFrom('planKeeping').select('kinds').execute();
  const all = rows.map(({ kinds }): Kept => JSON.parse(kinds));
  const totalOf = (kind: KeptKind): KeptTotal => {
    const known = all.flatMap((kept) => kept[kind] ?? []);
    const waiting = known.filter(({ goneAt }) => goneAt === null).map(({ dueAt }) => dueAt);
    return {
      waiting: waiting.length,
      nextAt: waiting.toSorted()[0] ?? null,
      gone: known.length - waiting.length,
    };
  };
  return { drafts: totalOf('drafts'), answers: totalOf('answers'), notes: totalOf('notes') };
}
