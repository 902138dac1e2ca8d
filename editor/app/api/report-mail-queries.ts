// The reports that come to the person by mail.
import { queryOptions } from '@tanstack/react-query';
import { get } from './request.ts';
import type { ReportMails } from './wire.ts';

export const reportMailsQuery = queryOptions({
  queryKey: ['report-mails'],
  queryFn: () => get<ReportMails>('/report-mails'),
});
