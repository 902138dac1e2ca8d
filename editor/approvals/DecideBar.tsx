// Who asked for what, and what can be done about it: approve or return what others ask for, withdraw one's own.
import { Button, Group, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { post } from '../app/api/request.ts';
import type { PublishRequest, PublishRequestDetail } from '../app/api/wire.ts';
import { TimeText } from '../app/parts/TimeText.tsx';
import { told, toldFailure } from '../app/parts/told.ts';
import { useMay, useMe } from '../app/parts/use-permissions.ts';
import { t } from '../language/index.ts';
import { tx } from '../language/say-elements.ts';
import classes from './approvals.module.css';
import { ReturnDialog } from './ReturnDialog.tsx';

/** What became of it; null while it waits. */
function decidedWords({ state, decidedByName, reason, version }: PublishRequest): string | null {
  switch (state) {
    case 'waiting':
      return null;
    case 'approved':
      return t('{name} approved it; it is version {version}.', {
        name: decidedByName ?? '',
        version: version ?? '',
      });
    case 'returned':
      return t('{name} returned it: {reason}', { name: decidedByName ?? '', reason: reason ?? '' });
    case 'withdrawn':
      return reason ? t('It was withdrawn. {reason}', { reason }) : t('It was withdrawn.');
    default:
      return state satisfies never;
  }
}

function useDeciding({ id, hash, against }: PublishRequestDetail) {
  const client = useQueryClient();
  const at = `/publish-requests/${encodeURIComponent(id)}`;
  const onSuccess = async (request: PublishRequest) => {
    told(decidedWords(request) ?? '');
    await client.invalidateQueries({ queryKey: ['publish-requests'] });
    await client.invalidateQueries({
      queryKey: ['cycles'],
      predicate: ({ queryKey }) => queryKey[1] !== 'draft',
    });
  };
  const onError = async (error: unknown) => {
    toldFailure(error);
    await client.invalidateQueries({ queryKey: ['publish-requests'] });
  };
  const approve = useMutation({
    mutationFn: () => post<PublishRequest>(`${at}/approve`, { hash, against }),
    onSuccess,
    onError,
  });
  const withdraw = useMutation({
    mutationFn: () => post<PublishRequest>(`${at}/withdraw`),
    onSuccess,
    onError,
  });
  const giveBack = useMutation({
    mutationFn: (reason: string) => post<PublishRequest>(`${at}/return`, { reason }),
    onSuccess,
    onError,
  });
  return { approve, withdraw, giveBack };
}

export function DecideBar({ request }: { request: PublishRequestDetail }) {
  const me = useMe().id;
  const may = useMay();
  const [returning, dialog] = useDisclosure(false);
  const { approve, withdraw, giveBack } = useDeciding(request);
  const isOwn = request.requestedBy === me;
  const isOpen = request.state === 'waiting';
  const time = <TimeText at={request.requestedAt} />;
  return (
    <div className={classes.bar}>
      <div className={classes.words}>
        <Title order={1} size="h4">
          {t('A new version of “{name}”', { name: request.name })}
        </Title>
        <Text size="sm">{request.note}</Text>
        <Text size="xs" c="var(--cw-muted)">
          {isOwn
            ? tx('You asked {time}.', { time })
            : tx('{name} asked {time}.', { name: request.requestedByName, time })}{' '}
          {decidedWords(request) ??
            (isOwn
              ? t('Somebody else has to approve it.')
              : t('Exactly what is shown here is published when you approve it.'))}
        </Text>
      </div>
      {isOpen && isOwn && (
        <Button variant="default" loading={withdraw.isPending} onClick={() => withdraw.mutate()}>
          {t('Withdraw')}
        </Button>
      )}
      {isOpen && !isOwn && may('cycles.approve') && (
        <Group gap="xs">
          <Button variant="default" onClick={dialog.open}>
            {t('Return…')}
          </Button>
          <Button loading={approve.isPending} onClick={() => approve.mutate()}>
            {t('Approve and publish')}
          </Button>
        </Group>
      )}
      {returning && (
        <ReturnDialog
          requestId={request.id}
          name={request.requestedByName}
          busy={giveBack.isPending}
          onReturn={(reason, taken) => giveBack.mutate(reason, { onSuccess: taken, onSettled: dialog.close })}
          onClose={dialog.close}
        />
      )}
    </div>
  );
}
