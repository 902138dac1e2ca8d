// The cycle itself, when nothing is selected: its name, its variables, what holds in every stage.
import { ActionIcon, Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconPlus, IconRefresh, IconTrash } from '@tabler/icons-react';
import { type Cadence, cadences, type Json, type JsonObject } from '../../engine/index.ts';
import { DecisionsSection } from '../decisions/DecisionsSection.tsx';
import { uniqueId } from '../document/make-id.ts';
import { pointer } from '../document/pointer.ts';
import { transitionsFrom } from '../document/transitions.ts';
import { t } from '../language/index.ts';
import { ChoiceField } from './ChoiceField.tsx';
import { AcceptedWarnings, Retention, Subjects } from './CycleTerms.tsx';
import { useEditing } from './editing.ts';
import styles from './panels.module.css';
import { ScaleFields } from './ScaleFields.tsx';
import { Section } from './Section.tsx';
import { TextField } from './TextField.tsx';
import { TransitionList } from './TransitionList.tsx';

const coverages = [
  { value: 'month', label: t('a month') },
  { value: 'quarter', label: t('a quarter') },
  { value: 'half-year', label: t('a half-year') },
  { value: 'year', label: t('a year') },
];
/** A year is what holds when nothing is said. */
const cadenceIn = (picked: string | null): Cadence | undefined =>
  cadences.find((cadence) => cadence === picked && cadence !== 'year');

export function CycleInspector() {
  const { cycle, run } = useEditing();
  const everywhere = transitionsFrom(cycle, null);
  return (
    <>
      <div className={styles.head}>
        <IconRefresh size={20} stroke={1.75} aria-hidden />
        <Title order={3} size="h4" lineClamp={2}>
          {cycle.name}
        </Title>
      </div>
      <Stack gap="sm" className={styles.body}>
        <TextField
          label={t('Name')}
          place={pointer('name')}
          value={cycle.name}
          apply={(name, burst) => run({ type: 'set-cycle', patch: { name } }, burst)}
        />
        <TextField
          label={t('What it is for')}
          place={pointer('description')}
          value={cycle.description ?? ''}
          lines={3}
          apply={(text, burst) =>
            run({ type: 'set-cycle', patch: { description: text || undefined } }, burst)
          }
        />
        <ChoiceField
          label={t('Each launch covers')}
          place={pointer('cadence')}
          value={cycle.cadence ?? 'year'}
          options={coverages}
          onPick={(picked) => run({ type: 'set-cycle', patch: { cadence: cadenceIn(picked) } })}
          hint={t('The days of a plan, where whoever launches it gives no others.')}
        />
        <Subjects />
      </Stack>
      <Variables variables={cycle.variables ?? {}} />
      <DecisionsSection />
      <ScaleFields />
      <Retention />
      <AcceptedWarnings />
      <Section title={t('In every stage')} place={pointer('on')} count={everywhere.length}>
        <TransitionList stage={null} transitions={everywhere} timers={false} />
      </Section>
    </>
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

const showValue = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value));

function Variables({ variables }: { variables: JsonObject }) {
  const { run, readOnly } = useEditing();
  const set = (next: JsonObject, burst?: string) => run({ type: 'set-variables', variables: next }, burst);
  const entries = Object.entries(variables);
  const rename = (from: string, to: string) => {
    const allowed = /^[A-Za-z_][A-Za-z0-9_]*$/.test(to) && (to === from || !Object.hasOwn(variables, to));
    if (!allowed) {
      return {
        kind: 'refused' as const,
        reason: t('Use letters, digits and _, and a name that is not used yet.'),
      };
    }
    return set(Object.fromEntries(entries.map(([key, value]) => [key === from ? to : key, value])));
  };
  return (
    <Section title={t('Variables')} place={pointer('variables')} count={entries.length}>
      <Text size="sm" c="dimmed">
        {t('Start values; guards may read them and actions set them.')}
      </Text>
      {entries.map(([key, value], index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the name changes while it is typed.
        <Group key={index} gap="xs" wrap="nowrap" align="flex-start">
          <TextField
            label={t('Variable')}
            place={pointer('variables')}
            value={key}
            mono
            apply={(to) => rename(key, to)}
          />
          <TextField
            label={t('Starts as')}
            place={pointer('variables', key)}
            value={showValue(value)}
            mono
            apply={(text, burst) => set({ ...variables, [key]: readValue(text) }, burst)}
          />
          {!readOnly && (
            <ActionIcon
              mt={28}
              size={30}
              aria-label={t('Remove variable {key}', { key })}
              onClick={() => set(Object.fromEntries(entries.filter(([other]) => other !== key)))}
            >
              <IconTrash size={15} />
            </ActionIcon>
          )}
        </Group>
      ))}
      {!readOnly && (
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconPlus size={14} />}
          style={{ alignSelf: 'flex-start' }}
          onClick={() =>
            set({
              ...variables,
              [uniqueId('limit', new Set(Object.keys(variables))).replaceAll('-', '_')]: 1,
            })
          }
        >
          {t('Add a variable')}
        </Button>
      )}
    </Section>
  );
}
