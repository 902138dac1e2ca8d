// An expression with another word for a name, wherever it means that name: not in a text, not for a field of
// something, not for a name of its own that hides it. The rest stays as it is written.
import { type CompileOptions, readFeel } from './compile-feel.ts';
import { childrenOf, type Node } from './syntax/node.ts';
import type { Place } from './syntax/nodes.ts';
import { canonicalName } from './syntax/parse-feel.ts';

interface Naming {
  dialect: CompileOptions['dialect'];
  /** All names in scope, so that those of several words are read as names. */
  names: readonly string[];
  from: string;
  to: string;
}

function placesOf(node: Node, name: string): Place[] {
  const own = node.kind === 'name' && node.slot === null && canonicalName(node.name) === name ? [node] : [];
  return [...own, ...childrenOf(node).flatMap((child) => placesOf(child, name))];
}

/** The text itself where it is no expression. */
export function renameInFeel(text: string, { dialect, names, from, to }: Naming): string {
  const read = readFeel(text, { dialect, names: [...names] });
  if (read.kind === 'refused') return text;
  return placesOf(read.tree, canonicalName(from))
    .toSorted((a, b) => b.from - a.from)
    .reduce((changed, place) => changed.slice(0, place.from) + to + changed.slice(place.to), text);
}
