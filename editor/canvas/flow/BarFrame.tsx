// The small bar beside what is selected, within the canvas, and its buttons.
import { ActionIcon, Group, Paper } from '@mantine/core';
import { NodeToolbar, Position, type ReactFlowState, useStore } from '@xyflow/react';
import { type ReactNode, useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { StageId } from '../../../engine/index.ts';
import { Hint } from '../../theme/Hint.tsx';
import { type BarPlace, barOffset, placeBar } from './bar-place.ts';

interface FrameProps {
  ids: readonly StageId[];
  label: string;
  children: ReactNode;
}

interface Room {
  width: number;
  height: number;
}

/** Around all of them, as they are seen. */
function boxAround({ nodeLookup, transform: [left, top, zoom] }: ReactFlowState, ids: readonly StageId[]) {
  const boxes = ids.flatMap((id) => {
    const node = nodeLookup.get(id);
    if (!node) return [];
    const { x, y } = node.internals.positionAbsolute;
    return [{ x, y, right: x + (node.measured.width ?? 0), bottom: y + (node.measured.height ?? 0) }];
  });
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  return {
    x: x * zoom + left,
    y: y * zoom + top,
    width: (Math.max(...boxes.map(({ right }) => right)) - x) * zoom,
    height: (Math.max(...boxes.map(({ bottom }) => bottom)) - y) * zoom,
  };
}

const samePlace = (a: BarPlace, b: BarPlace): boolean => a.aside === b.aside && a.below === b.below;

/** Draws anew only where the bar would leave the canvas. */
function useBarPlace(ids: readonly StageId[], bar: Room): BarPlace {
  const select = useCallback(
    (state: ReactFlowState) => placeBar(boxAround(state, ids), bar, state),
    [ids, bar],
  );
  return useStore(select, samePlace);
}

export function BarFrame({ ids, label, children }: FrameProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState<Room>({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const { offsetWidth: width = 0, offsetHeight: height = 0 } = frame.current ?? {};
    setRoom((before) => (before.width === width && before.height === height ? before : { width, height }));
  });
  const { aside, below } = useBarPlace(ids, room);
  return (
    <NodeToolbar
      nodeId={[...ids]}
      isVisible
      position={below ? Position.Bottom : Position.Top}
      offset={barOffset}
    >
      <Paper
        ref={frame}
        shadow="md"
        withBorder
        p={4}
        radius="md"
        className="nodrag nopan"
        role="toolbar"
        aria-label={label}
        style={aside === 0 ? undefined : { transform: `translateX(${aside}px)` }}
      >
        <Group gap={2} wrap="nowrap">
          {children}
        </Group>
      </Paper>
    </NodeToolbar>
  );
}

export function Act({ label, icon, onClick }: { label: string; icon: ReactNode; onClick: () => void }) {
  return (
    <Hint label={label}>
      <ActionIcon aria-label={label} size={28} onClick={onClick}>
        {icon}
      </ActionIcon>
    </Hint>
  );
}
