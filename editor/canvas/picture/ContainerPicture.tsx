// An open container as plain SVG: tinted, with its name at the top and lines between its regions.
import { IconArrowsSplit2 } from '@tabler/icons-react';
import { useContext } from 'react';
import { StageKindIcon } from '../../theme/StageKindIcon.tsx';
import { stageKindStyle } from '../../theme/theme.ts';
import type { StageView } from '../view/flow-view.ts';
import { headerHeight } from '../view/sizes.ts';
import { MeasureContext } from './picture-context.ts';
import { InitialMark } from './StagePicture.tsx';
import { Words } from './Words.tsx';

export function ContainerPicture({ view, small }: { view: StageView; small: boolean }) {
  const { x, y, width, height } = view.box;
  const { color } = stageKindStyle[view.kind ?? 'other'];
  const frame = { x: 0.5, y: 0.5, width: width - 1, height: height - 1, rx: 9.5, fill: 'none' };
  return (
    <g transform={`translate(${x} ${y})`} data-stage={view.id}>
      {view.initial && <InitialMark />}
      <rect {...frame} fill={color} fillOpacity={(view.region ? 0.03 : 0.05) * (small ? 2 : 1)} />
      {!view.region && (
        <>
          <rect {...frame} stroke="var(--cw-border)" />
          <rect {...frame} stroke={color} strokeOpacity={0.45} />
          <path d={`M1 ${headerHeight + 0.5}H${width - 1}`} stroke={color} strokeOpacity={0.2} />
        </>
      )}
      {!small && <Header view={view} color={color} />}
      {view.dividers.map(({ from, to }) => (
        <line
          key={`${from.x},${from.y}`}
          x1={from.x}
          y1={from.y}
          x2={to.x}
          y2={to.y}
          stroke="var(--cw-border-strong)"
          strokeWidth={1.5}
          strokeDasharray="6 5"
        />
      ))}
    </g>
  );
}

function Header({ view, color }: { view: StageView; color: string }) {
  const measure = useContext(MeasureContext);
  const room = view.box.width - 39 - 40;
  const used = Math.min(room, measure(view.name, 'name'));
  return (
    <>
      <g transform="translate(15 12.5)">
        {view.type === 'parallel' ? (
          <IconArrowsSplit2 size={16} stroke={1.75} color={color} />
        ) : (
          <StageKindIcon kind={view.kind} size={16} />
        )}
      </g>
      <Words text={view.name} font="name" x={39} y={25.2} width={room} color="var(--cw-text)" />
      {view.facts && room - used > 60 && (
        <Words
          text={view.facts}
          font="facts"
          x={39 + used + 8}
          y={24.8}
          width={room - used - 8}
          color="var(--cw-muted)"
        />
      )}
    </>
  );
}
