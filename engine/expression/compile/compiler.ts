// What the families of nodes need of each other to become closures.
import type { Node } from '../syntax/node.ts';
import type { OwnTypes } from './instance.ts';
import type { Closure } from './run.ts';

export interface Compiler {
  compile(node: Node): Closure;
  /** The place of a free name among the values of the scope; asking makes one. */
  globalOf(name: string): number;
  /** Whether the scope has the name, so that it is not one of FEEL's functions. */
  isInScope(name: string): boolean;
  /** Functions may be defined, kept as values, and taken from the scope. */
  readonly full: boolean;
  readonly ownTypes: OwnTypes;
}

export type CompileNode<Kind extends Node['kind']> = (
  node: Extract<Node, { kind: Kind }>,
  compiler: Compiler,
) => Closure;
