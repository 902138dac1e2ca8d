// How a function of FEEL is defined: a name, parameters and what it does. One with several forms takes
// the first that its arguments fit.
import type { Run } from '../compile/run.ts';
import type { FeelType } from '../types/feel-type.ts';
import type { Feel } from '../value/feel.ts';
import type { Parameter } from './parameters.ts';

export interface Form {
  readonly parameters: readonly Parameter<unknown>[];
  readonly result: FeelType;
  /** Gives the place of the first argument that does not fit, as a plain number: no value of FEEL is one. */
  readonly invoke: (run: Run, args: readonly (Feel | undefined)[]) => Feel | number;
  /**
   * The form for a call some of whose arguments stand in the text, with what they cost done once. They
   * come in the order of the parameters, undefined where one is not known yet, null where it is left out.
   */
  readonly prepare?: (constants: readonly (Feel | undefined)[]) => Form | null;
}

export interface Builtin {
  readonly name: string;
  readonly forms: readonly Form[];
}

type Values<Parameters extends readonly Parameter<unknown>[]> = {
  [Index in keyof Parameters]: Parameters[Index] extends Parameter<infer Value> ? Value : never;
};

export function form<const Parameters extends readonly Parameter<unknown>[]>(
  parameters: Parameters,
  result: FeelType,
  body: (run: Run, ...values: Values<Parameters>) => Feel,
): Form {
  // The values are those that the parameters accepted, in their order: a tuple that no loop can type.
  const apply = body as unknown as (run: Run, ...values: readonly unknown[]) => Feel;
  return { parameters, result, invoke: (run, args) => invokeWith(parameters, apply, run, args) };
}

function invokeWith(
  parameters: readonly Parameter<unknown>[],
  apply: (run: Run, ...values: readonly unknown[]) => Feel,
  run: Run,
  args: readonly (Feel | undefined)[],
): Feel | number {
  const values: unknown[] = [];
  for (const parameter of parameters) {
    const given = parameter.need === 'rest' ? restOf(args, values.length) : args[values.length];
    const value = parameter.accept(given ?? null);
    if (value === undefined) return values.length;
    values.push(value);
  }
  return apply(run, ...values);
}

const restOf = (args: readonly (Feel | undefined)[], index: number): Feel =>
  args.slice(index).map((arg) => arg ?? null);

export const define = (name: string, ...forms: readonly Form[]): Builtin => ({ name, forms });
