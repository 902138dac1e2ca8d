// FEEL text to a program that gives values: the door of the language.

import type { Decimal } from 'decimal.js';
import { evaluate, unaryTest } from 'feelin';
import { analyseExpression, type Finding, isFree } from './analyse-expression.ts';
import { type FeelBudget, makeBudget } from './value/budget.ts';
import { entriesOf, makeContext } from './value/context.ts';
import type { Feel } from './value/feel.ts';
import { isoText } from './value/iso.ts';
import { FeelNumber, isNumber } from './value/number.ts';

export interface FeelWarning {
  code:
    | 'no-name'
    | 'no-entry'
    | 'types-do-not-fit'
    | 'bad-arguments'
    | 'no-function'
    | 'bad-pattern'
    | 'stopped';
  message: string;
  /** Offsets into the text. */
  from: number;
  to: number;
}

export interface FeelResult {
  value: Feel;
  warnings: FeelWarning[];
}

export interface FeelProgram {
  /** The names that it may ask for, functions of FEEL left out. */
  readonly names: readonly string[];
  /**
   * Never throws. `input` is what unary tests test, `?` in the text. A program that is stopped gives
   * null and the warning `stopped`; without a budget it has one of its own.
   */
  evaluate(read: (name: string) => Feel | undefined, input?: Feel, budget?: FeelBudget): FeelResult;
}

export interface CompileOptions {
  dialect: 'expression' | 'unary-tests';
  /** In scope; may contain spaces, such as "Applicant Age". */
  names: readonly string[];
  /** `confined` (what cycles may use) has no definitions of functions and invokes only those of FEEL. */
  functions?: 'confined' | 'full';
}

export type CompiledFeel =
  | { kind: 'compiled'; program: FeelProgram }
  | { kind: 'refused'; findings: Finding[] };

const codes: Record<string, FeelWarning['code']> = {
  NO_VARIABLE_FOUND: 'no-name',
  NO_CONTEXT_ENTRY_FOUND: 'no-entry',
  NO_PROPERTY_FOUND: 'no-entry',
  INVALID_ARGUMENTS: 'bad-arguments',
  NO_FUNCTION_FOUND: 'no-function',
};

const isList = (value: Feel): value is readonly Feel[] => Array.isArray(value);

function toFeelin(value: Feel): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (isNumber(value)) return value.toNumber();
  if (isList(value)) return value.map(toFeelin);
  switch (value.kind) {
    case 'context':
      return Object.fromEntries(entriesOf(value).map(([key, item]) => [key, toFeelin(item)]));
    case 'function':
      return (...args: unknown[]) => toFeelin(value.invoke(args.map(fromFeelin), makeBudget(1_000_000)));
    case 'range':
      return null;
    default:
      return evaluate(`@"${isoText(value)}"`).value;
  }
}

const number = (value: unknown): Decimal | null =>
  typeof value === 'number' && Number.isFinite(value) ? new FeelNumber(value) : null;

function fromFeelin(value: unknown): Feel {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return number(value);
  if (Array.isArray(value)) return value.map(fromFeelin);
  if (Object.getPrototypeOf(value) !== Object.prototype) {
    const iso: unknown = Reflect.get(Object(value), 'iso');
    return typeof iso === 'string' ? iso : null;
  }
  return makeContext(Object.entries(value).map(([key, item]) => [key, fromFeelin(item)]));
}

export function compileFeel(text: string, options: CompileOptions): CompiledFeel {
  const kind = options.dialect === 'expression' ? 'expression' : 'unary';
  const { findings, uses } = analyseExpression(text, kind);
  if (findings.length > 0) return { kind: 'refused', findings };
  const names = [...new Set(uses.filter(isFree).map((use) => use.name))];
  const known = [...new Set([...names, ...options.names])];
  const program: FeelProgram = {
    names,
    evaluate(read, input = null) {
      const context: Record<string, unknown> = { '?': toFeelin(input) };
      for (const name of known) {
        const value = read(name);
        if (value !== undefined) context[name] = toFeelin(value);
      }
      try {
        const given = kind === 'unary' ? unaryTest(text, context) : evaluate(text, context);
        const warnings = given.warnings.map(({ type, message, position }) => ({
          code: codes[type] ?? ('types-do-not-fit' as const),
          message,
          ...position,
        }));
        return { value: fromFeelin(given.value), warnings };
      } catch (cause) {
        const message = cause instanceof Error ? cause.message : String(cause);
        return { value: null, warnings: [{ code: 'stopped', message, from: 0, to: text.length }] };
      }
    },
  };
  return { kind: 'compiled', program };
}
