// A stage's kind as it comes over the wire; what is not known is drawn as other.
import type { StageKind } from '../../../engine/index.ts';
import { stageKindStyle } from '../../theme/theme.ts';

const isKind = (value: string): value is StageKind => value in stageKindStyle && value !== 'other';

export const stageKindOf = (value: string | null | undefined): StageKind | null =>
  value && isKind(value) ? value : null;
