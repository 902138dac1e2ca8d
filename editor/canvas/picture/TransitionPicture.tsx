// A transition as plain SVG: its path with an arrow, its outcome's shape, its label.
import { IconClock } from '@tabler/icons-react';
import { useContext } from 'react';
import { OutcomeShape } from '../../theme/OutcomeShape.tsx';
import { outcomeStyle } from '../../theme/theme.ts';
import { outcomeMark } from '../flow/outcome-mark.ts';
import { pathData } from '../route/path-data.ts';
import type { RoutedTransition } from '../route/route-transitions.ts';
import type { Box, LabelText, TransitionView } from '../view/flow-view.ts';
import { fitText } from './fit-text.ts';
import { MeasureContext } from './picture-context.ts';
import { Words } from './Words.tsx';

interface Props {
  view: TransitionView;
  route: RoutedTransition;
}

export function PathPicture({ view, route, thick }: Props & { thick: boolean }) {
  const mark = thick ? null : outcomeMark(view.label.outcome, route.points);
  return (
    <g data-transition={view.id}>
      <path
        d={pathData(route.points)}
        fill="none"
        stroke="var(--cw-line)"
        strokeWidth={thick ? 5 : 1.5}
        strokeDasharray={view.acts ? '5 4' : undefined}
        markerEnd={thick ? undefined : 'url(#cw-picture-arrow)'}
      />
      {mark && (
        <g transform={`translate(${mark.at.x - 6} ${mark.at.y - 6})`}>
          <circle cx={6} cy={6} r={7.5} fill="var(--cw-ground)" />
          <OutcomeShape outcome={mark.outcome} />
        </g>
      )}
    </g>
  );
}

const row = 17;
const border = 1;
const padding = 6;
const gap = 4;

export function LabelPicture({ view, route }: Props) {
  const { label } = route;
  const { guard } = view.label;
  const rows = guard === null ? 1 : 2;
  const top = label.y + (label.height - rows * row) / 2;
  const room = label.width - 2 * (border + padding);
  return (
    <g data-label={view.id}>
      <title>{view.title}</title>
      <rect
        x={label.x}
        y={label.y}
        width={label.width}
        height={label.height}
        rx={6}
        fill="var(--cw-ground)"
      />
      <TriggerRow text={view.label} label={label} room={room} y={top + 12.9} />
      {guard !== null && (
        <Words
          text={`[${guard}]`}
          font="guard"
          x={label.x + label.width / 2}
          y={top + row + 12.4}
          width={room}
          color="var(--cw-muted)"
          anchor="middle"
        />
      )}
    </g>
  );
}

interface RowProps {
  text: LabelText;
  label: Box;
  room: number;
  y: number;
}

/** The mark and the text stand in the middle together. */
function TriggerRow({ text, label, room, y }: RowProps) {
  const measure = useContext(MeasureContext);
  const { trigger, outcome, isTimer } = text;
  const marks = (outcome ? 10 + gap : 0) + (isTimer ? 13 + gap : 0);
  const shown = fitText(trigger, room - marks, 'label', measure);
  const left = label.x + (label.width - marks - measure(shown, 'label')) / 2;
  const color = outcome ? outcomeStyle[outcome].color : 'var(--cw-text)';
  return (
    <>
      {outcome && (
        <g transform={`translate(${left} ${y - 9.3})`}>
          <OutcomeShape outcome={outcome} size={10} />
        </g>
      )}
      {isTimer && (
        <g transform={`translate(${left + (outcome ? 14 : 0)} ${y - 10.8})`}>
          <IconClock size={13} stroke={1.75} color="var(--cw-text)" />
        </g>
      )}
      <Words text={shown} font="label" x={left + marks} y={y} width={room} color={color} />
    </>
  );
}
