// Functions of a model as values of FEEL: business knowledge models and boxed function definitions.
import type { FeelType } from '../../expression/types/feel-type.ts';
import type { Feel, FeelFunction } from '../../expression/value/feel.ts';
import type { Parameter } from '../../model/decision.ts';
import { type Evaluate, type Frame, withLocals } from '../run/frame.ts';
import { conformOrNull } from '../types/conform.ts';
import { feelTypeOf } from '../types/feel-types.ts';
import { anything, type TypeBook } from '../types/type-check.ts';
import type { LogicContext } from './compiling.ts';

/** Invocations inside invocations; more is taken for a function that never comes to an end. */
const maxDepth = 64;

/**
 * What an invocation costs beside its body, for the values held against types and the trace: a function that
 * invokes itself twice ends within some 50 ms (`fib(30)`: some 15,000 invocations).
 */
const invocationSteps = 60;

export interface FunctionParts {
  name: string;
  parameters: readonly Parameter[];
  /** What the body gives has to be. */
  evaluate: Evaluate;
}

/** The function as a value: it remembers where it was defined, and what it invokes spends from the same budget. */
export function makeFunction({ name, parameters, evaluate }: FunctionParts, at: LogicContext) {
  const types = parameters.map(({ type }, index) =>
    at.types.named(type, `${at.pointer}/parameters/${index}/type`),
  );
  return (frame: Frame): FeelFunction => ({
    kind: 'function',
    parameters: parameters.map((parameter) => parameter.name),
    invoke: (args, budget) => {
      // The programs of the body stop when nothing is left.
      budget.steps -= invocationSteps;
      const run = { ...frame.run, budget, depth: frame.run.depth + 1 };
      if (args.length > parameters.length) {
        run.report(`${name} takes ${parameters.length} arguments, and ${args.length} are given.`);
        return null;
      }
      if (run.depth > maxDepth) {
        run.report(`${name} is invoked more than ${maxDepth} times inside itself.`);
        return null;
      }
      const locals = new Map<string, Feel>();
      const inner = withLocals({ run, read: frame.read }, locals);
      for (const [index, parameter] of parameters.entries()) {
        const type = types[index] ?? anything;
        locals.set(parameter.name, conformOrNull(args[index] ?? null, type, inner, parameter.name));
      }
      return evaluate(inner);
    },
  });
}

export const parameterTypes = (parameters: readonly Parameter[], types: TypeBook): Record<string, FeelType> =>
  Object.fromEntries(parameters.map(({ name, type }) => [name, feelTypeOf(types.named(type))]));
