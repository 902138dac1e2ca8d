// What was done and decided by the forms of tasks, of all plans within sight.
import { type SqlBool, sql } from 'kysely';
import type { Db } from '../schema.ts';
import { packed } from './packed.ts';
import { isOfPlanWithin, type Within } from './plans-within.ts';

export interface FormTask {
  planId: string;
  componentId: string;
  form: string;
  key: string;
  activation: number;
  state: 'open' | 'completed';
  completedAt: string | null;
  /** Of forms that decide. */
  decision: string | null;
}

/** What was done by these forms, and what is open of those that decide: until then nothing is decided. */
export async function listFormTasks(
  db: Db,
  { done, deciding }: { done: readonly string[]; deciding: readonly string[] },
  within: Within,
): Promise<FormTask[]> {
  const textsOf = (forms: readonly string[]) => forms.map((form) => JSON.stringify(form));
  const decides = sql<SqlBool>`t.form in (${sql.join(textsOf(deciding))})`;
  const tasks = db
    .selectFrom('tasks as t')
    .select(['t.planId', 't.componentId', 't.form', 't.key', 't.activation', 't.state', 't.completedAt'])
    .select(sql<string | null>`iif(${decides}, t.result ->> '$.decision', null)`.as('decision'))
    .where('t.form', 'in', textsOf([...done, ...deciding]))
    .where(sql<SqlBool>`(t.state = 'completed' or (t.state = 'open' and ${decides}))`)
    .where(isOfPlanWithin('t.planId', within));
  const rows = await packed(db, tasks, [
    ...(['planId', 'componentId', 'form', 'key', 'activation', 'state', 'completedAt', 'decision'] as const),
  ]);
  const names = new Map([...done, ...deciding].map((form) => [JSON.stringify(form), form]));
  return rows.map(({ planId, componentId, form, key, activation, state, completedAt, decision }) => ({
    ...{ planId, componentId, key, activation, completedAt, decision },
    form: names.get(form) ?? form,
    state: state === 'open' ? 'open' : 'completed',
  }));
}
