// One step of a scenario as a form: what happens, with what, whether the plan refuses it, and where it then is.
import { ActionIcon, Checkbox, Group, Select, Stack } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import { jsonObjectSchema, type ScenarioStep } from '../../../engine/index.ts';
import type { Applied } from '../../document/command.ts';
import { spanWords } from '../../document/words.ts';
import { t } from '../../language/index.ts';
import { NumberField } from '../../theme/NumberField.tsx';
import { ScenarioAnswer } from '../answers/ScenarioAnswer.tsx';
import { DraftField } from '../DraftField.tsx';
import styles from '../rehearse.module.css';
import {
  asKind,
  formOf,
  kindOf,
  kindWords,
  moveStep,
  namesIn,
  removeStep,
  setStep,
  stepKinds,
} from './edit-scenario.ts';
import { asJson, readJson, type ScenarioEditing } from './scenario-editing.ts';
import { ThenFields } from './ThenFields.tsx';

interface Props {
  editing: ScenarioEditing;
  step: ScenarioStep;
  number: number;
  failing: string | null;
}

const kindOptions = stepKinds.map((value) => ({ value, label: kindWords[value] }));
const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

interface AnswerProps {
  editing: ScenarioEditing;
  step: ScenarioStep;
  place: string;
  put(step: ScenarioStep, burst?: string): Applied;
}

/** Of a task that is there no more only the text of its answer is. */
function Answer({ editing: { cycle, scenario, disabled }, step, place, put }: AnswerProps) {
  const form = formOf(cycle, step.complete);
  if (form === null)
    return (
      <DraftField
        label={t('Answer (JSON)')}
        place={`${place}/result`}
        value={asJson(step.result)}
        lines={2}
        mono
        disabled={disabled}
        apply={(text, burst) => readJson(text, jsonObjectSchema, (result) => put({ ...step, result }, burst))}
      />
    );
  return (
    <ScenarioAnswer
      key={step.complete}
      form={form}
      given={scenario.given ?? {}}
      place={`${place}/result`}
      answer={step.result}
      refused={step.refused ?? false}
      disabled={disabled}
      apply={(result, burst) => put({ ...step, result }, burst)}
    />
  );
}

function What({ editing, step, number }: Omit<Props, 'failing'>) {
  const { cycle, scenario, index, set, disabled } = editing;
  const at = number - 1;
  const place = `/scenarios/${index}/when/${at}`;
  const put = (next: ScenarioStep, burst?: string) => set(setStep(scenario, at, next), burst);
  const names = namesIn(cycle);
  switch (kindOf(step)) {
    case 'wait':
      return (
        <DraftField
          label={t('How long, or until when')}
          place={`${place}/wait`}
          value={step.wait ?? ''}
          hint={spanWords(step.wait ?? '') ?? t('Such as P3M, 10bd, 2026-04-05')}
          disabled={disabled}
          apply={(wait, burst) => put({ ...step, wait }, burst)}
        />
      );
    case 'event':
      return (
        <>
          <DraftField
            label={t('Event')}
            place={`${place}/event`}
            value={step.event ?? ''}
            suggestions={names.events}
            disabled={disabled}
            apply={(event, burst) => put({ ...step, event }, burst)}
          />
          <DraftField
            label={t('With data (JSON)')}
            place={`${place}/data`}
            value={asJson(step.data)}
            lines={2}
            mono
            disabled={disabled}
            apply={(text, burst) => readJson(text, jsonObjectSchema, (data) => put({ ...step, data }, burst))}
          />
        </>
      );
    case 'complete':
      return (
        <>
          <Select
            size="xs"
            label={t('Task')}
            data={names.tasks}
            value={step.complete ?? null}
            searchable
            allowDeselect={false}
            disabled={disabled}
            onChange={(complete) => complete && put({ ...step, complete, result: undefined })}
          />
          <Answer {...{ editing, step, place, put }} />
        </>
      );
    case 'observe':
      return (
        <Group gap={6} grow>
          <DraftField
            label={t('Measure')}
            place={`${place}/observe`}
            value={step.observe ?? ''}
            suggestions={(scenario.given?.measures ?? []).map(({ id }) => id)}
            disabled={disabled}
            apply={(observe, burst) => put({ ...step, observe }, burst)}
          />
          <NumberField
            size="xs"
            label={t('Value')}
            value={typeof step.value === 'number' ? step.value : ''}
            disabled={disabled || isObject(step.value)}
            onChange={(value) => typeof value === 'number' && put({ ...step, value }, `${place}/value`)}
          />
        </Group>
      );
  }
}

export function StepFields(props: Props) {
  const { editing, step, number, failing } = props;
  const { cycle, scenario, index, set, disabled } = editing;
  const at = number - 1;
  const last = (scenario.when ?? []).length - 1;
  return (
    <li
      className={styles.way}
      data-failing={failing !== null || undefined}
      aria-label={t('Step {number}', { number })}
    >
      <Group gap={6} wrap="nowrap">
        <span className={styles.number}>{number}</span>
        <Select
          size="xs"
          flex={1}
          aria-label={t('What happens in step {number}', { number })}
          data={kindOptions}
          value={kindOf(step)}
          allowDeselect={false}
          disabled={disabled}
          onChange={(value) => {
            const kind = stepKinds.find((each) => each === value);
            if (kind) set(setStep(scenario, at, asKind(step, kind, cycle, scenario)));
          }}
        />
        <ActionIcon
          aria-label={t('Move step {number} up', { number })}
          disabled={disabled || at === 0}
          onClick={() => set(moveStep(scenario, at, -1))}
        >
          <IconArrowUp size={15} />
        </ActionIcon>
        <ActionIcon
          aria-label={t('Move step {number} down', { number })}
          disabled={disabled || at === last}
          onClick={() => set(moveStep(scenario, at, 1))}
        >
          <IconArrowDown size={15} />
        </ActionIcon>
        <ActionIcon
          aria-label={t('Remove step {number}', { number })}
          disabled={disabled}
          onClick={() => set(removeStep(scenario, at))}
        >
          <IconTrash size={15} />
        </ActionIcon>
      </Group>
      {failing !== null && <p className={styles.failing}>{failing}</p>}
      <Stack gap={6}>
        <What {...props} />
        <Checkbox
          size="xs"
          label={t('The plan refuses it')}
          checked={step.refused ?? false}
          disabled={disabled}
          onChange={({ currentTarget: { checked } }) =>
            set(setStep(scenario, at, { ...step, refused: checked || undefined }))
          }
        />
        {!step.refused && (
          <ThenFields
            {...editing}
            place={`/scenarios/${index}/when/${at}/then`}
            then={step.then}
            onThen={(then, burst) => set(setStep(scenario, at, { ...step, then }), burst)}
          />
        )}
      </Stack>
    </li>
  );
}
