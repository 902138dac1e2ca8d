// An expression as a tree, with its names resolved: a local one has a slot, a free one is read from the
// scope. Offsets are into the text.
import type { Feel } from '../value/feel.ts';

export interface Place {
  readonly from: number;
  readonly to: number;
}

export type ArithmeticOperator = '+' | '-' | '*' | '/' | '**';
export type ComparisonOperator = '=' | '!=' | '<' | '<=' | '>' | '>=';

export interface LiteralNode extends Place {
  readonly kind: 'literal';
  readonly value: Feel;
}

export interface NameNode extends Place {
  readonly kind: 'name';
  readonly name: string;
  /** The items being filtered that may hold it as an entry, the innermost first. */
  readonly items: readonly number[];
  /** Null for a free name. */
  readonly slot: number | null;
  /** Stands where a list is only read, so that the results of a loop need no copy. */
  readonly onlyRead: boolean;
}

/** `?`: what a unary test tests. */
export interface InputNode extends Place {
  readonly kind: 'input';
}

export interface ListNode extends Place {
  readonly kind: 'list';
  readonly items: readonly Node[];
}

export interface ContextNode extends Place {
  readonly kind: 'context';
  readonly entries: readonly { readonly key: string; readonly slot: number; readonly value: Node }[];
}

export interface RangeNode extends Place {
  readonly kind: 'range';
  readonly start: Node;
  readonly end: Node;
  readonly startIncluded: boolean;
  readonly endIncluded: boolean;
}

/** `> 5` where a value is expected: a range, or for = and != a test. */
export interface TestNode extends Place {
  readonly kind: 'test';
  readonly operator: ComparisonOperator;
  readonly operand: Node;
}

export interface ArithmeticNode extends Place {
  readonly kind: 'arithmetic';
  readonly operator: ArithmeticOperator;
  readonly left: Node;
  readonly right: Node;
}

export interface NegationNode extends Place {
  readonly kind: 'negation';
  readonly operand: Node;
}

export interface ComparisonNode extends Place {
  readonly kind: 'comparison';
  readonly operator: ComparisonOperator;
  readonly left: Node;
  readonly right: Node;
}

export interface BetweenNode extends Place {
  readonly kind: 'between';
  readonly value: Node;
  readonly low: Node;
  readonly high: Node;
}

export interface InNode extends Place {
  readonly kind: 'in';
  readonly value: Node;
  readonly tests: readonly Node[];
}

export interface LogicNode<Kind extends 'and' | 'or' = 'and' | 'or'> extends Place {
  readonly kind: Kind;
  readonly left: Node;
  readonly right: Node;
}

export interface IfNode extends Place {
  readonly kind: 'if';
  readonly condition: Node;
  readonly then: Node;
  readonly otherwise: Node;
}

export interface Clause extends Place {
  readonly name: string;
  readonly slot: number;
  readonly domain: Node;
}

export interface ForNode extends Place {
  readonly kind: 'for';
  readonly clauses: readonly Clause[];
  /** Where the results so far stand, as `partial`. */
  readonly partial: number;
  readonly body: Node;
}

export interface QuantifiedNode<Kind extends 'some' | 'every' = 'some' | 'every'> extends Place {
  readonly kind: Kind;
  readonly clauses: readonly Clause[];
  readonly condition: Node;
}

export interface FilterNode extends Place {
  readonly kind: 'filter';
  readonly list: Node;
  readonly item: number;
  readonly condition: Node;
}

export interface PathNode extends Place {
  readonly kind: 'path';
  readonly target: Node;
  readonly name: string;
  readonly nameFrom: number;
}

export interface CallNode extends Place {
  readonly kind: 'call';
  readonly target: Node;
  readonly args:
    | { readonly by: 'position'; readonly values: readonly Node[] }
    | { readonly by: 'name'; readonly values: readonly { readonly name: string; readonly value: Node }[] };
}

export interface FunctionNode extends Place {
  readonly kind: 'function';
  readonly parameters: readonly {
    readonly name: string;
    readonly slot: number;
    readonly type: TypeNode | null;
  }[];
  /** Null for an external one, which is not supported. */
  readonly body: Node | null;
}

export interface InstanceNode extends Place {
  readonly kind: 'instance';
  readonly value: Node;
  readonly type: TypeNode;
}

export type TypeNode =
  | { readonly kind: 'named'; readonly name: string }
  | { readonly kind: 'list'; readonly of: TypeNode }
  | {
      readonly kind: 'context';
      readonly entries: readonly { readonly name: string; readonly type: TypeNode }[];
    }
  | { readonly kind: 'function' };

/** The whole of unary tests; no tests at all is `-`, which anything passes. */
export interface TestsNode extends Place {
  readonly kind: 'tests';
  readonly negated: boolean;
  readonly tests: readonly Node[] | null;
}

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
