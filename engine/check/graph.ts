// Reach and loops in a directed graph, in time that grows with its edges.

export type Graph = ReadonlyMap<string, ReadonlySet<string>>;

export function makeGraph(nodes: Iterable<string>, targetsOf: (node: string) => Iterable<string>): Graph {
  return new Map([...nodes].map((node) => [node, new Set(targetsOf(node))]));
}

/** The starts and all that can be reached from them, without what was seen before. */
function reachFrom(
  graph: Graph,
  starts: Iterable<string>,
  seen: ReadonlySet<string> = new Set(),
): Set<string> {
  const reached = new Set<string>();
  const left = [...starts];
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    if (reached.has(node) || seen.has(node) || !graph.has(node)) continue;
    reached.add(node);
    left.push(...(graph.get(node) ?? []));
  }
  return reached;
}

function reverse(graph: Graph): Graph {
  const back = new Map<string, Set<string>>([...graph.keys()].map((node) => [node, new Set()]));
  for (const [from, targets] of graph) for (const to of targets) back.get(to)?.add(from);
  return back;
}

/** Every node after all that it leads to, but for loops. */
function finishOrder(graph: Graph): string[] {
  const order: string[] = [];
  const seen = new Set<string>();
  for (const start of graph.keys()) {
    const path = seen.has(start) ? [] : [{ node: start, targets: [...(graph.get(start) ?? [])] }];
    seen.add(start);
    for (let at = path.at(-1); at !== undefined; at = path.at(-1)) {
      const next = at.targets.pop();
      if (next === undefined) {
        order.push(at.node);
        path.pop();
      } else if (!seen.has(next) && graph.has(next)) {
        seen.add(next);
        path.push({ node: next, targets: [...(graph.get(next) ?? [])] });
      }
    }
  }
  return order;
}

/** Groups of nodes that all reach each other (Kosaraju); groups and members in the order of the graph. */
function groupsIn(graph: Graph): string[][] {
  const position = new Map([...graph.keys()].map((node, index) => [node, index]));
  const byPosition = (a = '', b = '') => (position.get(a) ?? 0) - (position.get(b) ?? 0);
  const back = reverse(graph);
  const placed = new Set<string>();
  const groups: string[][] = [];
  for (const node of finishOrder(graph).reverse()) {
    if (placed.has(node)) continue;
    const group = [...reachFrom(back, [node], placed)].sort(byPosition);
    for (const member of group) placed.add(member);
    groups.push(group);
  }
  return groups.sort((a, b) => byPosition(a[0], b[0]));
}

/** Groups in which one can go round; a node alone only with an edge to itself. */
export const loopsIn = (graph: Graph): string[][] =>
  groupsIn(graph).filter((group) => group.length > 1 || graph.get(group[0] ?? '')?.has(group[0] ?? ''));

/** Groups that nothing leads out of. */
export const restingGroupsIn = (graph: Graph): string[][] =>
  groupsIn(graph).filter((group) =>
    group.every((node) => [...(graph.get(node) ?? [])].every((to) => group.includes(to))),
  );
