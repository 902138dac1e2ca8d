// Shadows of cycles: what was started, and which plans are to be looked at.
import { prepare } from '../prepared.ts';
import type { ShadowRow } from '../schema/cycles.ts';
import type { Db } from '../schema.ts';

export const candidateKinds = ['draft', 'version', 'document'] as const;
export interface Shadow extends Omit<ShadowRow, 'document' | 'candidate'> {
  candidate: (typeof candidateKinds)[number];
}
export interface OpenShadow {
  id: string;
  cycleId: string;
  seenSeq: number;
}

const columns = [
  'id',
  'cycleId',
  'candidate',
  'version',
  'startedAt',
  'startedBy',
  'endedAt',
  'endedBy',
  'seenSeq',
] as const;
const toShadow = (row: Omit<ShadowRow, 'document'>): Shadow => ({
  ...row,
  candidate: row.candidate as Shadow['candidate'],
});

/** With a place for each plan that is under way, to be looked at now. What happens from here on is found in the history. */
export async function insertShadow(db: Db, row: Omit<ShadowRow, 'seenSeq'>): Promise<void> {
  const { seq } = await db
    .selectFrom('history')
    .select((e) => e.fn.max('seq').as('seq'))
    .executeTakeFirstOrThrow();
  await db
    .insertInto('shadows')
    .values({ ...row, seenSeq: Number(seq ?? 0) })
    .execute();
  await db
    .insertInto('shadowVerdicts')
    .columns(['shadowId', 'planId', 'revision', 'verdict', 'nextAt'])
    .expression(
      db
        .selectFrom('plans')
        .select((e) => [
          e.val(row.id).as('shadowId'),
          'id as planId',
          e.lit(0).as('revision'),
          e.val('waiting').as('verdict'),
          e.val(row.startedAt).as('nextAt'),
        ])
        .where('cycleId', '=', row.cycleId)
        .where('status', '=', 'active'),
    )
    .execute();
}

export async function findShadow(db: Db, id: string): Promise<Shadow | null> {
  const row = await db.selectFrom('shadows').select(columns).where('id', '=', id).executeTakeFirst();
  return row ? toShadow(row) : null;
}

export async function documentOfShadow(db: Db, id: string): Promise<string | null> {
  const row = await db.selectFrom('shadows').select('document').where('id', '=', id).executeTakeFirst();
  return row?.document ?? null;
}

/** Newest first. */
export async function pageShadows(
  db: Db,
  { before, limit }: { before: { at: string; id: string } | null; limit: number },
): Promise<Shadow[]> {
  const rows = await db
    .selectFrom('shadows')
    .select(columns)
    .$if(before !== null, (query) =>
      query.where((e) => e(e.refTuple('startedAt', 'id'), '<', e.tuple(before?.at ?? '', before?.id ?? ''))),
    )
    .orderBy('startedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(toShadow);
}

export async function countOpenShadows(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('shadows')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('endedAt', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(count);
}

const openQuery = prepare<Record<never, never>, OpenShadow>((db) =>
  db
    .selectFrom('shadows')
    .select(['id', 'cycleId', 'seenSeq'])
    .where('endedAt', 'is', null)
    .orderBy('startedAt')
    .orderBy('id'),
);

/** Asked after every commit there is, so it costs one look into an index. */
export async function listOpenShadows(db: Db): Promise<OpenShadow[]> {
  return (await openQuery(db, {})).rows;
}

/** False when it has ended before. */
export async function endShadow(
  db: Db,
  { id, at, actor }: { id: string; at: string; actor: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('shadows')
    .set({ endedAt: at, endedBy: actor })
    .where('id', '=', id)
    .where('endedAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export interface Changed {
  planIds: string[];
  /** The line up to which the history was read; null: there is nothing new. */
  upTo: number | null;
  /** There may be more behind it. */
  full: boolean;
}

/** Plans of the cycle with lines in the history that the shadow has not seen, but for those that are due already. */
export async function listChangedPlans(
  db: Db,
  shadow: OpenShadow,
  { at, limit }: { at: string; limit: number },
): Promise<Changed> {
  const lines = await db
    .selectFrom('history')
    .select(['seq', 'planId'])
    .where('seq', '>', shadow.seenSeq)
    .orderBy('seq')
    .limit(limit)
    .execute();
  const upTo = lines.at(-1)?.seq ?? null;
  if (upTo === null) return { planIds: [], upTo, full: false };
  const rows = await db
    .selectFrom('plans as p')
    .leftJoin('shadowVerdicts as v', (join) =>
      join.onRef('v.planId', '=', 'p.id').on('v.shadowId', '=', shadow.id),
    )
    .select(['p.id'])
    .where('p.id', 'in', [...new Set(lines.map(({ planId }) => planId))])
    .where('p.cycleId', '=', shadow.cycleId)
    .where((e) => e.or([e('v.revision', 'is', null), e('v.revision', '<', e.ref('p.revision'))]))
    .where((e) => e.or([e('v.nextAt', 'is', null), e('v.nextAt', '>', at)]))
    .execute();
  return { planIds: rows.map(({ id }) => id), upTo, full: lines.length === limit };
}

/** The changed plans are to be looked at, and the history is known so far. Nothing when the shadow has ended. */
export async function markChanged(
  db: Db,
  shadow: OpenShadow,
  { planIds, upTo, at }: { planIds: readonly string[]; upTo: number; at: string },
): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('shadows')
    .set({ seenSeq: upTo })
    .where('id', '=', shadow.id)
    .where('endedAt', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n || planIds.length === 0) return;
  const rows = planIds.map((planId) => ({
    shadowId: shadow.id,
    planId,
    revision: 0,
    verdict: 'waiting',
    report: null,
    judgedAt: null,
    nextAt: at,
  }));
  await db
    .insertInto('shadowVerdicts')
    .values(rows)
    .onConflict((on) => on.columns(['shadowId', 'planId']).doUpdateSet({ nextAt: at }))
    .execute();
}
