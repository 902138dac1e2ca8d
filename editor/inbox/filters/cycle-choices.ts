// The cycles of the tasks in the list by their names; one that cannot be read is called by its id.
interface Named {
  id: string;
  name: string;
}

export function cycleChoices(ids: Iterable<string>, cycles: readonly Named[]) {
  const names = new Map(cycles.map(({ id, name }) => [id, name]));
  return [...new Set(ids)]
    .map((id) => ({ value: id, label: names.get(id) ?? id }))
    .toSorted((a, b) => a.label.localeCompare(b.label));
}
