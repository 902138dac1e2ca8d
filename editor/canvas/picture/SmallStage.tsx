// A stage in a small picture: its kind in colour and as an icon, without words, so that it is seen from afar.
import { IconFlag2 } from '@tabler/icons-react';
import { stageKindStyle } from '../../theme/theme.ts';
import type { StageView } from '../view/flow-view.ts';

const iconSize = 46;

export function SmallStage({ view }: { view: StageView }) {
  const { width, height, x, y } = view.box;
  const { color, icon: Icon } = stageKindStyle[view.kind ?? 'other'];
  const isCard = view.type === 'atomic' || view.collapsed;
  const frame = { x: 2, y: 2, width: width - 4, height: height - 4, rx: isCard ? 8 : height / 2 - 2 };
  return (
    <g transform={`translate(${x} ${y})`} data-stage={view.id}>
      <rect {...frame} fill="var(--cw-surface)" />
      <rect {...frame} fill={color} fillOpacity={isCard ? 0.16 : 0} stroke={color} strokeWidth={4} />
      {isCard && (
        <g transform={`translate(${(width - iconSize) / 2} ${(height - iconSize) / 2})`}>
          <Icon size={iconSize} stroke={2} color={color} />
        </g>
      )}
      {view.type === 'final' && (
        <g transform={`translate(${width / 2 - 18} ${height / 2 - 18})`}>
          <IconFlag2 size={36} stroke={2} color={color} />
        </g>
      )}
    </g>
  );
}
