// The inputs and outputs of a table: what they have to be, and how values rank.
import { checkFeel } from '../../expression/check-feel.ts';
import type { FeelProgram } from '../../expression/compile-feel.ts';
import { splitTests } from '../../expression/split-tests.ts';
import type { FeelType } from '../../expression/types/feel-type.ts';
import { builtInTypes, type TableInput, type TableOutput } from '../../model/decision.ts';
import { type Evaluate, evaluateProgram } from '../run/frame.ts';
import { feelTypeOf } from '../types/feel-types.ts';
import { allowedTests, narrowed } from '../types/type-book.ts';
import type { TypeCheck } from '../types/type-check.ts';
import { compileText, type LogicContext, noLocals } from './compiling.ts';

export interface Input {
  label: string;
  type: TypeCheck;
  /** What is known of its values without asking: for the types of its tests, and for proofs. */
  known: FeelType;
  proof: TypeCheck;
  evaluate: Evaluate;
}

export interface Output {
  name: string;
  type: TypeCheck;
  /** For each of the allowed values, in order. */
  ranking: readonly FeelProgram[];
  standard: Evaluate | null;
}

/** What the language knows of an expression, where the model does not say it. */
function knownOf({ expression, type }: TableInput, at: LogicContext): FeelType {
  if (type !== undefined) return feelTypeOf(at.types.named(type));
  const types = { ...at.compiling.globals, ...at.locals.types };
  const named = Object.hasOwn(types, expression) ? types[expression] : undefined;
  if (named) return named;
  return checkFeel(expression, { types, functions: at.compiling.functions }).type;
}

/** Some names from outside, and parameters of a type, have few values, whether or not a table says so. */
function proofOf(
  input: TableInput,
  type: TypeCheck,
  known: FeelType,
  { compiling, pointer, locals }: LogicContext,
): TypeCheck {
  const { domains } = compiling;
  const name = input.expression.trim();
  const domain = type.allowed.length === 0 && Object.hasOwn(domains, name) ? domains[name] : undefined;
  const kind = builtInTypes.find((builtIn) => builtIn === known.kind);
  const simple = type.shape.kind === 'any' && kind !== undefined && kind !== 'Any';
  const told: TypeCheck = simple ? { ...type, shape: { kind: 'simple', name: kind } } : type;
  const parameter = type.allowed.length === 0 ? locals.parameters?.get(name) : undefined;
  return narrowed(told, told.name, [
    ...(parameter?.allowed ?? []),
    ...allowedTests(compiling, domain, pointer),
  ]);
}

/** A column may be called what FEEL cannot read as a name, such as `weight (kg)`. */
function compileColumn({ expression }: TableInput, at: LogicContext): Evaluate {
  const { compiling, locals, pointer } = at;
  if (Object.hasOwn(locals.types, expression) || !Object.hasOwn(compiling.scope, expression)) {
    const text = { text: expression, pointer: `${pointer}/expression` };
    return evaluateProgram(compileText(compiling, text, 'expression', locals));
  }
  compiling.uses.add(compiling.targets.get(expression) ?? expression);
  return ({ read }) => read(expression) ?? null;
}

export function compileInput(input: TableInput, at: LogicContext): Input {
  const { compiling, pointer } = at;
  const declared = at.types.named(input.type, `${pointer}/type`);
  const type = narrowed(
    declared,
    declared.name,
    allowedTests(compiling, input.allowed, `${pointer}/allowed`),
  );
  const known = knownOf(input, at);
  return {
    label: input.label ?? input.expression,
    type,
    known,
    proof: proofOf(input, type, known, at),
    evaluate: compileColumn(input, at),
  };
}

/** By the output's own allowed values, or else by those of its type. The text has been reported on already. */
function rankingOf(allowed: string | undefined, at: LogicContext): FeelProgram[] {
  const silent = { ...at.compiling, problems: [] };
  return (allowed === undefined ? [] : splitTests(allowed)).flatMap((text) => {
    const program = compileText(silent, { text, pointer: at.pointer }, 'unary-tests', noLocals);
    return program === null ? [] : [program];
  });
}

export function compileOutput(output: TableOutput, at: LogicContext): Output {
  const { compiling, locals, pointer } = at;
  const type = at.types.named(output.type, `${pointer}/type`);
  const text = { text: output.default ?? '', pointer: `${pointer}/default` };
  return {
    name: output.name ?? '',
    type: narrowed(type, type.name, allowedTests(compiling, output.allowed, `${pointer}/allowed`)),
    ranking: rankingOf(output.allowed ?? type.allowed[0]?.text, at),
    standard:
      output.default === undefined
        ? null
        : evaluateProgram(compileText(compiling, text, 'expression', locals)),
  };
}
