// What is shared while a model is compiled: its findings, and FEEL texts to programs with their problems.
import { type CheckOptions, checkFeel } from '../../expression/check-feel.ts';
import { type CompileOptions, compileFeel, type FeelProgram } from '../../expression/compile-feel.ts';
import type { FeelType } from '../../expression/types/feel-type.ts';
import type { DecisionTable } from '../../model/decision.ts';
import { nearest } from '../../model/nearest.ts';
import type { Problem } from '../../model/problem.ts';
import { report } from '../report.ts';
import type { TypeBook, TypeCheck } from '../types/type-check.ts';
import { standingAlone } from './stands-alone.ts';

export interface Compiling {
  /** `confined` is what cycles may use: no definitions of functions inside FEEL. */
  readonly functions: 'confined' | 'full';
  readonly problems: Problem[];
  /** Names of the whole model and of what lies outside it, with their types. */
  readonly globals: Readonly<Record<string, FeelType>>;
  /** Those that the decision in hand says it needs. */
  scope: Readonly<Record<string, FeelType>>;
  /** What the names that it may read stand for, where that is called otherwise. */
  targets: ReadonlyMap<string, string>;
  /** It may read nothing else. */
  strict: boolean;
  /** The types that the model defines, once they are known. */
  ownTypes: Readonly<Record<string, FeelType>>;
  /** The values that names from outside may have, as unary tests: for proofs. */
  readonly domains: Readonly<Record<string, string>>;
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
  readonly types: Readonly<Record<string, FeelType>>;
  /** Inside a filter any other name may be an entry of the item. */
  readonly open: boolean;
  /** What parameters have to be. */
  readonly parameters?: ReadonlyMap<string, TypeCheck>;
}

export const noLocals: Locals = { types: {}, open: false };

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

export function suggestion(name: string, known: readonly string[]): string {
  const found = nearest(name, known);
  return found === null ? '' : ` Did you mean "${found}"?`;
}

type Dialect = 'expression' | 'unary-tests';

/** Names of globals are noted; one that may not be read is reported, unless it may be an entry of an item. */
function checkNames(
  compiling: Compiling,
  { text, pointer }: Text,
  { names }: FeelProgram,
  { locals, options }: { locals: Locals; options: CompileOptions },
): void {
  const { globals, scope, targets, strict } = compiling;
  const others = names.filter((name) => !Object.hasOwn(locals.types, name));
  const isGlobal = (name: string): boolean => Object.hasOwn(globals, name);
  for (const name of others.filter(isGlobal)) compiling.uses.add(targets.get(name) ?? name);
  if (locals.open) return;
  const alone = standingAlone(
    text,
    options,
    others.filter((name) => !isGlobal(name) || (strict && !Object.hasOwn(scope, name))),
  );
  for (const name of alone) {
    if (isGlobal(name)) report(compiling, 'DEC-01', pointer, notRequired(name));
    else {
      const hint = suggestion(name, [...Object.keys(locals.types), ...Object.keys(globals)]);
      report(compiling, 'DEC-01', pointer, `There is no name "${name}" here.${hint}`);
    }
  }
}

const notRequired = (name: string): string =>
  `"${name}" is used here, but not required. Add it to the requirements of the decision.`;

/** Types are checked where the author is told of it at once; DMN leaves what does not fit null. */
function checkTypes(
  compiling: Compiling,
  { text, pointer }: Text,
  options: CheckOptions,
  locals: Locals,
): void {
  if (compiling.functions === 'full' || locals.open) return;
  for (const { message } of checkFeel(text, options).findings) report(compiling, 'DEC-03', pointer, message);
}

const namesWithin = (
  types: Readonly<Record<string, FeelType>>,
  { program }: { program: FeelProgram },
): boolean => program.names.every((name) => Object.hasOwn(types, name));

/** With the names that the decision says it needs; what it forgot to say is found among all. */
function readText(compiling: Compiling, text: string, dialect: Dialect, locals: Locals) {
  const { scope, globals, functions, ownTypes } = compiling;
  const compileWith = (types: Readonly<Record<string, FeelType>>) => ({
    types,
    compiled: compileFeel(text, { dialect, names: Object.keys(types), types, functions, ownTypes }),
  });
  const declared = compileWith({ ...scope, ...locals.types });
  const { compiled } = declared;
  if (scope === globals || (compiled.kind === 'compiled' && namesWithin(declared.types, compiled)))
    return declared;
  return compileWith({ ...globals, ...locals.types });
}

/** Null when the text cannot be read; the problem is reported. `input` is of what unary tests test. */
export function compileText(
  compiling: Compiling,
  given: Text,
  dialect: Dialect,
  locals: Locals,
  input?: FeelType,
): FeelProgram | null {
  const { text, pointer } = given;
  const { functions, ownTypes } = compiling;
  const { types, compiled } = readText(compiling, text, dialect, locals);
  if (compiled.kind === 'refused') {
    const why = compiled.findings[0]?.message ?? 'It is not FEEL.';
    report(compiling, 'DEC-03', pointer, `"${text}" cannot be used. ${why}`);
    return null;
  }
  const before = compiling.problems.length;
  const options = { dialect, names: Object.keys(types), types, functions, ownTypes };
  checkNames(compiling, given, compiled.program, { locals, options });
  const kind = dialect === 'expression' ? 'expression' : 'unary';
  if (compiling.problems.length === before)
    checkTypes(compiling, given, { kind, types, functions, ownTypes, ...(input && { input }) }, locals);
  return compiled.program;
}
