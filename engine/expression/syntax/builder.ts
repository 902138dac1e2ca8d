// What the parts of the tree builder share: the text, the names in reach, and where slots come from.
import type { NameNode, Node, Place } from './node.ts';
import { canonicalName, type Finding, partsOf, type SyntaxNode } from './parse-feel.ts';

/** The names in reach, the innermost first. `items` is a filter: each item's own entries are names. */
export type Reach =
  | { readonly kind: 'local'; readonly name: string; readonly slot: number; readonly outer: Reach }
  | { readonly kind: 'items'; readonly slot: number; readonly outer: Reach }
  | null;

export interface Builder {
  readonly text: string;
  readonly findings: Finding[];
  /** Names of the scope by their canonical form. */
  readonly names: ReadonlyMap<string, string>;
  newSlot(): number;
  build(node: SyntaxNode, reach: Reach): Node;
}

export const placeOf = ({ from, to }: SyntaxNode): Place => ({ from, to });

/** The text of a name, with one space where there are more. */
export const nameText = ({ text }: Builder, node: SyntaxNode): string =>
  text.slice(node.from, node.to).replace(/\s+/g, ' ');

export const nothing = (place: Place): Node => ({
  kind: 'literal',
  value: null,
  from: place.from,
  to: place.to,
});

/** The expressions among the parts: what is not punctuation, a keyword or an operator. */
export const expressionsIn = (node: SyntaxNode): SyntaxNode[] =>
  partsOf(node).filter((part) => part.type.is('Expr'));

export function buildParts(builder: Builder, node: SyntaxNode, reach: Reach): Node[] {
  return expressionsIn(node).map((part) => builder.build(part, reach));
}

export const withLocal = (reach: Reach, name: string, slot: number): Reach => ({
  kind: 'local',
  name: canonicalName(name),
  slot,
  outer: reach,
});

export function resolve(builder: Builder, node: SyntaxNode, reach: Reach): NameNode {
  const text = nameText(builder, node);
  const canonical = canonicalName(text);
  const items: number[] = [];
  for (let place = reach; place !== null; place = place.outer) {
    if (place.kind === 'items') items.push(place.slot);
    else if (place.name === canonical) return nameNode(node, text, items, place.slot);
  }
  return nameNode(node, builder.names.get(canonical) ?? text, items, null);
}

const nameNode = (node: SyntaxNode, name: string, items: number[], slot: number | null): NameNode => ({
  kind: 'name',
  name,
  items,
  slot,
  onlyRead: false,
  ...placeOf(node),
});

/** The node in a place where a list is read and not kept. */
export const read = (node: Node): Node => (node.kind === 'name' ? { ...node, onlyRead: true } : node);
