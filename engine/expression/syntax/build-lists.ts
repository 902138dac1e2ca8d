// Lists, contexts, filters and paths.
import {
  type Builder,
  buildParts,
  expressionsIn,
  nameText,
  nothing,
  placeOf,
  type Reach,
  read,
  withLocal,
} from './builder.ts';
import { textOfLiteral } from './literal-text.ts';
import type { ContextNode, Node } from './node.ts';
import type { SyntaxNode } from './parse-feel.ts';

const list = (builder: Builder, node: SyntaxNode, reach: Reach): Node => ({
  kind: 'list',
  items: buildParts(builder, node, reach),
  ...placeOf(node),
});

function keyOf(builder: Builder, entry: SyntaxNode): string {
  const key = entry.getChild('Key');
  const text = key?.getChild('StringLiteral');
  if (text) return textOfLiteral(builder.text.slice(text.from, text.to));
  return key ? nameText(builder, key) : '';
}

/** An entry sees those before it (DMN 10.3.2.6). */
function context(builder: Builder, node: SyntaxNode, reach: Reach): Node {
  const entries: ContextNode['entries'][number][] = [];
  let inner = reach;
  for (const entry of node.getChildren('ContextEntry')) {
    const key = keyOf(builder, entry);
    const [value = nothing(entry)] = buildParts(builder, entry, inner);
    if (entries.some((other) => other.key === key)) {
      builder.findings.push({ message: `The context has two entries "${key}".`, ...placeOf(entry) });
    }
    const slot = builder.newSlot();
    entries.push({ key, slot, value });
    inner = withLocal(inner, key, slot);
  }
  return { kind: 'context', entries, ...placeOf(node) };
}

/** An entry of the item called `item` comes before the item itself (DMN 10.3.2.5). */
function filter(builder: Builder, node: SyntaxNode, reach: Reach): Node {
  const [target, test] = expressionsIn(node);
  const list = read(target ? builder.build(target, reach) : nothing(node));
  const item = builder.newSlot();
  const inner: Reach = { kind: 'items', slot: item, outer: withLocal(reach, 'item', item) };
  const condition = test ? builder.build(test, inner) : nothing(node);
  return { kind: 'filter', list, item, condition, ...placeOf(node) };
}

function path(builder: Builder, node: SyntaxNode, reach: Reach): Node {
  const [target = nothing(node)] = buildParts(builder, node, reach);
  const name = node.getChild('PathName');
  return {
    kind: 'path',
    target: read(target),
    name: name ? nameText(builder, name) : '',
    nameFrom: name?.from ?? node.to,
    ...placeOf(node),
  };
}

export const buildLists = { List: list, Context: context, FilterExpression: filter, PathExpression: path };
