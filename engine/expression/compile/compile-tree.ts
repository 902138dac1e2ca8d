// A tree to one closure.
import type { Node } from '../syntax/node.ts';
import { compileArithmetic, compileNegation } from './arithmetic.ts';
import { compileCall, compileFunction } from './calls.ts';
import { compileBetween, compileComparison } from './comparison.ts';
import type { CompileNode, Compiler } from './compiler.ts';
import { compileInstance, type OwnTypes } from './instance.ts';
import { compileContext, compileFilter, compileList, compilePath, compileRange } from './lists.ts';
import { compileAnd, compileIf, compileOr } from './logic.ts';
import { compileFor, compileQuantified } from './loops.ts';
import { compileName } from './names.ts';
import type { Closure } from './run.ts';
import { compileIn, compileLooseTest, compileTests } from './tests.ts';

const compileLiteral: CompileNode<'literal'> =
  ({ value }): Closure =>
  () =>
    value;
const compileInput: CompileNode<'input'> = (): Closure => (run) => run.input;

const families: { [Kind in Node['kind']]: CompileNode<Kind> } = {
  literal: compileLiteral,
  name: compileName,
  input: compileInput,
  list: compileList,
  context: compileContext,
  range: compileRange,
  test: compileLooseTest,
  arithmetic: compileArithmetic,
  negation: compileNegation,
  comparison: compileComparison,
  between: compileBetween,
  in: compileIn,
  and: compileAnd,
  or: compileOr,
  if: compileIf,
  for: compileFor,
  some: compileQuantified,
  every: compileQuantified,
  filter: compileFilter,
  path: compilePath,
  call: compileCall,
  function: compileFunction,
  instance: compileInstance,
  tests: compileTests,
};

export interface Scope {
  isInScope(name: string): boolean;
  readonly full: boolean;
  readonly ownTypes: OwnTypes;
}

export interface CompiledTree {
  closure: Closure;
  /** The free names, in the order of their places among the globals. */
  names: readonly string[];
}

export function compileTree(tree: Node, scope: Scope): CompiledTree {
  const places = new Map<string, number>();
  const compiler: Compiler = {
    ...scope,
    compile: (node) => compileNode(node, compiler),
    globalOf(name) {
      const place = places.get(name) ?? places.size;
      places.set(name, place);
      return place;
    },
  };
  return { closure: compiler.compile(tree), names: [...places.keys()] };
}

/** The family of a node takes that node: a pair that no lookup by its kind can type. */
function compileNode<Kind extends Node['kind']>(
  node: Extract<Node, { kind: Kind }>,
  compiler: Compiler,
): Closure {
  const family = families[node.kind as Kind] as CompileNode<Kind>;
  return family(node, compiler);
}
