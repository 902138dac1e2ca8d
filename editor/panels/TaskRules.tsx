// What a task says beside its form: who reads what was typed and given, how long it takes, and what a form of one's own,
// or a calibration, is for.
import { Switch } from '@mantine/core';
import { builtInForms, type CycleTask, purposes } from '../../engine/index.ts';
import type { Applied } from '../document/command.ts';
import { t } from '../language/index.ts';
import { ChoiceField } from './ChoiceField.tsx';
import { DistributionFields } from './DistributionFields.tsx';
import { useEditing } from './editing.ts';
import { Fold } from './Fold.tsx';
import { formWords } from './task-presets.ts';
import { WholeNumberField } from './WholeNumberField.tsx';

interface Props {
  task: CycleTask;
  at(field: string): string;
  set(patch: Partial<CycleTask>, burst?: string): Applied;
}

const purposeOptions = [
  ...builtInForms.map((form) => ({ value: form, label: formWords[form] })),
  { value: 'release', label: t('Release what was judged') },
  { value: 'dispute', label: t('Dispute') },
  { value: 'appeal', label: t('Decide on a dispute') },
];

const flags = [
  { field: 'passDrafts', label: t('Who takes it over reads what was typed before') },
  { field: 'private', label: t('Only those who work in the plan read what is given') },
  { field: 'sealed', label: t('Others see what is given when the stage is left') },
] as const;

export function TaskRules({ task, at, set }: Props) {
  const { readOnly } = useEditing();
  const isSet = flags.some(({ field }) => task[field]) || task.minutes !== undefined;
  return (
    <>
      <Fold
        title={t('Who reads it, and how long it takes')}
        places={[...flags.map(({ field }) => at(field)), at('minutes')]}
        open={isSet}
      >
        {flags.map(({ field, label }) => (
          <Switch
            key={field}
            size="sm"
            label={label}
            data-pointer={at(field)}
            disabled={readOnly}
            checked={task[field] ?? false}
            onChange={(event) => set({ [field]: event.currentTarget.checked || undefined })}
          />
        ))}
        <WholeNumberField
          label={t('Minutes that it takes')}
          place={at('minutes')}
          value={task.minutes}
          most={10_000}
          hint={t('To foresee how much comes to one manager')}
          apply={(minutes, burst) => set({ minutes }, burst)}
        />
      </Fold>
      {typeof task.form !== 'string' && (
        <ChoiceField
          label={t('What the form is for')}
          place={at('purpose')}
          value={task.purpose ?? null}
          options={purposeOptions}
          onPick={(picked) => set({ purpose: purposes.find((purpose) => purpose === picked) })}
          clearable
          hint={t('So that the checks and the reports know it')}
        />
      )}
      {(task.form === 'calibration' || task.distribution !== undefined) && (
        <DistributionFields
          place={at('distribution')}
          distribution={task.distribution}
          apply={(distribution, burst) => set({ distribution }, burst)}
        />
      )}
    </>
  );
}
