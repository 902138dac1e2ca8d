// The units that reports can be narrowed to: components with something below them, by name.
import type { Component } from '../../engine/index.ts';

export function parentsOf(components: readonly Component[]): { value: string; label: string }[] {
  const parents = new Set(components.map(({ parentId }) => parentId));
  return components
    .filter(({ id }) => parents.has(id))
    .map(({ id, name }) => ({ value: id, label: name }))
    .sort((a, b) => a.label.localeCompare(b.label));
}
