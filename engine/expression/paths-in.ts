// What an expression looks at: the paths that begin with a name of the scope, as they are written.
import { readFeel } from './compile-feel.ts';
import { childrenOf, type Node } from './syntax/node.ts';

/** `names` are those besides plain words. `result.decision = "agreed" and round < 4` looks at result.decision and round. Each once, in order. */
export function pathsIn(text: string, names: readonly string[] = []): string[] {
  const read = readFeel(text, { dialect: 'expression', names });
  if (read.kind === 'refused') return [];
  return [...new Set(placesIn(read.tree).map(({ from, to }) => text.slice(from, to).replace(/\s+/g, ' ')))];
}

const placesIn = (node: Node): Node[] => {
  if (beginsWithName(node)) return [node];
  const children =
    node.kind === 'call' && node.target.kind === 'name' ? childrenOf(node).slice(1) : childrenOf(node);
  return children.flatMap(placesIn);
};

/** Inside a filter a name may be an entry of the item, and is none of the scope's for sure. */
function beginsWithName(node: Node): boolean {
  if (node.kind === 'path') return beginsWithName(node.target);
  return node.kind === 'name' && node.slot === null && node.items.length === 0;
}
