// The decision on one rating: it stays, or it becomes another; either way with the reason that stands beside it.
import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { Outcome } from '../../engine/index.ts';
import { post } from '../app/api/request.ts';
import { Failure } from '../app/parts/Failure.tsx';
import { told } from '../app/parts/told.ts';
import { Choice } from '../inbox/forms/Choice.tsx';
import { OutcomePicker } from '../inbox/forms/OutcomePicker.tsx';
import { Words } from '../inbox/forms/Words.tsx';
import { savedWords } from '../inbox/saved-words.ts';
import { useLocalDraft } from '../inbox/use-local-draft.ts';
import { t } from '../language/index.ts';
import type { LineProps } from './line-props.ts';
import { nameOf } from './lines.ts';

interface Decision {
  decision: 'kept' | 'changed' | null;
  /** Of the results, and of the methods; null: it stays. */
  outcome: Outcome | null;
  methods: Outcome | null;
  reason: string;
}

type Asked = Pick<LineProps, 'line'> & Decision;

function whatIsMissing({ line, decision, outcome, methods, reason }: Asked): string | null {
  if (!decision) return t('Choose whether the outcome stays.');
  if (decision === 'changed' && !outcome && !methods) return t('Choose the outcome that it should be.');
  const { now, methodsNow } = line;
  if (decision === 'changed' && (outcome ?? now) === now && (methods ?? methodsNow) === methodsNow)
    return t('It is so already: keep it, or choose another.');
  return reason.trim() === '' ? t('Give the reason: it stands beside the outcome for good.') : null;
}

function whyNot({ task, rated }: LineProps['line']): string {
  if (task) return t('Another than who rated decides on this rating.');
  return rated
    ? t('There is nothing to decide: the plan has gone on.')
    : t('It is decided once it is rated.');
}

const begin = (): Decision => ({ decision: null, outcome: null, methods: null, reason: '' });

function Deciding({ taskId, line, next, left, onGo }: LineProps & { taskId: string }) {
  const { draft, change, saved, send } = useLocalDraft<Decision>(`calibration.${taskId}`, begin);
  const [isSent, setSent] = useState(false);
  const client = useQueryClient();
  const { decision, outcome, methods, reason } = draft;
  const changed = decision === 'changed';
  const decide = useMutation({
    mutationFn: () => {
      const result = {
        decision,
        ...(changed && outcome ? { outcome } : {}),
        ...(changed && methods ? { methods } : {}),
        reason: reason.trim(),
      };
      return send((key) => post(`/tasks/${encodeURIComponent(taskId)}/complete`, { result }, key));
    },
    onSuccess: async () => {
      const after = next
        ? t('Next: {name} ({left} left).', { name: nameOf(next), left: left - 1 })
        : t('That was the last that you decide here.');
      told(after, changed ? t('Outcome changed') : t('Outcome kept'));
      await client.invalidateQueries({ queryKey: ['launches', 'calibration'] });
      await client.invalidateQueries({ queryKey: ['tasks'] });
      onGo(next?.planId);
    },
  });
  const missing = whatIsMissing({ line, ...draft });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSent(true);
    if (missing === null && !decide.isPending) decide.mutate();
  };
  return (
    <form onSubmit={submit} noValidate aria-label={t('Decision')}>
      <Stack gap="md">
        <Choice
          label={t('Beside the others and by its evidence, is the rating right?')}
          value={decision}
          onChange={(value) => change({ decision: value })}
          options={[
            { value: 'kept', label: t('Keep it') },
            { value: 'changed', label: t('Change it') },
          ]}
        />
        {changed && (
          <OutcomePicker
            label={t('It should be')}
            value={outcome ?? line.now}
            onChange={(value) => change({ outcome: value })}
          />
        )}
        {changed && line.methodsNow && (
          <OutcomePicker
            label={t('The methods should be')}
            value={methods ?? line.methodsNow}
            onChange={(value) => change({ methods: value })}
          />
        )}
        <Words label={t('Reason')} value={reason} onChange={(value) => change({ reason: value })} />
        {isSent && missing && (
          <Text role="alert" size="sm" c="var(--cw-danger)">
            {missing}
          </Text>
        )}
        {decide.isError && <Failure error={decide.error} />}
        <Group justify="flex-end">
          <Text size="xs" c="var(--cw-muted)" aria-live="polite" style={{ flex: '1 1 180px' }}>
            {savedWords(saved)}
          </Text>
          <Button type="submit" loading={decide.isPending}>
            {changed ? t('Change outcome') : t('Keep outcome')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

export function DecideForm(props: LineProps) {
  const { task } = props.line;
  if (task?.mayDecide) return <Deciding key={task.id} taskId={task.id} {...props} />;
  return (
    <Text size="sm" c="var(--cw-muted)">
      {whyNot(props.line)}
    </Text>
  );
}
