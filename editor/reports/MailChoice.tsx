// Whether a report comes by mail each Monday, narrowed as it is now.
import { Anchor, Group } from '@mantine/core';
import { IconMail, IconMailOff } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { BoardFilter } from '../app/api/board-queries.ts';
import { reportMailsQuery } from '../app/api/report-mail-queries.ts';
import { ask, post } from '../app/api/request.ts';
import type { ReportMail } from '../app/api/wire.ts';
import { told, toldFailure } from '../app/parts/told.ts';
import { useUses } from '../app/parts/use-permissions.ts';
import { exactly } from '../app/words/due.ts';
import { t } from '../language/index.ts';
import { isSameReport, toReportFilter } from './report-mails.ts';

interface Props {
  board: ReportMail['board'];
  question: string;
  filter: BoardFilter;
}

export function MailChoice({ board, question, filter }: Props) {
  const client = useQueryClient();
  const isUsed = useUses()('report-mails');
  const mails = useQuery({ ...reportMailsQuery, enabled: isUsed }).data;
  const wanted = { board, filter: toReportFilter(filter) };
  const known = mails?.items.find((mail) => isSameReport(mail, wanted));
  const change = useMutation({
    mutationFn: async () => {
      if (known) await ask(`/api/v1/report-mails/${encodeURIComponent(known.id)}`, { method: 'DELETE' });
      return known ? null : post<ReportMail>('/report-mails', wanted);
    },
    onSuccess: async (mail) => {
      await client.invalidateQueries({ queryKey: reportMailsQuery.queryKey });
      told(
        mail
          ? t('It comes to you each Monday, next at {time}.', { time: exactly(mail.nextAt) })
          : t('It comes by mail no more.'),
        question,
      );
    },
    onError: toldFailure,
  });
  if (!isUsed || !mails?.sends) return null;
  const Icon = known ? IconMailOff : IconMail;
  return (
    <Anchor
      component="button"
      type="button"
      size="xs"
      onClick={() => change.mutate()}
      disabled={change.isPending}
    >
      <Group gap={4} component="span" display="inline-flex">
        <Icon size={14} aria-hidden />
        {known ? t('Stop the weekly mail') : t('Weekly by mail')}
      </Group>
    </Anchor>
  );
}
