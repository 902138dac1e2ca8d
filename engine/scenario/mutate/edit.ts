// One small fault: what is changed, and by what.
import type { StageId } from '../../model/ids.ts';
import type { MutantKind } from './mutant.ts';

export interface Edit {
  kind: MutantKind;
  /** JSON Pointer into the cycle document. */
  pointer: string;
  change: string;
  /** The stage in which it shows; null: in any. */
  stage: StageId | null;
  /** What stands there instead; undefined takes it away. */
  by: unknown;
}

/** A text that stands at the pointer, and the stage that it is of. */
export interface PlacedText {
  pointer: string;
  text: string;
  stage: StageId | null;
}

export const instead = (kind: MutantKind, { pointer, text, stage }: PlacedText, by: string): Edit => ({
  kind,
  pointer,
  change: `${by} instead of ${text}`,
  stage,
  by,
});
