// The reports that come to the person by mail, each with its end.
import { ActionIcon, Group, Stack, Text, Title } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { cyclesQuery } from '../app/api/cycle-queries.ts';
import { reportMailsQuery } from '../app/api/report-mail-queries.ts';
import { ask } from '../app/api/request.ts';
import type { ReportMail } from '../app/api/wire.ts';
import { AnchorLink } from '../app/parts/links.tsx';
import { toldFailure } from '../app/parts/told.ts';
import { exactly } from '../app/words/due.ts';
import { t } from '../language/index.ts';
import { questionOf, tabOf } from '../reports/questions.ts';
import { toReportSearch } from '../reports/report-mails.ts';
import classes from './settings.module.css';

function Line({ mail }: { mail: ReportMail }) {
  const client = useQueryClient();
  const cycles = useQuery(cyclesQuery).data ?? [];
  const stop = useMutation({
    mutationFn: () => ask(`/api/v1/report-mails/${encodeURIComponent(mail.id)}`, { method: 'DELETE' }),
    onSuccess: () => client.invalidateQueries({ queryKey: reportMailsQuery.queryKey }),
    onError: toldFailure,
  });
  const { cycleId, under, from, to } = mail.filter;
  const question = questionOf(mail.board);
  const narrowed = [
    cycleId && (cycles.find(({ id }) => id === cycleId)?.name ?? cycleId),
    (under || from || to) && t('narrowed'),
  ].filter(Boolean);
  return (
    <Group justify="space-between" wrap="nowrap" gap="sm" component="li">
      <div>
        <AnchorLink to="/reports" search={{ tab: tabOf(mail.board), ...toReportSearch(mail) }} size="sm">
          {question}
        </AnchorLink>
        <Text size="xs" c="var(--cw-muted)">
          {[...narrowed, t('next at {time}', { time: exactly(mail.nextAt) })].join(' · ')}
        </Text>
      </div>
      <ActionIcon
        variant="subtle"
        aria-label={t('Stop the mail with {question}', { question })}
        loading={stop.isPending}
        onClick={() => stop.mutate()}
      >
        <IconX size={16} aria-hidden />
      </ActionIcon>
    </Group>
  );
}

export function ReportMails() {
  const mails = useQuery(reportMailsQuery).data;
  if (!mails || (mails.items.length === 0 && !mails.sends)) return null;
  return (
    <section className={classes.card} aria-labelledby="report-mails">
      <Title order={2} id="report-mails" mb="sm">
        {t('Reports by mail')}
      </Title>
      {mails.items.length === 0 ? (
        <Text size="sm" c="var(--cw-muted)">
          {t('None yet. Each report has “Weekly by mail” under it.')}
        </Text>
      ) : (
        <Stack gap="sm" component="ul" p={0} m={0}>
          {mails.items.map((mail) => (
            <Line key={mail.id} mail={mail} />
          ))}
        </Stack>
      )}
    </section>
  );
}
