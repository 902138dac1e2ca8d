// What the rehearsed plan begins with, and results recorded on the way. A change goes through the same steps again.
import {
  ActionIcon,
  Button,
  Checkbox,
  Group,
  JsonInput,
  Select,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { type Given, givenSchema, inPlainWords, type Json, type JsonObject } from '../../../engine/index.ts';
import { retell, t } from '../../language/index.ts';
import { type OutcomeOrNone, outcomeStyle } from '../../theme/theme.ts';
import styles from '../rehearse.module.css';
import { goalsIn, type SampleGoal, setGoal, setWay, withGoal, withoutGoal } from './sample-given.ts';
import { shown } from './say.ts';

interface Props {
  given: Given;
  /** The start values of the cycle. */
  variables: JsonObject;
  /** Changes with the same burst are one undo step, where there is one. */
  onGive(given: Given, burst?: string): void;
  disabled?: boolean;
}

const ways: readonly OutcomeOrNone[] = ['below', 'meets', 'exceeds', 'not-scored'];
const wayOptions = ways.map((value) => ({ value, label: outcomeStyle[value].words }));
const isWay = (text: string | null): text is OutcomeOrNone => ways.some((way) => way === text);

type Part = Pick<Props, 'given' | 'onGive' | 'disabled'>;

function GoalRow({ goal, given, onGive, disabled = false }: Part & { goal: SampleGoal }) {
  const options = goal.goes === 'mixed' ? [...wayOptions, { value: 'mixed', label: t('Mixed') }] : wayOptions;
  return (
    <Group gap={6} wrap="nowrap">
      <TextInput
        size="xs"
        aria-label={t('Title of {title}', { title: goal.title })}
        flex={1}
        value={goal.title}
        disabled={disabled}
        onChange={({ currentTarget }) =>
          onGive(setGoal(given, goal.id, { title: currentTarget.value }), `title ${goal.id}`)
        }
      />
      <Select
        size="xs"
        w={112}
        aria-label={t('How {title} goes', { title: goal.title })}
        data={options}
        value={goal.goes}
        allowDeselect={false}
        disabled={disabled}
        onChange={(way) => isWay(way) && onGive(setWay(given, goal.id, way))}
      />
      <Checkbox
        size="xs"
        label={t('Critical')}
        checked={goal.critical}
        disabled={disabled}
        onChange={({ currentTarget }) => onGive(setGoal(given, goal.id, { critical: currentTarget.checked }))}
      />
      <ActionIcon
        aria-label={t('Remove {title}', { title: goal.title })}
        disabled={disabled}
        onClick={() => onGive(withoutGoal(given, goal.id))}
      >
        <IconTrash size={15} />
      </ActionIcon>
    </Group>
  );
}

/** A number, true, false, null or JSON is taken as that; anything else is text. */
function readValue(text: string): Json {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function Variables({ given, variables, onGive, disabled = false }: Props) {
  const names = [...new Set([...Object.keys(variables), ...Object.keys(given.variables ?? {})])];
  if (names.length === 0) return null;
  const set = (name: string, text: string) =>
    onGive({ ...given, variables: { ...given.variables, [name]: readValue(text) } }, `variable ${name}`);
  return (
    <div className={styles.pairs}>
      {names.map((name) => (
        <TextInput
          key={name}
          size="xs"
          label={name}
          disabled={disabled}
          value={shown(given.variables?.[name] ?? variables[name] ?? null)}
          onChange={({ currentTarget }) => set(name, currentTarget.value)}
        />
      ))}
    </div>
  );
}

function WholeGiven({ given, onGive, disabled = false }: Part) {
  const [typed, setTyped] = useState<{ text: string; fault: string | null } | null>(null);
  const type = (text: string) => {
    const read = readGiven(text);
    setTyped({ text, fault: typeof read === 'string' ? read : null });
    if (typeof read !== 'string') onGive(read, 'given');
  };
  return (
    <details className={styles.more}>
      <summary>{t('Everything that is given')}</summary>
      <JsonInput
        size="xs"
        aria-label={t('Everything that is given, as JSON')}
        autosize
        minRows={4}
        maxRows={16}
        disabled={disabled}
        value={typed?.text ?? JSON.stringify(given, null, 2)}
        onChange={type}
        onBlur={() => typed?.fault === null && setTyped(null)}
        error={typed?.fault}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 12 } }}
      />
    </details>
  );
}

function readGiven(text: string): Given | string {
  try {
    const parsed = givenSchema.safeParse(JSON.parse(text), { error: inPlainWords });
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    return `${issue?.path.join('.') || t('It')}: ${retell(issue?.message ?? '')}`;
  } catch {
    return t('This is not yet JSON.');
  }
}

export function Facts(props: Props) {
  const { given, onGive, disabled = false } = props;
  const goals = goalsIn(given);
  return (
    <Stack gap="sm" className={styles.body}>
      <Text size="xs" c="var(--cw-muted)">
        {t('How each goal goes before the plan starts. The steps are then taken again.')}
      </Text>
      <TextInput
        size="xs"
        label={t('Component')}
        disabled={disabled}
        value={given.component?.name ?? ''}
        onChange={({ currentTarget: { value: name } }) =>
          onGive({ ...given, component: { ...given.component, name } }, 'component')
        }
      />
      <Stack gap={6} role="group" aria-label={t('Goals')}>
        {goals.map((goal) => (
          <GoalRow key={goal.id} goal={goal} given={given} onGive={onGive} disabled={disabled} />
        ))}
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconPlus size={14} />}
          style={{ alignSelf: 'flex-start' }}
          disabled={disabled}
          onClick={() => onGive(withGoal(given))}
        >
          {t('Add a goal')}
        </Button>
      </Stack>
      <Variables {...props} />
      <WholeGiven given={given} onGive={onGive} disabled={disabled} />
    </Stack>
  );
}
