// What reading or writing another notation has to say, in one shape.
import type { ImportProblem, Problem } from '../../engine/index.ts';
import { retell } from '../language/index.ts';

export interface Remark {
  severity: 'error' | 'warning' | 'info';
  /** A line, or a JSON Pointer; empty for the whole file. */
  place: string;
  message: string;
}

export const fromImport = ({ severity, place, message }: ImportProblem): Remark => ({
  severity,
  place,
  message: retell(message),
});
export const fromCheck = ({ severity, pointer, message }: Problem): Remark => ({
  severity,
  place: pointer,
  message: retell(message),
});
