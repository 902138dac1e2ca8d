// Tasks that changed hands, in words.
import { grouped } from '../../../engine/index.ts';
import { findComponents } from '../../store/queries/components.ts';
import type { Db } from '../../store/schema.ts';
import { listNames } from '../list-names.ts';

export interface MovedTask {
  taskId: string;
  planId: string;
  componentId: string;
  title: string;
  from: string | null;
  to: string | null;
  /** Whose it is, while somebody stands in for them. */
  onBehalfOf: string | null;
  /** It is nobody's any more, and nothing waits for it. */
  leftOut?: true;
}

/** By title and component: who answers for several has tasks that are called the same. */
async function listed(db: Db, tasks: readonly MovedTask[]): Promise<string> {
  const components = await findComponents(
    db,
    tasks.map(({ componentId }) => componentId),
  );
  const nameOf = new Map(components.map(({ id, name }) => [id, name]));
  const named = tasks.map(({ title, componentId }) => `${title} (${nameOf.get(componentId) ?? componentId})`);
  return listNames([...new Set(named)], 3);
}

const counted = (tasks: readonly MovedTask[]): string =>
  tasks.length === 1 ? '1 open task' : `${grouped(tasks.length)} open tasks`;

/** Such as 2 open tasks: “Rate the year (Permits)”, “Agree the plan (Inspection)”. */
export const countedAndListed = async (db: Db, tasks: readonly MovedTask[]): Promise<string> =>
  `${counted(tasks)}: ${await listed(db, tasks)}`;
