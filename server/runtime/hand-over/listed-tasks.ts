// Tasks that changed hands, in words.
export interface MovedTask {
  taskId: string;
  planId: string;
  componentId: string;
  title: string;
  from: string | null;
  to: string | null;
  /** Whose it is, while somebody stands in for them. */
  onBehalfOf: string | null;
}

const listed = (tasks: readonly MovedTask[]): string => {
  const titles = [...new Set(tasks.map(({ title }) => `“${title}”`))];
  const shown = titles.slice(0, 3).join(', ');
  return titles.length > 3 ? `${shown} and ${titles.length - 3} more` : shown;
};

const counted = (tasks: readonly MovedTask[]): string =>
  tasks.length === 1 ? '1 open task' : `${tasks.length} open tasks`;

/** Such as 2 open tasks: “Rate the year”, “Agree the plan”. */
export const countedAndListed = (tasks: readonly MovedTask[]): string =>
  `${counted(tasks)}: ${listed(tasks)}`;
