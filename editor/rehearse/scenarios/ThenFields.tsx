// What should be so, after a step or in the end: the stage as a field, everything else that a scenario can say as JSON.
import { MultiSelect, Select, Stack } from '@mantine/core';
import { outcomeSchema, type Then, thenSchema } from '../../../engine/index.ts';
import type { Applied } from '../../document/command.ts';
import { t } from '../../language/index.ts';
import { outcomeStyle } from '../../theme/theme.ts';
import { DraftField } from '../DraftField.tsx';
import styles from '../rehearse.module.css';
import { namesIn, setStages, stagesOf, without } from './edit-scenario.ts';
import { asJson, readJson, type ScenarioEditing } from './scenario-editing.ts';

interface Props extends ScenarioEditing {
  place: string;
  then: Then | undefined;
  /** At the end there is more to say than after a step. */
  isEnd?: boolean;
  onThen(then: Then | undefined, burst?: string): Applied;
}

const orNothing = (then: Then): Then | undefined => (Object.keys(then).length > 0 ? then : undefined);

const outcomeOptions = outcomeSchema.options.map((value) => ({ value, label: outcomeStyle[value].words }));

export function ThenFields({ cycle, place, then, isEnd = false, onThen, disabled }: Props) {
  const { stage: _, ...rest } = then ?? {};
  return (
    <Stack gap={6}>
      <MultiSelect
        size="xs"
        label={isEnd ? t('In the end the plan is in') : t('Then the plan is in')}
        placeholder={stagesOf(then).length > 0 ? '' : t('Any stage')}
        data={namesIn(cycle).stages}
        value={stagesOf(then)}
        searchable
        disabled={disabled}
        onChange={(stages) => onThen(setStages(then, stages))}
      />
      {isEnd && (
        <Select
          size="xs"
          label={t('With the outcome')}
          placeholder={t('Any outcome')}
          clearable
          data={outcomeOptions}
          value={then?.outcome ?? null}
          disabled={disabled}
          onChange={(value) =>
            onThen(orNothing(without({ ...then, outcome: outcomeSchema.safeParse(value).data })))
          }
        />
      )}
      <details className={styles.more}>
        <summary>
          {Object.keys(rest).length > 0
            ? t('And more: {keys}', { keys: Object.keys(rest).join(', ') })
            : t('And more')}
        </summary>
        <DraftField
          label={t('Tasks, timers, variables, score, effects (JSON)')}
          place={place}
          value={asJson(orNothing(rest))}
          lines={3}
          mono
          disabled={disabled}
          apply={(text, burst) =>
            readJson(text, thenSchema, (read) =>
              onThen(
                orNothing(without({ ...read, ...(then?.stage === undefined ? {} : { stage: then.stage }) })),
                burst,
              ),
            )
          }
        />
      </details>
    </Stack>
  );
}
