// What raters and sessions said of the whole in the plans of a condition, for figures, which name nobody.
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Db } from '../schema.ts';
import { packed } from './packed.ts';

/** What a session kept is null: it says nothing new. Outcomes are as they were stored, also by forms of the past. */
export interface Judged {
  planId: string;
  componentId: string;
  ownerId: string | null;
  form: 'appraisal' | 'calibration';
  by: string | null;
  results: string | null;
  methods: string | null;
  /** JSON, of an appraisal that said nothing of the whole: its goals one by one. */
  goals: string | null;
  /** When whoever answers, or whoever they stand in for, was asked. */
  askedAt: string;
  completedAt: string | null;
}

/** A task of a version that nobody else reads while its plan is in one of the stages around it. */
export interface SealedOf {
  cycleId: string;
  version: number;
  stage: string;
  key: string;
  around: readonly string[];
}

const isSealed = ({ cycleId, version, stage, key, around }: SealedOf) => sql<SqlBool>`(
  p."cycleId" = ${cycleId} and p.version = ${version} and t.stage = ${stage} and t.key = ${key}
  and exists (select 1 from json_each(p.stage) as at where at.value in (${sql.join(around)})))`;

const columns = [
  ...(['planId', 'componentId', 'ownerId', 'by', 'form', 'results', 'methods', 'goals'] as const),
  ...(['askedAt', 'completedAt'] as const),
];

/** `isWanted` is of the plans `p`, in the order in which they began; of each the last word comes last. */
export async function listJudged(
  db: Db,
  isWanted: RawBuilder<SqlBool>,
  sealed: readonly SealedOf[],
): Promise<Judged[]> {
  const isAppraisal = sql`t.form = '"appraisal"'`;
  const says = sql`(${isAppraisal} or t.result ->> '$.decision' = 'changed')`;
  const results = sql`iif(${isAppraisal}, t.result ->> '$.results', t.result ->> '$.outcome')`;
  const judged = db
    .selectFrom('tasks as t')
    .innerJoin('plans as p', 'p.id', 't.planId')
    .innerJoin('components as c', 'c.id', 'p.componentId')
    .leftJoin('tasks as before', 'before.id', 't.standsFor')
    .select((e) => e.fn.coalesce('before.openedAt', 't.openedAt').as('askedAt'))
    .select([
      'p.id as planId',
      'c.id as componentId',
      'c.ownerId',
      't.completedBy as by',
      't.form',
      't.completedAt',
    ])
    .select(sql<string | null>`iif(${says}, ${results}, null)`.as('results'))
    .select(sql<string | null>`iif(${says}, t.result ->> '$.methods', null)`.as('methods'))
    .select(
      sql<
        string | null
      >`iif(${isAppraisal} and t.result ->> '$.results' is null, t.result -> '$.goals', null)`.as('goals'),
    )
    .where('t.state', '=', 'completed')
    .where('t.form', 'in', [JSON.stringify('appraisal'), JSON.stringify('calibration')])
    // Of a decision that several made, the one that counts.
    .where((e) => e.or([e('t.heard', 'is', null), e('t.heard', '=', 'counts')]))
    // Who was promised not to be named would be told apart by a part in which they alone answered.
    .where((e) => e.or([e('t.raterGroup', 'is', null), e('t.anonymity', '=', 'named')]))
    .where(isWanted)
    .where((e) => e.and(sealed.map((one) => e.not(isSealed(one)))))
    .orderBy('p.startedAt')
    .orderBy('p.id')
    .orderBy('t.completedAt')
    .orderBy('t.id');
  const rows = await packed(db, judged, columns);
  return rows.map(({ form, ...row }) => ({
    ...row,
    form: form === '"appraisal"' ? 'appraisal' : 'calibration',
  }));
}
