// What a tree holds, and how much.
import type { Node, NodeOf } from './node.ts';

/** The nodes directly within, in order. */
export function childrenOf(node: Node): readonly Node[] {
  switch (node.kind) {
    case 'literal':
    case 'name':
    case 'input':
      return [];
    case 'list':
      return node.items;
    case 'context':
      return node.entries.map((entry) => entry.value);
    case 'range':
      return [node.start, node.end];
    case 'test':
    case 'negation':
      return [node.operand];
    case 'arithmetic':
    case 'comparison':
    case 'and':
    case 'or':
      return [node.left, node.right];
    default:
      return childrenOfLarger(node);
  }
}

type Larger = NodeOf<
  | 'between'
  | 'in'
  | 'if'
  | 'for'
  | 'some'
  | 'every'
  | 'filter'
  | 'path'
  | 'call'
  | 'function'
  | 'instance'
  | 'tests'
>;

function childrenOfLarger(node: Larger): readonly Node[] {
  switch (node.kind) {
    case 'between':
      return [node.value, node.low, node.high];
    case 'in':
      return [node.value, ...node.tests];
    case 'if':
      return [node.condition, node.then, node.otherwise];
    case 'for':
      return [...node.clauses.map((clause) => clause.domain), node.body];
    case 'some':
    case 'every':
      return [...node.clauses.map((clause) => clause.domain), node.condition];
    case 'filter':
      return [node.list, node.condition];
    case 'path':
      return [node.target];
    case 'call':
      return [
        node.target,
        ...(node.args.by === 'position' ? node.args.values : node.args.values.map((arg) => arg.value)),
      ];
    case 'function':
      return node.body === null ? [] : [node.body];
    case 'instance':
      return [node.value];
    case 'tests':
      return node.tests ?? [];
  }
}

/** How many nodes a tree has: what it costs to evaluate it once, loops apart. */
export const sizeOf = (node: Node): number => childrenOf(node).reduce((sum, child) => sum + sizeOf(child), 1);
