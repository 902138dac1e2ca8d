// Where a name stands in an expression: inside a filter it may be an entry of the item, elsewhere it may not.
import { type CompileOptions, readFeel } from '../../expression/compile-feel.ts';
import { childrenOf, type Node } from '../../expression/syntax/node.ts';

const isIn = (node: Node, name: string): boolean =>
  node.kind === 'name'
    ? node.name === name && node.slot === null && node.items.length === 0
    : childrenOf(node).some((child) => isIn(child, name));

/** Those of the names that are asked of nothing but the scope. */
export function standingAlone(
  text: string,
  options: CompileOptions,
  names: readonly string[],
): readonly string[] {
  if (names.length === 0) return names;
  const read = readFeel(text, options);
  return read.kind === 'refused' ? names : names.filter((name) => isIn(read.tree, name));
}
