// Which two versions are compared, and the way from change to change.
import { ActionIcon, Button, Group, NativeSelect, Switch, Text, Title } from '@mantine/core';
import { IconArrowsExchange, IconChevronDown, IconChevronUp, IconRestore } from '@tabler/icons-react';
import type { CycleVersion } from '../app/api/wire.ts';
import { shortDate } from '../app/words/due.ts';
import { t } from '../language/index.ts';
import { Hint } from '../theme/Hint.tsx';
import classes from './compare.module.css';
import type { VersionName } from './version-name.ts';

interface Props {
  name: string;
  versions: readonly CycleVersion[];
  from: VersionName;
  to: VersionName;
  onPair: (pair: { from: VersionName; to: VersionName }) => void;
  /** Null: whoever looks may not change drafts, or there is no version to restore. */
  onRestore: (() => void) | null;
}

const choices = (versions: readonly CycleVersion[]) => [
  { value: 'draft', label: t('Draft') },
  ...versions.map(({ version, publishedAt }) => ({
    value: String(version),
    label: t('Version {version}, {date}', { version, date: shortDate(publishedAt) }),
  })),
];

const nameOf = (value: string): VersionName => (value === 'draft' ? value : Number(value));

export function CompareBar({ name, versions, from, to, onPair, onRestore }: Props) {
  const data = choices(versions);
  return (
    <div className={classes.bar}>
      <Title order={1} size="h3" className={classes.name}>
        {t('{name}: what changed', { name })}
      </Title>
      <Group gap="xs">
        <NativeSelect
          size="xs"
          aria-label={t('Before')}
          data={data}
          value={String(from)}
          onChange={(event) => onPair({ from: nameOf(event.currentTarget.value), to })}
        />
        <Hint label={t('Swap the two versions')}>
          <ActionIcon aria-label={t('Swap the two versions')} onClick={() => onPair({ from: to, to: from })}>
            <IconArrowsExchange size={16} />
          </ActionIcon>
        </Hint>
        <NativeSelect
          size="xs"
          aria-label={t('After')}
          data={data}
          value={String(to)}
          onChange={(event) => onPair({ from, to: nameOf(event.currentTarget.value) })}
        />
        {onRestore && (
          <Button size="xs" variant="default" leftSection={<IconRestore size={15} />} onClick={onRestore}>
            {t('Restore version {version}…', { version: from })}
          </Button>
        )}
      </Group>
    </div>
  );
}

interface WalkProps {
  position: number;
  total: number;
  moved: number;
  showMoved: boolean;
  onMoved: (shown: boolean) => void;
  onStep: (by: 1 | -1) => void;
}

export function ChangeWalk({ position, total, moved, showMoved, onMoved, onStep }: WalkProps) {
  return (
    <div className={classes.walk}>
      <Text size="xs" c="var(--cw-muted)" style={{ flex: 1 }}>
        {position === -1
          ? t('{total} to look at', { total })
          : t('{position} of {total}', { position: position + 1, total })}
      </Text>
      {moved > 0 && (
        <Switch
          size="xs"
          label={t('Drawn elsewhere ({moved})', { moved })}
          checked={showMoved}
          onChange={(event) => onMoved(event.currentTarget.checked)}
        />
      )}
      <Hint label={t('Previous change (P)')}>
        <ActionIcon aria-label={t('Previous change (P)')} disabled={total === 0} onClick={() => onStep(-1)}>
          <IconChevronUp size={16} />
        </ActionIcon>
      </Hint>
      <Hint label={t('Next change (N)')}>
        <ActionIcon aria-label={t('Next change (N)')} disabled={total === 0} onClick={() => onStep(1)}>
          <IconChevronDown size={16} />
        </ActionIcon>
      </Hint>
    </div>
  );
}
