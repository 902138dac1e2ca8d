// What the boards count from many short rows is what the store counts by itself, row by row.
import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { listFormTasks } from '../../../server/store/queries/form-tasks.ts';
import { countPlans } from '../../../server/store/queries/plan-outcomes.ts';
import type { Within } from '../../../server/store/queries/plans-within.ts';
import { currentPeriod } from '../../../server/store/queries/reports.ts';
import { countOpenWork } from '../../../server/store/queries/work-counts.ts';
import type { Db } from '../../../server/store/schema.ts';
import { makeReviewedOffice, reviewed, taskRow } from '../../support/reviewed-office.ts';

const at = '2026-02-01T12:00:00.000Z';
const all: Within = { componentIds: 'all', except: [] };
const some: Within = { componentIds: ['dob-1', 'parks-2', 'no “quotes"'], except: ['plan-dob-2'] };
const forms = ['appraisal', 'acknowledgement'];
const steps = { done: ['appraisal'], deciding: ['acknowledgement'] };

const anyTask = fc.record({
  planOf: fc.constantFrom(...reviewed.slice(0, 4).map(({ id }) => id), 'parks-2'),
  form: fc.constantFrom(...forms, 'goals'),
  state: fc.constantFrom('open', 'completed', 'cancelled'),
  result: fc.constantFrom(null, '{"decision":"signed"}', '{"decision":"refused"}'),
  dueAt: fc.constantFrom(null, '2026-01-29T00:00:00.000Z', at, '2026-03-13T12:00:00.000Z'),
});

const byStore = async (db: Db) => ({
  plans: (
    await sql`select "componentId", count(*) as plans, sum("status" = 'ended') as ended from plans group by 1`.execute(
      db,
    )
  ).rows,
  done: (
    await sql`select "planId", "componentId", "form" ->> '$' as form, "key", "activation", "state", "completedAt",
      case when "form" = '"acknowledgement"' then "result" ->> '$.decision' end as decision from tasks
      where "form" = '"acknowledgement"' and "state" in ('completed', 'open')
        or "form" = '"appraisal"' and "state" = 'completed'`.execute(db)
  ).rows,
  open: (
    await sql`select "componentId", count(*) as open, min("dueAt") as "firstDue", total("dueAt" < ${at}) as overdue
      from tasks where "state" = 'open' group by 1`.execute(db)
  ).rows,
});
const placeOf = (row: { componentId: string; form?: string; activation?: number }) =>
  `${row.componentId} ${row.form} ${row.activation}`;
const byComponent = (rows: readonly unknown[]) =>
  (rows as { componentId: string; form?: string; activation?: number }[])
    .map((row) => ({ ...row }))
    .toSorted((a, b) => placeOf(a).localeCompare(placeOf(b)));

test('plans, forms and open work are counted as the store counts them', async () => {
  const { deps } = await makeReviewedOffice();
  await fc.assert(
    fc.asyncProperty(fc.array(anyTask, { maxLength: 30 }), async (tasks) => {
      await deps.store.commit(async (db) => {
        await db.deleteFrom('tasks').execute();
        for (const [index, { planOf, form, state, dueAt, result }] of tasks.entries())
          await db
            .insertInto('tasks')
            .values(taskRow(planOf, form, { id: `t${index}`, activation: index, state, dueAt, result }))
            .execute();
      });
      await deps.store.read(async (db) => {
        const counted = await byStore(db);
        expect(byComponent(await countPlans(db, all))).toEqual(byComponent(counted.plans));
        expect(byComponent(await listFormTasks(db, steps, all))).toEqual(byComponent(counted.done));
        expect(byComponent(await countOpenWork(db, at, all))).toEqual(byComponent(counted.open));
        const isSeen = ({ componentId }: { componentId: string }) => some.componentIds.includes(componentId);
        expect(byComponent(await countOpenWork(db, at, some))).toEqual(
          byComponent(counted.open).filter(isSeen),
        );
        expect(byComponent(await listFormTasks(db, steps, some))).toEqual(
          byComponent(counted.done).filter(isSeen),
        );
      });
    }),
    { numRuns: 25 },
  );
});

test('the period of the reports is found without reading the plans and the observations themselves', async () => {
  const { deps } = await makeReviewedOffice();
  const asked = await deps.store.read(async (db) => {
    expect(await currentPeriod(db)).toBeNull();
    const { rows } = await sql<{ detail: string }>`explain query plan
      select (select count(*) from "plans" as "p" where "p"."launchId" = "l"."id" and "p"."status" = 'active')
      from "launches" as "l" where exists (select "o"."id" from "observations" as "o"
        where "o"."periodEnd" >= "l"."periodStart" and "o"."periodStart" <= "l"."periodEnd")`.execute(db);
    return rows.map(({ detail }) => detail).join('\n');
  });
  expect(asked).toContain('COVERING INDEX plans_launchId_status');
  expect(asked).toContain('observations_period');
});
