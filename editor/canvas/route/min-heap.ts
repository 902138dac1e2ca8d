// The cheapest of many numbered entries first. Equal costs come out in the order of their numbers.
export interface MinHeap {
  push(cost: number, entry: number): void;
  pop(): number | undefined;
}

export function makeMinHeap(): MinHeap {
  const costs: number[] = [];
  const entries: number[] = [];
  const before = (a: number, b: number): boolean => {
    const difference = (costs[a] ?? 0) - (costs[b] ?? 0);
    return difference === 0 ? (entries[a] ?? 0) < (entries[b] ?? 0) : difference < 0;
  };
  const swap = (a: number, b: number) => {
    [costs[a], costs[b]] = [costs[b] ?? 0, costs[a] ?? 0];
    [entries[a], entries[b]] = [entries[b] ?? 0, entries[a] ?? 0];
  };
  const sink = (start: number) => {
    for (let at = start; ; ) {
      const left = at * 2 + 1;
      const right = left + 1;
      let least = at;
      if (left < costs.length && before(left, least)) least = left;
      if (right < costs.length && before(right, least)) least = right;
      if (least === at) return;
      swap(at, least);
      at = least;
    }
  };
  return {
    push: (cost, entry) => {
      let at = costs.push(cost) - 1;
      entries.push(entry);
      for (let up = (at - 1) >> 1; at > 0 && before(at, up); up = (at - 1) >> 1) {
        swap(at, up);
        at = up;
      }
    },
    pop: () => {
      const first = entries[0];
      const lastCost = costs.pop();
      const lastEntry = entries.pop();
      if (costs.length > 0 && lastCost !== undefined && lastEntry !== undefined) {
        costs[0] = lastCost;
        entries[0] = lastEntry;
        sink(0);
      }
      return first;
    },
  };
}
