// The words of mails: read, tried out, kept.
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { ask, get, post } from '../../app/api/request.ts';
import type { KnownMailTemplate, MailPreview, MailTemplates } from '../../app/api/wire.ts';
import type { KnownTemplate, Words } from './mail-words.ts';

type Which = Pick<KnownTemplate, 'kind' | 'language'>;
export interface Trial {
  which: Which;
  words: Words;
  about: 'sample' | 'me';
}

const pathOf = ({ kind, language }: Which): string => `/mail-templates/${kind}/${language}`;

export const mailTemplatesQuery = queryOptions({
  queryKey: ['mail-templates'],
  queryFn: ({ signal }) => get<MailTemplates>('/mail-templates', {}, signal),
});
/** As it is typed; the one before stands until the next is there. */
export const mailPreviewQuery = ({ which, words, about }: Trial) =>
  queryOptions({
    queryKey: ['mail-templates', 'preview', which, words, about],
    queryFn: () => post<MailPreview>(`${pathOf(which)}/preview`, { ...words, about }),
    placeholderData: keepPreviousData,
    retry: false,
    staleTime: 60_000,
  });
export const saveTemplate = async (which: Which, words: Words) =>
  (await ask<KnownMailTemplate>(`/api/v1${pathOf(which)}`, { method: 'PUT', body: words })).body;
export const resetTemplate = async (which: Which) =>
  (await ask<KnownMailTemplate>(`/api/v1${pathOf(which)}`, { method: 'DELETE' })).body;
export const sendTest = ({ which, words, about }: Trial) =>
  post<{ to: string }>(`${pathOf(which)}/test`, { ...words, about });
