// The order that the heading of a column asks the server for.
const orders: Readonly<Record<string, string>> = {
  ...{ component: 'component', cycle: 'cycle', stage: 'stage', round: 'round', score: 'score' },
  ...{ next: 'dueAt', moved: 'movedAt' },
};

/** Undefined: no column, or one that is not there. */
export function planOrder(sort: string | undefined): string | undefined {
  const order = orders[sort?.replace(/^-/, '') ?? ''];
  return order && sort?.startsWith('-') ? `-${order}` : order;
}
