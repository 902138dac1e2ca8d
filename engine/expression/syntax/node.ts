// An expression as a tree, with its names resolved: a local one has a slot, a free one is read from the
// scope.
import type {
  ArithmeticNode,
  BetweenNode,
  CallNode,
  ComparisonNode,
  ContextNode,
  FilterNode,
  ForNode,
  FunctionNode,
  IfNode,
  InNode,
  InputNode,
  InstanceNode,
  ListNode,
  LiteralNode,
  LogicNode,
  NameNode,
  NegationNode,
  PathNode,
  QuantifiedNode,
  RangeNode,
  TestNode,
  TestsNode,
} from './nodes.ts';

export type * from './nodes.ts';

export type Node =
  | LiteralNode
  | NameNode
  | InputNode
  | ListNode
  | ContextNode
  | RangeNode
  | TestNode
  | ArithmeticNode
  | NegationNode
  | ComparisonNode
  | BetweenNode
  | InNode
  | LogicNode<'and'>
  | LogicNode<'or'>
  | IfNode
  | ForNode
  | QuantifiedNode<'some'>
  | QuantifiedNode<'every'>
  | FilterNode
  | PathNode
  | CallNode
  | FunctionNode
  | InstanceNode
  | TestsNode;

export type NodeOf<Kind extends Node['kind']> = Extract<Node, { kind: Kind }>;

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
