// The bar above a selected stage: what can be done with it.
import { ActionIcon, Group, Paper, Tooltip } from '@mantine/core';
import {
  IconArrowBarToRight,
  IconCopy,
  IconFolderOpen,
  IconPencil,
  IconPlugConnected,
  IconTrash,
} from '@tabler/icons-react';
import { NodeToolbar, Position } from '@xyflow/react';
import type { ReactNode } from 'react';
import { useCanvasActs } from '../acts/canvas-acts.ts';
import type { StageView } from '../view/flow-view.ts';

export function StageBar({ view, visible }: { view: StageView; visible: boolean }) {
  const acts = useCanvasActs();
  if (!visible) return null;
  const leads = view.type !== 'final' && view.type !== 'history';
  const { id } = view;
  return (
    <NodeToolbar isVisible position={Position.Top} offset={10}>
      <Paper shadow="md" withBorder p={4} radius="md" className="nodrag nopan">
        <Group gap={2} wrap="nowrap">
          {view.collapsed && (
            <Act
              label="Unfold"
              onClick={() => acts.run({ type: 'collapse-stage', stage: id, collapsed: false })}
              icon={<IconFolderOpen size={16} />}
            />
          )}
          <Act
            label="Rename (F2)"
            onClick={() => acts.ask({ kind: 'rename', stage: id })}
            icon={<IconPencil size={16} />}
          />
          {leads && (
            <>
              <Act
                label="Connect to… (C)"
                onClick={() => acts.ask({ kind: 'connect', from: id })}
                icon={<IconPlugConnected size={16} />}
              />
              <Act
                label="Append a stage (A)"
                onClick={() => acts.ask({ kind: 'append', from: id, at: null, near: null })}
                icon={<IconArrowBarToRight size={16} />}
              />
            </>
          )}
          <Act
            label="Duplicate (Ctrl+D)"
            onClick={() => acts.duplicate([id])}
            icon={<IconCopy size={16} />}
          />
          <Act
            label="Delete (Del)"
            onClick={() => acts.ask({ kind: 'remove', stages: [id] })}
            icon={<IconTrash size={16} />}
          />
        </Group>
      </Paper>
    </NodeToolbar>
  );
}

function Act({ label, icon, onClick }: { label: string; icon: ReactNode; onClick: () => void }) {
  return (
    <Tooltip label={label}>
      <ActionIcon aria-label={label} size={28} onClick={onClick}>
        {icon}
      </ActionIcon>
    </Tooltip>
  );
}
