// What is shared while a model is compiled: its findings, and FEEL texts to programs with their problems.
import { compileFeel, type FeelProgram } from '../../expression/compile-feel.ts';
import type { DecisionTable } from '../../model/decision.ts';
import { nearest } from '../../model/nearest.ts';
import type { Problem, Severity } from '../../model/problem.ts';
import type { TypeBook, TypeCheck } from '../types/type-check.ts';

export interface Compiling {
  /** `confined` is what cycles may use: no definitions of functions inside FEEL. */
  readonly functions: 'confined' | 'full';
  readonly problems: Problem[];
  /** Names of the whole model and of what lies outside it. */
  readonly globals: readonly string[];
  /** The names of globals that the decision in hand looks at. */
  uses: Set<string>;
  /** The tables of the model, for what can be proved of them. */
  readonly tables: PlacedTable[];
}

export interface PlacedTable {
  table: DecisionTable;
  pointer: string;
  inputs: readonly TypeCheck[];
  outputs: readonly TypeCheck[];
}

/** Names that hold inside one decision: parameters, entries of contexts, variables of iterations. */
export interface Locals {
  readonly names: readonly string[];
  /** Inside a filter any other name may be an entry of the item. */
  readonly open: boolean;
}

export const noLocals: Locals = { names: [], open: false };

/** Where a piece of logic stands, and what holds there. */
export interface LogicContext {
  compiling: Compiling;
  types: TypeBook;
  locals: Locals;
  pointer: string;
}

export interface Text {
  text: string;
  pointer: string;
}

export function report(
  { problems }: Compiling,
  code: string,
  pointer: string,
  message: string,
  severity: Severity = 'error',
): void {
  problems.push({ code, severity, pointer, stage: null, message });
}

export function suggestion(name: string, known: readonly string[]): string {
  const found = nearest(name, known);
  return found === null ? '' : ` Did you mean "${found}"?`;
}

function checkNames(compiling: Compiling, { names }: FeelProgram, locals: Locals, pointer: string): void {
  const known = new Set(compiling.globals);
  for (const name of names) {
    if (locals.names.includes(name)) continue;
    if (known.has(name)) compiling.uses.add(name);
    else if (!locals.open) {
      const hint = suggestion(name, [...locals.names, ...compiling.globals]);
      report(compiling, 'DEC-01', pointer, `There is no name "${name}" here.${hint}`);
    }
  }
}

/** Null when the text cannot be read; the problem is reported. */
export function compileText(
  compiling: Compiling,
  { text, pointer }: Text,
  dialect: 'expression' | 'unary-tests',
  locals: Locals,
): FeelProgram | null {
  const names = [...locals.names, ...compiling.globals];
  const compiled = compileFeel(text, { dialect, names, functions: compiling.functions });
  if (compiled.kind === 'refused') {
    const why = compiled.findings[0]?.message ?? 'It is not FEEL.';
    report(compiling, 'DEC-03', pointer, `"${text}" cannot be used. ${why}`);
    return null;
  }
  checkNames(compiling, compiled.program, locals, pointer);
  return compiled.program;
}
