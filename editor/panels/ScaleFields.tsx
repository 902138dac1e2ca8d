// The levels of a cycle's ratings, worst first: what is seen where a level fits, and one example.
import { ActionIcon, Button, Group, Stack } from '@mantine/core';
import { IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import type { Cycle } from '../../engine/index.ts';
import { uniqueId } from '../document/make-id.ts';
import { pointer } from '../document/pointer.ts';
import { patched } from '../document/stage-tree.ts';
import { t } from '../language/index.ts';
import { SuggestField } from './ChoiceField.tsx';
import { useEditing } from './editing.ts';
import styles from './panels.module.css';
import { Section } from './Section.tsx';
import { TextField } from './TextField.tsx';

type Level = NonNullable<Cycle['scale']>[number];

const place = pointer('scale');
const MOST_LEVELS = 10;

/** To begin with: what most organisations mean by the three outcomes. */
const usual: readonly Level[] = [
  {
    level: 'below',
    anchor: t('Results fall short of what was agreed, so that others have to make up for them'),
    example: t('Two of four reviews were late, and the office answered the complaints'),
  },
  {
    level: 'meets',
    anchor: t('Results are what was agreed, on time, and nobody else has to step in'),
    example: t('All reviews were done in the week in which they were due'),
  },
  {
    level: 'exceeds',
    anchor: t('Results go clearly beyond what was agreed, and others can build on them'),
    example: t('Reviews took half the time, and two other teams work by the same list now'),
  },
];

export function ScaleFields() {
  const { cycle, run, readOnly } = useEditing();
  const levels = cycle.scale ?? [];
  const set = (next: readonly Level[], burst?: string) =>
    run({ type: 'set-cycle', patch: { scale: next.length > 0 ? [...next] : undefined } }, burst);
  const add = () => {
    const level = uniqueId('level', new Set(levels.map((one) => one.level)));
    return set([...levels, { level, anchor: t('What is seen in the work of somebody at this level') }]);
  };
  return (
    <Section title={t('Levels of its ratings')} place={place} count={levels.length}>
      {levels.map((level, index) => (
        <LevelCard
          // biome-ignore lint/suspicious/noArrayIndexKey: its name changes while it is typed.
          key={index}
          level={level}
          index={index}
          set={(next, burst) =>
            set(
              levels.map((one, nth) => (nth === index ? next : one)),
              burst,
            )
          }
          remove={() => set(levels.filter((_, nth) => nth !== index))}
          raise={() => set(levels.toSpliced(index - 1, 2, level, ...levels.slice(index - 1, index)))}
        />
      ))}
      {!readOnly && levels.length < MOST_LEVELS && (
        <Group gap="xs">
          {levels.length === 0 && (
            <Button size="compact-sm" variant="light" onClick={() => set(usual)}>
              {t('Below, meets and exceeds')}
            </Button>
          )}
          <Button size="compact-sm" variant="subtle" leftSection={<IconPlus size={14} />} onClick={add}>
            {t('Add a rating level')}
          </Button>
        </Group>
      )}
    </Section>
  );
}

interface CardProps {
  level: Level;
  index: number;
  set(level: Level, burst: string): ReturnType<ReturnType<typeof useEditing>['run']>;
  remove(): void;
  raise(): void;
}

function LevelCard({ level, index, set, remove, raise }: CardProps) {
  const { readOnly } = useEditing();
  const name = level.name ?? level.level;
  const at = (field: string) => place + pointer(index, field);
  return (
    <Stack gap="xs" className={styles.card} role="group" aria-label={t('Level {name}', { name })}>
      <Group gap="xs" align="flex-end" wrap="nowrap">
        <div style={{ flex: 1 }}>
          <SuggestField
            label={t('Level')}
            place={at('level')}
            value={level.level}
            suggestions={['below', 'meets', 'exceeds']}
            apply={(text, burst) => set({ ...level, level: text.trim() }, burst)}
          />
        </div>
        {!readOnly && index > 0 && (
          <ActionIcon
            size={36}
            aria-label={t('Level {name}: worse than the one before', { name })}
            onClick={raise}
          >
            <IconArrowUp size={16} />
          </ActionIcon>
        )}
        {!readOnly && (
          <ActionIcon size={36} aria-label={t('Remove level {name}', { name })} onClick={remove}>
            <IconTrash size={16} />
          </ActionIcon>
        )}
      </Group>
      <TextField
        label={t('Name')}
        place={at('name')}
        value={level.name ?? ''}
        apply={(text, burst) => set(patched(level, { name: text.trim() === '' ? undefined : text }), burst)}
      />
      <TextField
        label={t('What is seen where it fits')}
        place={at('anchor')}
        value={level.anchor}
        lines={2}
        apply={(anchor, burst) =>
          anchor.trim() === ''
            ? { kind: 'refused', reason: t('Say what is seen where it fits.') }
            : set({ ...level, anchor }, burst)
        }
      />
      <TextField
        label={t('For example')}
        place={at('example')}
        value={level.example ?? ''}
        lines={2}
        apply={(text, burst) =>
          set(patched(level, { example: text.trim() === '' ? undefined : text }), burst)
        }
      />
    </Stack>
  );
}
