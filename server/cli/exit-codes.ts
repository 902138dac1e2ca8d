// How a command ends: what went wrong, as a number that a script can act on.
import type { ProblemDocument } from '../problem.ts';

export const exitCodes = {
  ok: 0,
  failure: 1,
  usage: 2,
  notFound: 3,
  invalid: 4,
  conflict: 5,
  notAllowed: 6,
} as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

const byStatus: Record<number, ExitCode> = {
  400: exitCodes.invalid,
  401: exitCodes.notAllowed,
  403: exitCodes.notAllowed,
  404: exitCodes.notFound,
  409: exitCodes.conflict,
  412: exitCodes.conflict,
  413: exitCodes.invalid,
  415: exitCodes.invalid,
  422: exitCodes.invalid,
  428: exitCodes.conflict,
};

export const exitCodeOf = (status: number): ExitCode => byStatus[status] ?? exitCodes.failure;

/** Ends a command; what it says goes to stderr. */
export class CommandError extends Error {
  readonly exitCode: ExitCode;
  readonly problem: ProblemDocument | null;
  constructor(
    message: string,
    exitCode: ExitCode,
    problem: ProblemDocument | null = null,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'CommandError';
    this.exitCode = exitCode;
    this.problem = problem;
  }
}
