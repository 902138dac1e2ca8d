// The small bar above what is selected, and its buttons.
import { ActionIcon, Group, Paper, Tooltip } from '@mantine/core';
import { NodeToolbar, Position } from '@xyflow/react';
import type { ReactNode } from 'react';
import type { StageId } from '../../../engine/index.ts';

interface FrameProps {
  ids: readonly StageId[];
  label: string;
  children: ReactNode;
}

export function BarFrame({ ids, label, children }: FrameProps) {
  return (
    <NodeToolbar nodeId={[...ids]} isVisible position={Position.Top} offset={10}>
      <Paper
        shadow="md"
        withBorder
        p={4}
        radius="md"
        className="nodrag nopan"
        role="toolbar"
        aria-label={label}
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
    <Tooltip label={label}>
      <ActionIcon aria-label={label} size={28} onClick={onClick}>
        {icon}
      </ActionIcon>
    </Tooltip>
  );
}
