// Zooming by buttons, and how near it is.
import { ActionIcon, Group, Text, Tooltip } from '@mantine/core';
import { IconMaximize, IconMinus, IconPlus } from '@tabler/icons-react';
import { Panel, useReactFlow, useViewport } from '@xyflow/react';
import type { ReactNode } from 'react';
import styles from '../canvas.module.css';
import { motionTime } from './motion.ts';

export const fitOptions = () => ({ padding: 0.08, maxZoom: 1, duration: motionTime() });

export function ZoomBar() {
  const { zoomIn, zoomOut, fitView } = useReactFlow();
  const { zoom } = useViewport();
  return (
    <Panel position="bottom-left" className={styles.zoom}>
      <Group gap={2} wrap="nowrap">
        <Zoom label="Zoom out" onClick={() => zoomOut()} icon={<IconMinus size={15} />} />
        <Text size="xs" w={40} ta="center" c="dimmed">
          {Math.round(zoom * 100)} %
        </Text>
        <Zoom label="Zoom in" onClick={() => zoomIn()} icon={<IconPlus size={15} />} />
        <Zoom
          label="Show the whole cycle (1)"
          onClick={() => fitView(fitOptions())}
          icon={<IconMaximize size={15} />}
        />
      </Group>
    </Panel>
  );
}

function Zoom({ label, icon, onClick }: { label: string; icon: ReactNode; onClick: () => void }) {
  return (
    <Tooltip label={label}>
      <ActionIcon aria-label={label} size={28} onClick={onClick}>
        {icon}
      </ActionIcon>
    </Tooltip>
  );
}
