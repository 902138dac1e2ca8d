// A task's answer: what is chosen among few as fields, the rest filled in, the whole as JSON for who wants more.
// Says what the answer would lead to before it is given.
import { Button, Group, JsonInput, Select, Stack } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import {
  type CycleTask,
  fillForm,
  formChoices,
  type Json,
  type JsonObject,
  jsonObjectSchema,
  type Play,
  type ScenarioStep,
} from '../../../engine/index.ts';
import { t } from '../../language/index.ts';
import styles from '../rehearse.module.css';
import { Leads } from './Leads.tsx';
import { PreviewWords } from './PreviewWords.tsx';
import { preview } from './rehearsal.ts';
import { presetScores } from './sample-given.ts';
import { shown } from './say.ts';
import { answeredFor } from './ways.ts';

interface Props {
  play: Play;
  taskKey: string;
  task: CycleTask;
  onStep(step: ScenarioStep): void;
}

/** Figures for the form that records them: all measures go alike. */
function observationsFor({ facts, plan }: Play, goes: keyof typeof presetScores): JsonObject {
  const { start: periodStart, end: periodEnd } = plan.period;
  const value = presetScores[goes];
  return {
    observations: facts.measures.map(({ id: measureId }) => ({ measureId, periodStart, periodEnd, value })),
  };
}

const observationChoice = { field: 'figures', values: ['meets', 'below', 'exceeds'] };

function readJson(text: string): JsonObject | null {
  try {
    const parsed = jsonObjectSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

function answerFrom(play: Play, form: CycleTask['form'], picked: JsonObject): JsonObject {
  if (form !== 'observation') return fillForm(form, picked, play.facts.goals);
  const { figures } = picked;
  return observationsFor(play, figures === 'below' || figures === 'exceeds' ? figures : 'meets');
}

const labelOf = (field: string): string =>
  field.charAt(0).toUpperCase() + field.slice(1).replaceAll(/[-_]/g, ' ');

export function CompleteForm({ play, taskKey, task, onStep }: Props) {
  const { form } = task;
  const choices = form === 'observation' ? [observationChoice] : formChoices(form);
  const [picked, setPicked] = useState<JsonObject>({});
  const [typed, setTyped] = useState<string | null>(null);
  const filled = answerFrom(play, form, picked);
  const result = typed === null ? filled : readJson(typed);
  const step = result && { complete: taskKey, result };
  const pick = (field: string, values: readonly Json[], text: string | null) => {
    setPicked({ ...picked, [field]: values.find((value) => shown(value) === text) ?? null });
    setTyped(null);
  };
  return (
    <Stack gap={8} className={styles.answer}>
      {choices.map(({ field, values }) => (
        <Select
          key={field}
          size="xs"
          label={form === 'observation' ? t('Figures') : labelOf(field)}
          data={[...new Set(values.map(shown))]}
          value={shown(picked[field] ?? values[0])}
          allowDeselect={false}
          onChange={(text) => pick(field, values, text)}
        />
      ))}
      <details className={styles.more}>
        <summary>{t('The whole answer')}</summary>
        <JsonInput
          size="xs"
          aria-label={t('The whole answer as JSON')}
          autosize
          minRows={3}
          maxRows={12}
          value={typed ?? JSON.stringify(filled, null, 2)}
          onChange={setTyped}
          error={result ? undefined : t('This is not yet a JSON object.')}
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 12 } }}
        />
      </details>
      {result && (
        <Leads cycle={play.compiled.cycle} leads={answeredFor(play, taskKey, result)} waitsFor="answer" />
      )}
      <Group gap="xs" wrap="nowrap">
        <Button
          size="compact-sm"
          variant="light"
          leftSection={<IconCheck size={15} />}
          disabled={!step}
          onClick={() => step && onStep(step)}
        >
          {t('Complete')}
        </Button>
        {step && <PreviewWords cycle={play.compiled.cycle} preview={preview(play, step)} />}
      </Group>
    </Stack>
  );
}
