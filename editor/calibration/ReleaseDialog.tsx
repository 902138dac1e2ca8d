// Releasing many ratings at once: what is pending is said first, each may be left out, and each answers for itself.
import { Alert, Button, Checkbox, Group, List, Stack, Text, TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { newKey, post } from '../app/api/request.ts';
import type { CalibrationLine, ReleaseAnswer } from '../app/api/wire.ts';
import { Failure } from '../app/parts/Failure.tsx';
import { saidInWords } from '../app/words/due.ts';
import { retell, t } from '../language/index.ts';
import ratingClasses from '../ratings/ratings.module.css';
import { Dialog } from '../theme/Dialog.tsx';
import { nameOf } from './lines.ts';
import type { ReleaseState } from './release-state.ts';

/** Somebody may answer for several components, each with a rating of its own. */
const labelOf = (line: CalibrationLine): string =>
  line.owner ? `${nameOf(line)} · ${line.componentName}` : nameOf(line);

function Pending({ unrated, waiting, questioned }: ReleaseState) {
  if (unrated.length + waiting.length + questioned.length === 0) return null;
  return (
    <Alert
      color="yellow"
      icon={<IconAlertTriangle aria-hidden />}
      title={t('Some reviews are still pending')}
    >
      <List size="sm" spacing={4} listStyleType="none">
        {unrated.length > 0 && (
          <List.Item>{t('Not rated yet: {names}.', { names: unrated.map(labelOf).join(', ') })}</List.Item>
        )}
        {waiting.map(({ line, why }) => (
          <List.Item key={line.planId}>
            {labelOf(line)}: {saidInWords(why)}
          </List.Item>
        ))}
        {questioned.length > 0 && (
          <List.Item>
            {t('The checks still ask about: {names}.', { names: questioned.map(labelOf).join(', ') })}
          </List.Item>
        )}
      </List>
    </Alert>
  );
}

/** Ticking it says that one has looked. */
const lookAt = (asked: readonly string[] | undefined): string | undefined =>
  asked && `${asked.map((message) => retell(message)).join(' ')} ${t('Tick it once you have looked at it.')}`;

interface Answered {
  answer: ReleaseAnswer;
  names: ReadonlyMap<string, string>;
}

function Results({ answer, names }: Answered) {
  const { done, refused, items } = answer;
  return (
    <div role="status">
      <Text fw={600}>{t('{done} released, {refused} stayed as they were.', { done, refused })}</Text>
      <ul className={ratingClasses.items}>
        {items.map((item) => (
          <li key={item.planId}>
            <Text size="sm">
              {names.get(item.planId)}: {item.outcome === 'done' ? t('released') : saidInWords(item.reason)}
            </Text>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface Props {
  state: ReleaseState;
  onClose: () => void;
}

function useRelease() {
  const key = useRef(newKey());
  const client = useQueryClient();
  return useMutation({
    mutationFn: (wish: { planIds: string[]; confirmed: string[]; note?: string }) =>
      post<ReleaseAnswer>('/ratings/release', wish, key.current),
    onSuccess: () => {
      key.current = newKey();
      for (const name of ['launches', 'plans', 'tasks']) void client.invalidateQueries({ queryKey: [name] });
    },
  });
}

export function ReleaseDialog({ state, onClose }: Props) {
  // What was ready when it was opened: the list does not change under the answer.
  const [{ ready, questions }] = useState(state);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set(questions.keys()));
  const [note, setNote] = useState('');
  const release = useRelease();
  const chosen = ready.filter(({ planId }) => !left.has(planId)).map(({ planId }) => planId);
  const names = new Map(ready.map((line) => [line.planId, labelOf(line)]));
  const toggle = (planId: string) =>
    setLeft((before) => {
      const after = new Set(before);
      if (!after.delete(planId)) after.add(planId);
      return after;
    });
  const send = () =>
    release.mutate({
      planIds: chosen,
      confirmed: chosen.filter((planId) => questions.has(planId)),
      ...(note.trim() === '' ? {} : { note: note.trim() }),
    });
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('Release ratings')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('Close') }}
    >
      <Stack gap="md">
        {release.data ? (
          <Results answer={release.data} names={names} />
        ) : (
          <>
            <Pending {...state} />
            <Text size="sm">
              {t(
                'From then on each of them reads their rating with its reasons, and is asked to sign. It cannot be taken back.',
              )}
            </Text>
            <ul className={ratingClasses.items} aria-label={t('Ready for release')}>
              {ready.map((line) => (
                <li key={line.planId}>
                  <Checkbox
                    label={labelOf(line)}
                    description={lookAt(questions.get(line.planId))}
                    checked={!left.has(line.planId)}
                    onChange={() => toggle(line.planId)}
                  />
                </li>
              ))}
            </ul>
            <TextInput
              label={t('Note for the record')}
              description={t('Optional; it stands in the history of each plan')}
              maxLength={2000}
              value={note}
              onChange={(event) => setNote(event.currentTarget.value)}
            />
            {release.isError && <Failure error={release.error} />}
          </>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {release.data ? t('Close') : t('Cancel')}
          </Button>
          {!release.data && (
            <Button disabled={chosen.length === 0} loading={release.isPending} onClick={send}>
              {t('{count, plural, one {Release # rating} other {Release # ratings}}', {
                count: chosen.length,
              })}
            </Button>
          )}
        </Group>
      </Stack>
    </Dialog>
  );
}
