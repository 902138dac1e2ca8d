// A type ready to check values with.
import type { FeelProgram } from '../../expression/compile-feel.ts';
import type { BuiltInType } from '../../model/decision.ts';

export type TypeShape =
  | { kind: 'any' }
  | { kind: 'simple'; name: Exclude<BuiltInType, 'Any'> }
  | { kind: 'list'; of: TypeCheck }
  | { kind: 'context'; fields: ReadonlyMap<string, TypeCheck> };

export interface TypeCheck {
  /** As it is called in messages. */
  name: string;
  shape: TypeShape;
  /** Unary tests that a value has to pass, all of them. */
  allowed: readonly AllowedTests[];
}

export interface AllowedTests {
  program: FeelProgram;
  text: string;
}

export const anything: TypeCheck = { name: 'Any', shape: { kind: 'any' }, allowed: [] };

export interface TypeBook {
  /** Anything when there is no name, or no such type: that is reported, if there is a place to point at. */
  named(name: string | undefined, pointer?: string): TypeCheck;
}
