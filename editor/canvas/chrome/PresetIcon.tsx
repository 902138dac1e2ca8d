// The icon of something that can be put on the canvas.
import { IconArrowsSplit2, IconBoxMultiple, IconFlag2, IconHistory } from '@tabler/icons-react';
import { StageKindIcon } from '../../theme/StageKindIcon.tsx';
import type { StagePreset } from './stage-presets.ts';

const icons = {
  compound: IconBoxMultiple,
  parallel: IconArrowsSplit2,
  final: IconFlag2,
  history: IconHistory,
};

export function PresetIcon({ preset }: { preset: StagePreset }) {
  if (preset.stageType === 'atomic') return <StageKindIcon kind={preset.kind} />;
  const Icon = icons[preset.stageType];
  return <Icon size={18} stroke={1.75} color="var(--cw-muted)" aria-hidden />;
}
