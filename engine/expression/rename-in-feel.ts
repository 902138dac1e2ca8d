// An expression with another word for a name, wherever it means that name: not in a text, not for a field of
// something, not for a name of its own that hides it; or for a type that `instance of` names. The rest stays as it is
// written.
import { type CompileOptions, readFeel } from './compile-feel.ts';
import { childrenOf, type Node, type TypeNode } from './syntax/node.ts';
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

function placesInType(type: TypeNode, name: string): Place[] {
  switch (type.kind) {
    case 'named':
      return type.at && canonicalName(type.name) === name ? [type.at] : [];
    case 'list':
    case 'range':
      return placesInType(type.of, name);
    case 'context':
      return type.entries.flatMap((entry) => placesInType(entry.type, name));
    case 'function':
      return [];
  }
}

function placesOfType(node: Node, name: string): Place[] {
  const own = node.kind === 'instance' ? placesInType(node.type, name) : [];
  return [...own, ...childrenOf(node).flatMap((child) => placesOfType(child, name))];
}

type Finder = (node: Node, name: string) => Place[];

function renameWhere(find: Finder, text: string, { dialect, names, from, to }: Naming): string {
  const read = readFeel(text, { dialect, names: [...names] });
  if (read.kind === 'refused') return text;
  return find(read.tree, canonicalName(from))
    .toSorted((a, b) => b.from - a.from)
    .reduce((changed, place) => changed.slice(0, place.from) + to + changed.slice(place.to), text);
}

/** The text itself where it is no expression. */
export const renameInFeel = (text: string, naming: Naming): string => renameWhere(placesOf, text, naming);

/** A type by another name; `names` has the types as well. */
export const renameTypeInFeel = (text: string, naming: Naming): string =>
  renameWhere(placesOfType, text, naming);
