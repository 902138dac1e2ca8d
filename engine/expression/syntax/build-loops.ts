// for, some and every: each clause sees the names of those before it.
import {
  type Builder,
  expressionsIn,
  nameText,
  nothing,
  placeOf,
  type Reach,
  read,
  withLocal,
} from './builder.ts';
import type { Clause, Node } from './node.ts';
import { partsOf, type SyntaxNode } from './parse-feel.ts';

function domainOf(builder: Builder, clause: SyntaxNode, reach: Reach): Node {
  const iteration = clause.getChild('IterationContext') ?? clause;
  const [start = nothing(clause), end] = expressionsIn(iteration).map((part) => builder.build(part, reach));
  if (!end) return read(start);
  return { kind: 'range', start, end, startIncluded: true, endIncluded: true, ...placeOf(iteration) };
}

function clausesOf(builder: Builder, node: SyntaxNode, outer: Reach): { clauses: Clause[]; reach: Reach } {
  const clauses: Clause[] = [];
  let reach = outer;
  for (const part of node.getChild('InExpressions')?.getChildren('InExpression') ?? []) {
    const domain = domainOf(builder, part, reach);
    const name = part.getChild('Name');
    const text = name ? nameText(builder, name) : '';
    const slot = builder.newSlot();
    clauses.push({ name: text, slot, domain, ...placeOf(part) });
    reach = withLocal(reach, text, slot);
  }
  return { clauses, reach };
}

function lastOf(builder: Builder, node: SyntaxNode, reach: Reach): Node {
  const body = expressionsIn(node).at(-1);
  return body ? builder.build(body, reach) : nothing(node);
}

function forLoop(builder: Builder, node: SyntaxNode, outer: Reach): Node {
  const { clauses, reach } = clausesOf(builder, node, outer);
  const partial = builder.newSlot();
  const body = lastOf(builder, node, withLocal(reach, 'partial', partial));
  return { kind: 'for', clauses, partial, body, ...placeOf(node) };
}

function quantified(builder: Builder, node: SyntaxNode, outer: Reach): Node {
  const { clauses, reach } = clausesOf(builder, node, outer);
  const kind = partsOf(node)[0]?.name === 'every' ? 'every' : 'some';
  return { kind, clauses, condition: lastOf(builder, node, reach), ...placeOf(node) };
}

export const buildLoops = { ForExpression: forLoop, QuantifiedExpression: quantified };
