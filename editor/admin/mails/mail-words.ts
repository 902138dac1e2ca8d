// What the mails are called, when each goes, and what the names in braces stand for.
import type { MailTemplates } from '../../app/api/wire.ts';
import { t } from '../../language/index.ts';

export type KnownTemplate = MailTemplates['items'][number];
export type MailKind = KnownTemplate['kind'];

export const kindWords: Record<MailKind, { name: string; when: string }> = {
  digest: { name: t('What is due'), when: t('as often as its reader wants, when something is due') },
  closing: {
    name: t('Taken away within a day'),
    when: t('at once, when the cycle takes a task away within a day'),
  },
  report: { name: t('Report each Monday'), when: t('on Mondays, to whoever asked for it') },
  'report-ended': {
    name: t('A report that has ended'),
    when: t('once, to whoever may no longer read the report'),
  },
};

const means: Record<string, string> = {
  name: t('who gets the mail'),
  summary: t('what it is about, such as “3 tasks wait for you, 1 late”'),
  tasks: t('how many tasks'),
  late: t('how many of them are late'),
  day: t('the day on which it is written'),
  report: t('the question of the report'),
  narrowed: t('what the report is narrowed to'),
  asOf: t('when its figures were read'),
};
export const meaningOf = (placeholder: string): string => means[placeholder] ?? '';

export interface Words {
  subject: string;
  introduction: string;
  closing: string;
}
const fields = ['subject', 'introduction', 'closing'] as const;

export const wordsOf = ({ subject, introduction, closing }: Words): Words => ({
  subject,
  introduction,
  closing,
});
export const differ = (a: Words, b: Words): boolean => fields.some((field) => a[field] !== b[field]);

/** The text with a placeholder where the cursor stands, over what is marked, and where the cursor stands then. */
export function insertAt(
  text: string,
  placeholder: string,
  { from, to }: { from: number; to: number },
): { text: string; cursor: number } {
  const put = `{${placeholder}}`;
  return { text: text.slice(0, from) + put + text.slice(to), cursor: from + put.length };
}
