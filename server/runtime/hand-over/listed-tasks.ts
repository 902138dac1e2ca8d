// Tasks that changed hands, in words.
import { grouped } from '../../../engine/index.ts';
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

const listed = (tasks: readonly MovedTask[]): string =>
  listNames([...new Set(tasks.map(({ title }) => title))], 3);

const counted = (tasks: readonly MovedTask[]): string =>
  tasks.length === 1 ? '1 open task' : `${grouped(tasks.length)} open tasks`;

/** Such as 2 open tasks: “Rate the year”, “Agree the plan”. */
export const countedAndListed = (tasks: readonly MovedTask[]): string =>
  `${counted(tasks)}: ${listed(tasks)}`;
