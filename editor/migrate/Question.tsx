// A decision that a plan needs: one of the choices, for all plans or for this one alone.
import { Checkbox, Group, NativeSelect, Text } from '@mantine/core';
import { useState } from 'react';
import type { Json, MigrationMapping } from '../../engine/index.ts';
import type { MigratedPlan } from '../app/api/wire.ts';
import { listText, retell, t } from '../language/index.ts';
import { pointerForPlan, valueAt, withAnswer } from './edit-mapping.ts';
import classes from './migrate.module.css';

export interface Deciding {
  mapping: MigrationMapping;
  onMapping: (mapping: MigrationMapping) => void;
  /** What stages and tasks of the new version are called, by id. */
  names: Readonly<Record<string, string>>;
}

interface Props {
  planId: string;
  question: MigratedPlan['questions'][number];
  deciding: Deciding | null;
}

function choiceWords(choice: Json, names: Deciding['names']): string {
  if (choice === null) return t('Cancel it');
  if (Array.isArray(choice)) return listText(choice.map((id) => names[String(id)] ?? String(id)));
  return typeof choice === 'string' ? (names[choice] ?? choice) : JSON.stringify(choice);
}

const undecided = '';

export function Question({ planId, question, deciding }: Props) {
  const { pointer, choices } = question;
  const message = retell(question.message);
  const own = pointerForPlan(planId, pointer);
  const said = deciding && valueAt(deciding.mapping, own);
  const [alone, setAlone] = useState(said !== undefined && said !== null);
  if (!deciding) return <Text size="sm">{message}</Text>;
  const at = alone ? own : pointer;
  const value = valueAt(deciding.mapping, at);
  const decide = (text: string) =>
    deciding.onMapping(withAnswer(deciding.mapping, at, text === undecided ? undefined : JSON.parse(text)));
  const switchScope = (next: boolean) => {
    setAlone(next);
    const kept = withAnswer(deciding.mapping, at, undefined);
    deciding.onMapping(value === undefined ? kept : withAnswer(kept, next ? own : pointer, value));
  };
  return (
    <div className={classes.question}>
      <Text size="sm" mb={6}>
        {message}
      </Text>
      <Group gap="sm">
        <NativeSelect
          size="xs"
          aria-label={t('Decision: {message}', { message })}
          value={value === undefined ? undecided : JSON.stringify(value)}
          onChange={(event) => decide(event.currentTarget.value)}
          data={[
            { value: undecided, label: t('Not decided: it stays') },
            ...choices.map((choice) => ({
              value: JSON.stringify(choice),
              label: choiceWords(choice, deciding.names),
            })),
          ]}
        />
        <Checkbox
          size="xs"
          label={t('For this plan only')}
          checked={alone}
          onChange={(event) => switchScope(event.currentTarget.checked)}
        />
      </Group>
    </div>
  );
}
