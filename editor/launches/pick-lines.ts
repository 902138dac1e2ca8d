// The organisation as lines to pick from: in the order of the tree, or those that fit a search with the way to them.
import type { Component } from '../../engine/index.ts';

export interface PickLine {
  component: Component;
  /** 0 is the top; a search has no levels. */
  level: number;
  /** Names from the top down to the one above. */
  path: string[];
  /** Ids of all below it. */
  below: string[];
}

/** Every component once: one that is its own ancestor stands at the top, as one without a known parent does. */
export function toPickLines(components: Component[]): PickLine[] {
  const ids = new Set(components.map(({ id }) => id));
  const children = Map.groupBy(components, ({ parentId }) =>
    parentId !== null && ids.has(parentId) ? parentId : null,
  );
  const seen = new Set<string>();
  const grow = (component: Component, path: string[]): PickLine[] => {
    if (seen.has(component.id)) return [];
    seen.add(component.id);
    const lines = inOrder(children.get(component.id)).flatMap((child) =>
      grow(child, [...path, component.name]),
    );
    const below = lines.map((line) => line.component.id);
    return [{ component, level: path.length, path, below }, ...lines];
  };
  const tops = inOrder(children.get(null)).flatMap((component) => grow(component, []));
  return [...tops, ...inOrder(components).flatMap((component) => grow(component, []))];
}

const inOrder = (components: Component[] = []): Component[] =>
  components.toSorted((a, b) => a.name.localeCompare(b.name, 'en'));

export function searchLines(lines: PickLine[], text: string): PickLine[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return lines;
  const fits = ({ component }: PickLine) =>
    words.every((word) => `${component.name} ${component.kind}`.toLowerCase().includes(word));
  return lines.filter(fits).map((line) => ({ ...line, level: 0 }));
}
