// A stage as plain SVG, drawn as the canvas draws it. The numbers are those of canvas.module.css.
import { IconAsterisk, IconFlag2, IconFolder, IconHistory } from '@tabler/icons-react';
import { t } from '../../language/index.ts';
import { OutcomeShape } from '../../theme/OutcomeShape.tsx';
import { StageKindIcon } from '../../theme/StageKindIcon.tsx';
import { stageKindStyle } from '../../theme/theme.ts';
import { shapeFor } from '../flow/outcome-shape.ts';
import type { StageView } from '../view/flow-view.ts';
import { Words } from './Words.tsx';

const text = 'var(--cw-text)';
const muted = 'var(--cw-muted)';
const surface = 'var(--cw-surface)';
const strong = 'var(--cw-border-strong)';

/** Baselines of a name alone, and of a name above facts, around the middle of the box. */
const alone = 4.7;
const above = -4.3;
const below = 14.1;

export function StagePicture({ view }: { view: StageView }) {
  const { box, type } = view;
  return (
    <g transform={`translate(${box.x} ${box.y})`} data-stage={view.id}>
      {view.initial && <InitialMark />}
      {type === 'final' && <EndPicture view={view} />}
      {type === 'history' && <HistoryPicture view={view} />}
      {type === 'any' && <AnyPicture view={view} />}
      {(type === 'atomic' || view.collapsed) && <CardPicture view={view} />}
    </g>
  );
}

function CardPicture({ view }: { view: StageView }) {
  const { width, height } = view.box;
  const { color } = stageKindStyle[view.kind ?? 'other'];
  return (
    <>
      <rect x={0.5} y={0.5} width={width - 1} height={height - 1} rx={7.5} fill={surface} stroke={strong} />
      <path d={`M8 1H5V${height - 1}H8A7 7 0 0 1 1 ${height - 8}V8A7 7 0 0 1 8 1Z`} fill={color} />
      <g transform={`translate(17 ${height / 2 - 9})`}>
        {view.collapsed ? (
          <IconFolder size={18} stroke={1.75} color={color} />
        ) : (
          <StageKindIcon kind={view.kind} />
        )}
      </g>
      <NameAndFacts
        x={45}
        width={width - 58}
        middle={height / 2}
        name={view.name}
        facts={view.collapsed ? t('folded up') : view.facts}
      />
    </>
  );
}

interface NameProps {
  x: number;
  width: number;
  middle: number;
  name: string;
  facts: string;
}

function NameAndFacts({ x, width, middle, name, facts }: NameProps) {
  const y = middle + (facts ? above : alone);
  return (
    <>
      <Words text={name} font="name" x={x} y={y} width={width} color={text} />
      {facts && <Words text={facts} font="facts" x={x} y={middle + below} width={width} color={muted} />}
    </>
  );
}

function EndPicture({ view }: { view: StageView }) {
  const { width, height } = view.box;
  const shape = shapeFor(view.outcome);
  const radius = height / 2;
  return (
    <>
      <rect
        x={0.5}
        y={0.5}
        width={width - 1}
        height={height - 1}
        rx={radius - 0.5}
        fill={surface}
        stroke={strong}
      />
      <rect
        x={2.5}
        y={2.5}
        width={width - 5}
        height={height - 5}
        rx={radius - 2.5}
        fill="none"
        stroke={strong}
      />
      <g transform={`translate(21 ${radius - (shape ? 7 : 8)})`}>
        {shape ? (
          <OutcomeShape outcome={shape} size={14} />
        ) : (
          <IconFlag2 size={16} stroke={1.75} color={text} />
        )}
      </g>
      <NameAndFacts
        x={shape ? 45 : 47}
        width={width - (shape ? 66 : 68)}
        middle={radius}
        name={view.name}
        facts={view.outcome === null ? '' : t('ends: {outcome}', { outcome: view.outcome })}
      />
    </>
  );
}

function HistoryPicture({ view }: { view: StageView }) {
  const { width, height } = view.box;
  return (
    <>
      <circle cx={width / 2} cy={height / 2} r={width / 2 - 0.5} fill={surface} stroke={strong} />
      <g transform={`translate(${width / 2 - 9} ${height / 2 - 9})`}>
        <IconHistory size={18} stroke={1.75} color={muted} />
      </g>
      {view.deep && <Words text="*" font="name" x={width - 12} y={15} width={12} color={muted} />}
    </>
  );
}

function AnyPicture({ view }: { view: StageView }) {
  const { width, height } = view.box;
  return (
    <>
      <rect
        x={0.5}
        y={0.5}
        width={width - 1}
        height={height - 1}
        rx={height / 2 - 0.5}
        fill={surface}
        stroke={strong}
        strokeDasharray="3 3"
      />
      <g transform={`translate(12 ${height / 2 - 7})`}>
        <IconAsterisk size={14} color={muted} />
      </g>
      <Words text={view.name} font="facts" x={32} y={height / 2 + 4.3} width={width} color={muted} />
    </>
  );
}

export function InitialMark() {
  return (
    <g transform="translate(-22 8)">
      <circle cx={4.5} cy={8} r={4} fill="var(--cw-line)" />
      <path d="M9 8H21M17 4.5l4 3.5-4 3.5" fill="none" stroke="var(--cw-line)" strokeWidth={1.5} />
    </g>
  );
}
