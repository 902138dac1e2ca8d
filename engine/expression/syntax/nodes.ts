// The kinds of nodes that an expression is made of. Offsets are into the text.
import type { Feel } from '../value/feel.ts';
import type { Node } from './node.ts';

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
  /** One that is left out is written nowhere. */
  | { readonly kind: 'named'; readonly name: string; readonly at?: Place }
  | { readonly kind: 'list'; readonly of: TypeNode }
  | { readonly kind: 'range'; readonly of: TypeNode }
  | {
      readonly kind: 'context';
      readonly entries: readonly { readonly name: string; readonly type: TypeNode }[];
    }
  /** By how many parameters it has; what types they have is not asked. */
  | { readonly kind: 'function'; readonly arity: number };

/** The whole of unary tests; no tests at all is `-`, which anything passes. */
export interface TestsNode extends Place {
  readonly kind: 'tests';
  readonly negated: boolean;
  readonly tests: readonly Node[] | null;
}
