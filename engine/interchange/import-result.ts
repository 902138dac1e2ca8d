// What comes of reading a chart in another notation: a cycle, or why not. Never an exception.
import type { Cycle } from '../model/cycle.ts';
import type { StageId } from '../model/ids.ts';
import type { Severity } from '../model/problem.ts';

export interface ImportProblem {
  /** Stable, such as SCXML-invoke. */
  code: string;
  severity: Severity;
  /** Where in the text that was read: a line, or a JSON Pointer. */
  place: string;
  message: string;
}

export type Imported =
  | {
      kind: 'imported';
      cycle: Cycle;
      /** What each state is called now, by what it was called there. */
      stages: Readonly<Record<string, StageId>>;
      problems: ImportProblem[];
    }
  | { kind: 'refused'; problems: ImportProblem[] };

export const isError = ({ severity }: ImportProblem): boolean => severity === 'error';
