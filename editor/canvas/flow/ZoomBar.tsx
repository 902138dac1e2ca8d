// Zooming by buttons, and how near it is.
import { ActionIcon, Group, Text } from '@mantine/core';
import { IconMap, IconMaximize, IconMinus, IconPlus } from '@tabler/icons-react';
import { Panel, useReactFlow, useViewport } from '@xyflow/react';
import type { ReactNode } from 'react';
import { percentText, t } from '../../language/index.ts';
import { Hint } from '../../theme/Hint.tsx';
import styles from '../canvas.module.css';
import { motionTime } from './motion.ts';
import { useOverview } from './use-overview.ts';

export const fitOptions = () => ({ padding: 0.08, maxZoom: 1, duration: motionTime() });

export function ZoomBar() {
  const { zoomIn, zoomOut, fitView } = useReactFlow();
  const { zoom } = useViewport();
  const overview = useOverview();
  return (
    <Panel position="bottom-left" className={styles.zoom}>
      <Group gap={2} wrap="nowrap">
        <Zoom label={t('Zoom out')} onClick={() => zoomOut()} icon={<IconMinus size={15} />} />
        <Text size="xs" w={40} ta="center" c="dimmed">
          {percentText(Math.round(zoom * 100))}
        </Text>
        <Zoom label={t('Zoom in')} onClick={() => zoomIn()} icon={<IconPlus size={15} />} />
        <Zoom
          label={t('Show the whole cycle (1)')}
          onClick={() => fitView(fitOptions())}
          icon={<IconMaximize size={15} />}
        />
        <Zoom
          label={overview.shown ? t('Hide the overview (M)') : t('Show the overview (M)')}
          onClick={overview.toggle}
          pressed={overview.shown}
          className={styles.overviewSwitch}
          icon={<IconMap size={15} />}
        />
      </Group>
    </Panel>
  );
}

interface ZoomProps {
  label: string;
  icon: ReactNode;
  onClick: () => void;
  pressed?: boolean;
  className?: string | undefined;
}

function Zoom({ label, icon, onClick, pressed, className }: ZoomProps) {
  return (
    <Hint label={label}>
      <ActionIcon
        aria-label={label}
        aria-pressed={pressed}
        variant={pressed ? 'light' : 'subtle'}
        size={28}
        className={className}
        onClick={onClick}
      >
        {icon}
      </ActionIcon>
    </Hint>
  );
}
