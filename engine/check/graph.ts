// Reach and loops in a small directed graph.

export type Graph = ReadonlyMap<string, ReadonlySet<string>>;

export function makeGraph(nodes: Iterable<string>, targetsOf: (node: string) => Iterable<string>): Graph {
  return new Map([...nodes].map((node) => [node, new Set(targetsOf(node))]));
}

/** What can be reached by one step or more; the node itself only when it lies on a loop. */
export function reachFrom(graph: Graph, start: string): Set<string> {
  const reached = new Set<string>();
  const left = [...(graph.get(start) ?? [])];
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    if (reached.has(node)) continue;
    reached.add(node);
    left.push(...(graph.get(node) ?? []));
  }
  return reached;
}

export const reverse = (graph: Graph): Graph => {
  const back = new Map<string, Set<string>>([...graph.keys()].map((node) => [node, new Set()]));
  for (const [from, targets] of graph) for (const to of targets) back.get(to)?.add(from);
  return back;
};

/** Groups of nodes that all reach each other, in the order of the graph; alone only with an edge to itself. */
export function loopsIn(graph: Graph): string[][] {
  const reach = new Map([...graph.keys()].map((node) => [node, reachFrom(graph, node)]));
  const grouped = new Set<string>();
  const loops: string[][] = [];
  for (const [node, reached] of reach) {
    if (grouped.has(node) || !reached.has(node)) continue;
    const loop = [...graph.keys()].filter((other) => reached.has(other) && reach.get(other)?.has(node));
    for (const member of loop) grouped.add(member);
    loops.push(loop);
  }
  return loops;
}
