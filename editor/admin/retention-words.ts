// What is kept, in words, and how long one may choose.
import type { Retention } from '../app/api/wire.ts';
import { t } from '../language/index.ts';

export type RetentionKind = keyof Retention;

export const kindWords: Record<RetentionKind, { name: string; what: string }> = {
  notifications: { name: t('Notices'), what: t('what people were told on their screens') },
  deliveries: { name: t('Deliveries'), what: t('webhooks that were delivered or given up') },
  mails: { name: t('Mail'), what: t('what was sent, or not taken') },
  drafts: { name: t('Drafts of answers'), what: t('what was typed into tasks that are closed') },
  feed: { name: t('Live feed'), what: t('what screens follow, to catch up after a break') },
  audit: { name: t('Audit trail'), what: t('who did what; its beginning goes, what is left stays provable') },
};

/** `null` is for good. */
const choices: Record<RetentionKind, (number | null)[]> = {
  notifications: [null, 730, 365, 90, 30],
  deliveries: [null, 365, 180, 90, 30],
  mails: [null, 365, 90, 30],
  drafts: [null, 365, 90, 30],
  feed: [null, 365, 90, 30, 7],
  audit: [null, 3650, 1825, 1095, 365],
};

const lengthWords = (days: number): string =>
  days % 365 === 0
    ? t('{years, plural, one {# year} other {# years}}', { years: days / 365 })
    : t('{days} days', { days });

/** Also what was set otherwise, as by the API. */
export function choicesFor(kind: RetentionKind, now: number | null): { value: string; label: string }[] {
  const all = choices[kind].includes(now) ? choices[kind] : [...choices[kind], now];
  return all.map((days) => ({
    value: String(days),
    label: days === null ? t('for good') : lengthWords(days),
  }));
}

export const daysOf = (value: string | null): number | null =>
  value === null || value === 'null' ? null : Number(value);
