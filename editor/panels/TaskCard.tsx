// One task of a stage: what it asks, of whom, until when, and what happens when it is late.
import { ActionIcon, Group, Stack, TagsInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { builtInForms, type CycleTask, type StageId, type TaskKey } from '../../engine/index.ts';
import type { Applied } from '../document/command.ts';
import { pointer } from '../document/pointer.ts';
import { readSpanWords } from '../document/read-span-words.ts';
import { patched } from '../document/stage-tree.ts';
import { spanWords } from '../document/words.ts';
import { FormSection } from '../forms/FormSection.tsx';
import { t, tAs } from '../language/index.ts';
import { Hint } from '../theme/Hint.tsx';
import { AssigneeField } from './AssigneeField.tsx';
import { ChoiceField } from './ChoiceField.tsx';
import { Escalations } from './Escalations.tsx';
import { useEditing } from './editing.ts';
import { problemsWithin } from './field-problems.ts';
import { PlaceProblems } from './PlaceProblems.tsx';
import styles from './panels.module.css';
import { RatersFields } from './RatersFields.tsx';
import { SpanField } from './SpanField.tsx';
import { TaskRules } from './TaskRules.tsx';
import { TextField } from './TextField.tsx';
import { formWords } from './task-presets.ts';
import { WholeNumberField } from './WholeNumberField.tsx';

interface Props {
  stage: StageId;
  taskKey: TaskKey;
  task: CycleTask;
  /** JSON Pointer of the task. */
  place: string;
}

const custom = 'custom';
const formOptions = [
  ...builtInForms.map((form) => ({ value: form, label: formWords[form] })),
  { value: custom, label: t('A form of its own') },
];

const isBuiltIn = (form: string | null): form is (typeof builtInForms)[number] =>
  builtInForms.some((each) => each === form);

export function TaskCard({ stage, taskKey, task, place }: Props) {
  const { run, readOnly } = useEditing();
  const set = (patch: Partial<CycleTask>, burst?: string): Applied =>
    run({ type: 'set-task', stage, key: taskKey, task: patched(task, patch) }, burst);
  const at = (field: string) => place + pointer(field);
  const form = typeof task.form === 'string' ? task.form : custom;
  return (
    <Stack
      gap="xs"
      className={styles.card}
      role="group"
      aria-label={t('Task {title}', { title: task.title })}
    >
      <PlaceProblems place={place} />
      <Group gap="xs" align="flex-end" wrap="nowrap">
        <div style={{ flex: 1 }}>
          <TextField
            label={t('Task')}
            place={at('title')}
            value={task.title}
            apply={(title, burst) => set({ title }, burst)}
          />
        </div>
        {!readOnly && (
          <Hint label={t('Remove this task')}>
            <ActionIcon
              size={36}
              aria-label={t('Remove task {title}', { title: task.title })}
              onClick={() => run({ type: 'remove-task', stage, key: taskKey })}
            >
              <IconTrash size={16} />
            </ActionIcon>
          </Hint>
        )}
      </Group>
      <AssigneeField
        label={t('Who does it')}
        place={at('assignee')}
        value={task.assignee}
        apply={(assignee, burst) => set({ assignee }, burst)}
      />
      <ChoiceField
        label={t('Form')}
        place={at('form')}
        value={form}
        options={formOptions}
        onPick={(picked) => set({ form: isBuiltIn(picked) ? picked : { type: 'object', properties: {} } })}
      />
      {typeof task.form !== 'string' && (
        <FormSection
          title={task.title}
          place={at('form')}
          form={task.form}
          apply={(schema, burst) => set({ form: schema }, burst)}
        />
      )}
      <SpanField
        label={tAs('a time', 'Due after')}
        place={at('due')}
        value={task.due ?? ''}
        since={t('after the stage begins')}
        apply={(due, burst) => set({ due: due.trim() || undefined }, burst)}
      />
      {task.due !== undefined && <Lateness task={task} at={at} set={set} />}
      <Completion task={task} at={at} set={set} />
      <RatersFields
        place={at('raters')}
        raters={task.raters}
        apply={(raters, burst) => set({ raters }, burst)}
      />
      <TaskRules task={task} at={at} set={set} />
      <TextField
        label={t('Key')}
        place={at('key')}
        value={taskKey}
        mono
        hint={t("Names the task's events")}
        apply={(to, burst) =>
          to === taskKey ? null : run({ type: 'rename-task', stage, key: taskKey, to }, burst)
        }
      />
      <TextField
        label={t('What to do')}
        place={at('description')}
        value={task.description ?? ''}
        lines={2}
        apply={(description, burst) => set({ description: description || undefined }, burst)}
      />
    </Stack>
  );
}

interface PartProps {
  task: CycleTask;
  at(field: string): string;
  set(patch: Partial<CycleTask>, burst?: string): Applied;
}

function Lateness({ task, at, set }: PartProps) {
  const { problems, readOnly } = useEditing();
  const wrong = problemsWithin(problems, at('remind')).map(({ message }) => message);
  return (
    <>
      <TagsInput
        size="sm"
        label={t('Remind')}
        description={t('Such as “2 days before” or “1 working day after”; press Enter after each')}
        data-pointer={at('remind')}
        value={(task.remind ?? []).map((span) => spanWords(span) ?? span)}
        readOnly={readOnly}
        maxTags={10}
        error={wrong.length > 0 ? wrong.join(' ') : null}
        onChange={(typed) => {
          const remind = typed.map((text) => readSpanWords(text) ?? text);
          set({ remind: remind.length > 0 ? remind : undefined });
        }}
      />
      <Escalations
        place={at('escalate')}
        steps={task.escalate ?? []}
        apply={(escalate, burst) => set({ escalate: escalate.length > 0 ? escalate : undefined }, burst)}
      />
    </>
  );
}

function Completion({ task, at, set }: PartProps) {
  const rule = task.complete ?? 'all';
  const isCount = typeof rule === 'number';
  const pick = (picked: string | null) => {
    if (picked === 'some') set({ complete: 2 });
    else set({ complete: picked === 'any' ? 'any' : undefined });
  };
  return (
    <>
      <ChoiceField
        label={t('Done when')}
        place={at('complete')}
        value={isCount ? 'some' : rule}
        options={[
          { value: 'all', label: t('everybody asked has answered') },
          { value: 'any', label: t('one of them has answered') },
          { value: 'some', label: t('so many have answered…') },
        ]}
        onPick={pick}
      />
      {isCount && (
        <WholeNumberField
          label={t('How many')}
          place={at('complete')}
          value={rule}
          most={1000}
          required
          apply={(complete, burst) => set({ complete }, burst)}
        />
      )}
    </>
  );
}
