// Back, play, forward, and a slider over all steps.
import { ActionIcon, Group, Slider, Text } from '@mantine/core';
import {
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerSkipBack,
  IconPlayerSkipForward,
  IconPlayerTrackNext,
  IconPlayerTrackPrev,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { t } from '../language/index.ts';
import { Hint } from '../theme/Hint.tsx';
import { usePlaying } from './use-playing.ts';

interface Props {
  index: number;
  total: number;
  onStep: (index: number) => void;
}

interface ActProps {
  label: string;
  icon: ReactNode;
  disabled: boolean;
  onClick: () => void;
}

function Act({ label, icon, disabled, onClick }: ActProps) {
  return (
    <Hint label={label}>
      <ActionIcon aria-label={label} size={32} disabled={disabled} onClick={onClick}>
        {icon}
      </ActionIcon>
    </Hint>
  );
}

const size = 17;

export function StepBar({ index, total, onStep }: Props) {
  const last = total - 1;
  const { playing, toggle } = usePlaying(index, last, onStep);
  const [first, end] = [index === 0, index === last];
  const play = playing ? <IconPlayerPause size={size} /> : <IconPlayerPlay size={size} />;
  return (
    <div>
      <Group gap={4} wrap="nowrap">
        <Act
          label={t('First step')}
          icon={<IconPlayerSkipBack size={size} />}
          disabled={first}
          onClick={() => onStep(0)}
        />
        <Act
          label={t('Step back')}
          icon={<IconPlayerTrackPrev size={size} />}
          disabled={first}
          onClick={() => onStep(index - 1)}
        />
        <Act label={playing ? t('Pause') : t('Play')} icon={play} disabled={total < 2} onClick={toggle} />
        <Act
          label={t('Step forward')}
          icon={<IconPlayerTrackNext size={size} />}
          disabled={end}
          onClick={() => onStep(index + 1)}
        />
        <Act
          label={t('Last step')}
          icon={<IconPlayerSkipForward size={size} />}
          disabled={end}
          onClick={() => onStep(last)}
        />
        <Text size="xs" c="var(--cw-muted)" ta="right" style={{ flex: 1, whiteSpace: 'nowrap' }}>
          {t('Step {index} of {total}', { index: index + 1, total })}
        </Text>
      </Group>
      {total > 1 && (
        <Slider
          mt={8}
          size="sm"
          min={1}
          max={total}
          value={index + 1}
          label={null}
          onChange={(value) => onStep(value - 1)}
          thumbLabel={t("Step of the plan's way")}
        />
      )}
    </div>
  );
}
