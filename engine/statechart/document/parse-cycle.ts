// The door for cycle documents: what comes in is a cycle, or a list of problems that say what to do.
import type { z } from 'zod';
import type { Cycle } from '../../model/cycle.ts';
import { inPlainWords } from '../../model/in-plain-words.ts';
import type { Problem } from '../../model/problem.ts';
import { explainIssue } from './explain-issue.ts';
import { cycleByShape } from './stage-by-shape.ts';

export type ParsedCycle = { kind: 'parsed'; cycle: Cycle } | { kind: 'refused'; problems: Problem[] };

/** No process needs more; deeper documents are made to exhaust a reader. */
const maxNesting = 64;

export function parseCycle(input: unknown): ParsedCycle {
  if (isDeeperThan(input, maxNesting)) {
    return refused([
      invalid('', `The document is nested more than ${maxNesting} levels deep. Make it flatter.`),
    ]);
  }
  const result = cycleByShape.safeParse(input, { error: inPlainWords });
  if (result.success) return { kind: 'parsed', cycle: result.data };
  const issues: readonly z.core.$ZodIssue[] = result.error.issues;
  return refused(issues.flatMap((issue) => explainIssue(issue, input)));
}

const refused = (problems: Problem[]): ParsedCycle => ({ kind: 'refused', problems });

const invalid = (pointer: string, message: string): Problem => ({
  code: 'DOC-invalid',
  severity: 'error',
  pointer,
  stage: null,
  message,
});

function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((item) => isDeeperThan(item, levels - 1));
}
