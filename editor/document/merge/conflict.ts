// What two people did to the same thing, and whose of it is taken.
import type { Json, StageId } from '../../../engine/index.ts';

export type Side = 'mine' | 'theirs';

export interface Conflict {
  /** Names it as long as the three documents are the same. */
  key: string;
  /**
   * field: both changed one thing differently · removal: one took a stage away, the other went on with it ·
   * stage, document: what each did fits its own document only.
   */
  kind: 'field' | 'removal' | 'stage' | 'document';
  stage: StageId | null;
  /** Inside the stage, or inside the cycle. */
  path: readonly string[];
  /** Nothing where it is not there. */
  base: Json | undefined;
  mine: Json | undefined;
  theirs: Json | undefined;
}

/** By the key of the conflict; mine where nothing was said. */
export type Choices = ReadonlyMap<string, Side>;
