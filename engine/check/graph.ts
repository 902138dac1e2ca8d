// Reach and loops in a directed graph, in time that grows with its edges.

/** Each node with those that it leads to. */
export type Graph<Node> = ReadonlyMap<Node, ReadonlySet<Node>>;

export function makeGraph<Node>(
  nodes: Iterable<Node>,
  targetsOf: (node: Node) => Iterable<Node>,
): Graph<Node> {
  return new Map([...nodes].map((node) => [node, new Set(targetsOf(node))]));
}

/** The steps by where they lead from. */
export function byOrigin<Node, Step extends { from: Node }>(steps: readonly Step[]): Map<Node, Step[]> {
  const leading = new Map<Node, Step[]>();
  for (const step of steps) {
    const known = leading.get(step.from);
    if (known) known.push(step);
    else leading.set(step.from, [step]);
  }
  return leading;
}

/** The starts and all that can be reached from them, without what was seen before. */
export function reachFrom<Node>(
  graph: Graph<Node>,
  starts: Iterable<Node>,
  seen: ReadonlySet<Node> = new Set(),
): Set<Node> {
  const reached = new Set<Node>();
  const left = [...starts];
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    if (reached.has(node) || seen.has(node) || !graph.has(node)) continue;
    reached.add(node);
    left.push(...(graph.get(node) ?? []));
  }
  return reached;
}

export function reverse<Node>(graph: Graph<Node>): Graph<Node> {
  const back = new Map<Node, Set<Node>>([...graph.keys()].map((node) => [node, new Set()]));
  for (const [from, targets] of graph) for (const to of targets) back.get(to)?.add(from);
  return back;
}

/** Every node after all that it leads to, but for loops. */
function finishOrder<Node>(graph: Graph<Node>): Node[] {
  const order: Node[] = [];
  const seen = new Set<Node>();
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
function groupsIn<Node>(graph: Graph<Node>): Node[][] {
  const position = new Map([...graph.keys()].map((node, index) => [node, index]));
  const byPosition = (a: Node, b: Node) => (position.get(a) ?? 0) - (position.get(b) ?? 0);
  const back = reverse(graph);
  const placed = new Set<Node>();
  const groups: Node[][] = [];
  for (const node of finishOrder(graph).reverse()) {
    if (placed.has(node)) continue;
    const group = [...reachFrom(back, [node], placed)].sort(byPosition);
    for (const member of group) placed.add(member);
    groups.push(group);
  }
  const placeOf = ([first]: Node[]): number => (first === undefined ? 0 : (position.get(first) ?? 0));
  return groups.sort((a, b) => placeOf(a) - placeOf(b));
}

/** Groups in which one can go round; a node alone only with an edge to itself. */
export const loopsIn = <Node>(graph: Graph<Node>): Node[][] =>
  groupsIn(graph).filter(
    (group) => group.length > 1 || group.some((node) => graph.get(node)?.has(node) === true),
  );

/** Groups that nothing leads out of. */
export const restingGroupsIn = <Node>(graph: Graph<Node>): Node[][] =>
  groupsIn(graph).filter((group) => {
    const members = new Set(group);
    return group.every((node) => [...(graph.get(node) ?? [])].every((to) => members.has(to)));
  });

/** The shortest way by steps from one of the nodes to the other; null when there is none. */
export function shortestWay<Node, Step extends { from: Node; to: Node }>(
  steps: readonly Step[],
  starts: readonly Node[],
  end: Node,
): Step[] | null {
  const leading = byOrigin<Node, Step>(steps);
  const cameBy = new Map<Node, Step | null>(starts.map((start) => [start, null]));
  // A way back to its own start has at least one step.
  const waiting = [...starts];
  const isBack = starts.includes(end);
  for (const node of waiting) {
    for (const step of leading.get(node) ?? []) {
      if (step.to === end) return [...wayTo(cameBy, step.from), step];
      if (cameBy.has(step.to)) continue;
      cameBy.set(step.to, step);
      waiting.push(step.to);
    }
  }
  return isBack ? [] : null;
}

function wayTo<Node, Step extends { from: Node }>(cameBy: ReadonlyMap<Node, Step | null>, end: Node): Step[] {
  const way: Step[] = [];
  for (let step = cameBy.get(end); step; step = cameBy.get(step.from)) way.unshift(step);
  return way;
}
