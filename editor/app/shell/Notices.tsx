// What the person was told: the newest first, each a way to the plan or the request that it is about, unread ones marked in
// words too.
import { ActionIcon, Box, Button, Group, Indicator, Popover, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBell } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Feature } from '../../../server/access/feature-names.ts';
import { t } from '../../language/index.ts';
import { post } from '../api/request.ts';
import { noticesQuery } from '../api/session-queries.ts';
import type { Notice } from '../api/wire.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { PlainLink } from '../parts/links.tsx';
import { TimeText } from '../parts/TimeText.tsx';
import { toldFailure } from '../parts/told.ts';
import { useUses } from '../parts/use-permissions.ts';
import { saidInWords } from '../words/due.ts';
import classes from './shell.module.css';

const isUnread = (notice: Notice): boolean => notice.readAt === null;

/** Where a notice leads that the organisation may do without. */
const partAt = new Map<string | null, Feature>([
  ['calibrations', 'calibration-sessions'],
  ['recognition', 'recognition'],
]);

function useIsOff({ place }: Notice): boolean {
  const uses = useUses();
  const part = partAt.get(place);
  return part !== undefined && !uses(part);
}

function NoticeText({ notice, isOff }: { notice: Notice; isOff: boolean }) {
  return (
    <>
      <Text span display="block" size="sm" fw={isUnread(notice) ? 600 : 400}>
        {saidInWords(notice.message)}
      </Text>
      <Text span display="block" size="xs" c="var(--cw-muted)">
        {isUnread(notice) ? `${t('New')} · ` : ''}
        <TimeText at={notice.at} />
        {isOff && ` · ${t('Your organisation does without this part now')}`}
      </Text>
    </>
  );
}

function NoticeLine({ notice, onChosen }: { notice: Notice; onChosen: () => void }) {
  const { planId, publishRequest } = notice;
  const isOff = useIsOff(notice);
  const words = <NoticeText notice={notice} isOff={isOff} />;
  if (isOff) return <Box className={classes.notice}>{words}</Box>;
  if (publishRequest !== null)
    return (
      <PlainLink
        to="/cycles/$cycleId/approval"
        params={{ cycleId: publishRequest.cycleId }}
        search={{ request: publishRequest.id }}
        className={classes.notice}
        onClick={onChosen}
      >
        {words}
      </PlainLink>
    );
  if (notice.place === 'calibrations')
    return (
      <PlainLink to="/calibrations" className={classes.notice} onClick={onChosen}>
        {words}
      </PlainLink>
    );
  if (notice.place === 'incidents')
    return (
      <PlainLink
        to="/automations"
        search={{ tab: 'incidents' }}
        className={classes.notice}
        onClick={onChosen}
      >
        {words}
      </PlainLink>
    );
  if (notice.place !== null)
    return (
      <PlainLink
        to="/feedback"
        search={notice.place === 'feedback' ? {} : { tab: notice.place }}
        className={classes.notice}
        onClick={onChosen}
      >
        {words}
      </PlainLink>
    );
  if (planId === null) return <Box className={classes.notice}>{words}</Box>;
  return (
    <PlainLink to="/plans/$planId" params={{ planId }} className={classes.notice} onClick={onChosen}>
      {words}
    </PlainLink>
  );
}

function NoticeList({ notices, onChosen }: { notices: Notice[]; onChosen: () => void }) {
  const client = useQueryClient();
  const reading = useMutation({
    mutationFn: () => post('/notifications/read'),
    onSuccess: () => client.invalidateQueries({ queryKey: ['notifications'] }),
    onError: toldFailure,
  });
  if (notices.length === 0)
    return (
      <Text size="sm" c="var(--cw-muted)" p="md">
        {t('Nothing yet. When a plan has something to tell you, it stands here.')}
      </Text>
    );
  return (
    <Stack gap={0}>
      <Group justify="space-between" px="md" py={8}>
        <Text size="sm" fw={600}>
          {t('Notices')}
        </Text>
        {notices.some(isUnread) && (
          <Button
            size="compact-xs"
            variant="subtle"
            loading={reading.isPending}
            onClick={() => reading.mutate()}
          >
            {t('Mark all as read')}
          </Button>
        )}
      </Group>
      <Box mah={420} style={{ overflowY: 'auto' }}>
        {notices.slice(0, 50).map((notice) => (
          <NoticeLine key={notice.id} notice={notice} onChosen={onChosen} />
        ))}
      </Box>
    </Stack>
  );
}

export function Notices() {
  const notices = useQuery(noticesQuery);
  const [opened, { close, toggle }] = useDisclosure(false);
  const unread = notices.data?.filter(isUnread).length ?? 0;
  const label = unread === 0 ? t('Notices') : t('Notices, {unread} new', { unread });
  return (
    <Popover
      opened={opened}
      onChange={(open) => !open && close()}
      position="bottom-end"
      width={340}
      trapFocus
    >
      <Indicator disabled={unread === 0} size={8} offset={6}>
        <Popover.Target>
          <ActionIcon size="lg" aria-label={label} onClick={toggle}>
            <IconBell size={18} stroke={1.75} aria-hidden />
          </ActionIcon>
        </Popover.Target>
      </Indicator>
      <Popover.Dropdown p={0} aria-label={t('Notices')}>
        <Loaded query={notices} lines={3}>
          {(items) => <NoticeList notices={items} onChosen={close} />}
        </Loaded>
      </Popover.Dropdown>
    </Popover>
  );
}
