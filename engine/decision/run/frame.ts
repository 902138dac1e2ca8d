// Where logic runs: the names it can read, and what the run may still spend and has to tell.
import type { FeelProgram } from '../../expression/compile-feel.ts';
import type { FeelBudget } from '../../expression/value/budget.ts';
import type { Feel } from '../../expression/value/feel.ts';

/** What a decision or a function came to, and what its table looked at. */
export interface Result {
  value: Feel;
  inputs: { label: string; value: Feel }[];
  /** The rules of its table that matched, from 0. */
  rows: number[];
}

export interface Run {
  readonly budget: FeelBudget;
  /** Invocations inside invocations. */
  depth: number;
  /** In words; it belongs to the decision in hand. */
  report(message: string): void;
  /** A decision was taken, or a function of the model invoked. */
  tell(name: string, result: Result): void;
}

export interface Frame {
  readonly run: Run;
  readonly read: (name: string) => Feel | undefined;
}

export type Evaluate = (frame: Frame) => Feel;

export const withLocals = (frame: Frame, locals: ReadonlyMap<string, Feel>): Frame => ({
  run: frame.run,
  read: (name) => (locals.has(name) ? locals.get(name) : frame.read(name)),
});

/** An entry that is absent is null, and null is no mistake. */
const harmless = new Set(['no-entry']);

export function runProgram(program: FeelProgram, { run, read }: Frame, input?: Feel): Feel {
  const { value, warnings } = program.evaluate(read, input, run.budget);
  for (const { code, message } of warnings) if (!harmless.has(code)) run.report(message);
  return value;
}

/** What a text that could not be read gives. */
export const nothing: Evaluate = () => null;

export const evaluateProgram = (program: FeelProgram | null): Evaluate =>
  program === null ? nothing : (frame) => runProgram(program, frame);
