// Picks components from the tree: search, one by one, one with all below it, or all in sight.
import { Button, Checkbox, Group, Input, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, useState } from 'react';
import type { Component } from '../../engine/index.ts';
import { t } from '../language/index.ts';
import { kindName } from '../organisation/kind-name.ts';
import classes from './launches.module.css';
import { type PickLine, searchLines, toPickLines } from './pick-lines.ts';

interface Props {
  components: Component[];
  picked: string[];
  onChange: (ids: string[]) => void;
  error?: string;
}

const lineHeight = 36;

function Line({
  line,
  picked,
  onPick,
}: {
  line: PickLine;
  picked: Set<string>;
  onPick: (ids: string[]) => void;
}) {
  const { component, below, level, path } = line;
  return (
    <>
      <Checkbox
        size="xs"
        checked={picked.has(component.id)}
        onChange={() => onPick([component.id])}
        label={
          <>
            {component.name}{' '}
            <Text span size="xs" c="var(--cw-muted)">
              {level === 0 && path.length > 0 ? path.join(' / ') : kindName(component.kind)}
            </Text>
          </>
        }
        classNames={{ root: classes.pick, label: classes.pickLabel }}
      />
      {below.length > 0 && (
        <Button
          variant="subtle"
          size="compact-xs"
          style={{ flex: 'none' }}
          onClick={() => onPick([component.id, ...below])}
        >
          {t('with all {count} below', { count: below.length })}
        </Button>
      )}
    </>
  );
}

export function PickComponents({ components, picked, onChange, error }: Props) {
  const [text, setText] = useState('');
  const frame = useRef<HTMLDivElement>(null);
  const all = useMemo(() => toPickLines(components), [components]);
  const lines = searchLines(all, text);
  const chosen = new Set(picked);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => frame.current,
    estimateSize: () => lineHeight,
    overscan: 12,
  });
  /** All of them are in already: they go out; otherwise all come in. */
  const turn = (ids: string[]) => {
    const out = ids.every((id) => chosen.has(id));
    onChange(out ? picked.filter((id) => !ids.includes(id)) : [...new Set([...picked, ...ids])]);
  };
  return (
    <Input.Wrapper label={t('Components')} labelElement="div" error={error}>
      <Group gap="xs" my={6}>
        <TextInput
          size="xs"
          flex="1 1 200px"
          placeholder={t('Search components')}
          aria-label={t('Search components')}
          leftSection={<IconSearch size={14} aria-hidden />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button
          size="xs"
          variant="default"
          disabled={lines.length === 0}
          onClick={() => onChange([...new Set([...picked, ...lines.map(({ component }) => component.id)])])}
        >
          {text === ''
            ? t('Select all {count}', { count: lines.length })
            : t('Select these {count}', { count: lines.length })}
        </Button>
        <Button size="xs" variant="default" disabled={picked.length === 0} onClick={() => onChange([])}>
          {t('Select none')}
        </Button>
      </Group>
      <div ref={frame} className={classes.picks}>
        {lines.length === 0 && (
          <Text size="sm" c="var(--cw-muted)" p="sm">
            {t('No component fits “{text}”.', { text })}
          </Text>
        )}
        <div style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const line = lines[index];
            if (!line) return null;
            return (
              <div
                key={line.component.id}
                className={classes.pickLine}
                style={{ transform: `translateY(${start}px)`, paddingLeft: 10 + line.level * 18 }}
              >
                <Line line={line} picked={chosen} onPick={turn} />
              </div>
            );
          })}
        </div>
      </div>
    </Input.Wrapper>
  );
}
