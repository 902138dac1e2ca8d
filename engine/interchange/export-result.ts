// A cycle in another notation, and what that notation has no words for.
import type { ImportProblem } from './import-result.ts';

export interface Exported {
  text: string;
  /** What others who read the text will not find in it; places are JSON Pointers into the cycle. */
  problems: ImportProblem[];
}
