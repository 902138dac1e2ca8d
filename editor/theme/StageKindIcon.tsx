// The icon of a stage's kind in its colour; says the kind in words when no text beside it does.
import type { StageKind } from '../../engine/index.ts';
import { stageKindStyle } from './theme.ts';

interface Props {
  kind: StageKind | null | undefined;
  size?: number;
  labelled?: boolean;
}

export function StageKindIcon({ kind, size = 18, labelled = false }: Props) {
  const { color, icon: Icon, words } = stageKindStyle[kind ?? 'other'];
  const name = labelled ? { role: 'img', 'aria-label': words } : { 'aria-hidden': true };
  return <Icon size={size} stroke={1.75} color={color} style={{ flex: 'none' }} {...name} />;
}
