// The requirements graph: which decisions a decision looks at. One that needs itself can never be taken.
export type Requirements = ReadonlyMap<string, ReadonlySet<string>>;

/** Each way round once, as the names on it; it starts and ends with the same. */
export function circlesIn(requirements: Requirements): string[][] {
  const done = new Set<string>();
  const circles: string[][] = [];
  const visit = (name: string, path: readonly string[]): void => {
    const before = path.indexOf(name);
    if (before >= 0) {
      circles.push([...path.slice(before), name]);
      return;
    }
    if (done.has(name)) return;
    for (const needed of requirements.get(name) ?? []) visit(needed, [...path, name]);
    done.add(name);
  };
  for (const name of requirements.keys()) visit(name, []);
  return circles;
}

/** Everything that a decision looks at, also through others; itself left out. */
export function reachedFrom(name: string, requirements: Requirements): Set<string> {
  const reached = new Set<string>();
  const waiting = [...(requirements.get(name) ?? [])];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (reached.has(next)) continue;
    reached.add(next);
    waiting.push(...(requirements.get(next) ?? []));
  }
  return reached;
}

/** The names, and all that the decisions among them look at. */
export function namesBehind(names: readonly string[], model: { uses: Requirements } | null): string[] {
  if (model === null) return [...names];
  return [...new Set(names.flatMap((name) => [name, ...reachedFrom(name, model.uses)]))];
}
