// An order in which every node comes after its children, and the nodes that have none because they are
// their own ancestors.

export interface TreeNode {
  id: string;
  parents: string[];
}

export interface Order {
  order: string[];
  /** On or above a circle of parents; each has at least one child among them. */
  circular: string[];
}

export function childrenOf(nodes: TreeNode[]): Map<string, string[]> {
  const children = new Map<string, string[]>(nodes.map(({ id }) => [id, []]));
  for (const { id, parents } of nodes) {
    for (const parent of parents) children.get(parent)?.push(id);
  }
  return children;
}

export function childrenFirst(nodes: TreeNode[]): Order {
  const parents = new Map(nodes.map((node) => [node.id, node.parents]));
  const waitsFor = new Map([...childrenOf(nodes)].map(([id, children]) => [id, children.length]));
  const order = nodes.map(({ id }) => id).filter((id) => waitsFor.get(id) === 0);
  // The order grows while it is walked: a parent joins when its last child has been placed.
  for (const id of order) {
    for (const parent of parents.get(id) ?? []) {
      const left = waitsFor.get(parent);
      if (left === undefined) continue;
      waitsFor.set(parent, left - 1);
      if (left === 1) order.push(parent);
    }
  }
  const placed = new Set(order);
  return { order, circular: nodes.map(({ id }) => id).filter((id) => !placed.has(id)) };
}
