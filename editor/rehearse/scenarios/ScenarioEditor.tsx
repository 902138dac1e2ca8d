// A scenario as a form: what it is about, what is given, what happens, and what should be so in the end; or as JSON.
import { Button, Group, SegmentedControl, Stack } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { type Given, scenarioSchema } from '../../../engine/index.ts';
import { t } from '../../language/index.ts';
import { DraftField } from '../DraftField.tsx';
import styles from '../rehearse.module.css';
import { Facts } from '../step/Facts.tsx';
import { addStep, without } from './edit-scenario.ts';
import { StepFields } from './StepFields.tsx';
import { asJson, readJson, type ScenarioEditing } from './scenario-editing.ts';
import type { ScenarioLine } from './scenario-results.ts';
import { ThenFields } from './ThenFields.tsx';

interface Props {
  editing: ScenarioEditing;
  line: ScenarioLine;
}

const failingAt = ({ failing }: ScenarioLine, step: number | null): string | null =>
  failing
    .filter((one) => one.step === step)
    .map(({ message }) => message)
    .join(' ') || null;

export function ScenarioEditor({ editing, line }: Props) {
  const [view, setView] = useState('form');
  return (
    <Stack gap="sm" className={styles.editorBody}>
      <SegmentedControl
        size="xs"
        value={view}
        onChange={setView}
        aria-label={t('How the scenario is shown')}
        data={[
          { value: 'form', label: t('Form') },
          { value: 'json', label: t('JSON') },
        ]}
      />
      {view === 'form' ? <Form editing={editing} line={line} /> : <AsJson editing={editing} />}
    </Stack>
  );
}

function AsJson({ editing: { scenario, index, set, disabled } }: Pick<Props, 'editing'>) {
  return (
    <DraftField
      label={t('The scenario as JSON')}
      place={`/scenarios/${index}`}
      value={asJson(scenario)}
      lines={12}
      mono
      disabled={disabled}
      apply={(text, burst) =>
        readJson(text, scenarioSchema, (read) =>
          read ? set(read, burst) : { kind: 'refused', reason: t('To be rid of it, delete the scenario.') },
        )
      }
    />
  );
}

function Form({ editing, line }: Props) {
  const { scenario, index, set, disabled, cycle } = editing;
  const place = `/scenarios/${index}`;
  const atEnd = failingAt(line, null);
  const give = (given: Given, burst?: string) => set({ ...scenario, given }, burst);
  return (
    <>
      <DraftField
        label={t('Name')}
        place={`${place}/name`}
        value={scenario.name}
        disabled={disabled}
        apply={(name, burst) => set({ ...scenario, name }, burst)}
      />
      <DraftField
        label={t('What it is about')}
        place={`${place}/description`}
        value={scenario.description ?? ''}
        lines={2}
        disabled={disabled}
        apply={(text, burst) => set(without({ ...scenario, description: text || undefined }), burst)}
      />
      <details className={styles.more}>
        <summary>{t('Given')}</summary>
        <Facts
          given={scenario.given ?? {}}
          variables={cycle.variables ?? {}}
          onGive={give}
          disabled={disabled}
        />
      </details>
      <ol className={styles.steps} aria-label={t('Steps')}>
        {(scenario.when ?? []).map((step, at) => (
          <StepFields
            // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place in the list.
            key={at}
            editing={editing}
            step={step}
            number={at + 1}
            failing={failingAt(line, at)}
          />
        ))}
      </ol>
      <Group>
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconPlus size={14} />}
          disabled={disabled}
          onClick={() => set(addStep(scenario))}
        >
          {t('Add a step')}
        </Button>
      </Group>
      <div className={styles.way} data-failing={atEnd !== null || undefined}>
        {atEnd !== null && <p className={styles.failing}>{atEnd}</p>}
        <ThenFields
          {...editing}
          isEnd
          place={`${place}/then`}
          then={scenario.then}
          onThen={(then, burst) => set(without({ ...scenario, then }), burst)}
        />
      </div>
    </>
  );
}
