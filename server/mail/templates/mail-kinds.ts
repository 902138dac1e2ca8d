// The mails whose words an administrator may change, and the names that stand in them for what differs from mail to mail.
import { type MailLanguage, mailLanguages } from '../words/language.ts';

export const mailKinds = ['digest', 'closing', 'report', 'report-ended'] as const;
export type MailKind = (typeof mailKinds)[number];

/** As the trail calls them. */
export const mailNames: Readonly<Record<MailKind, string>> = {
  digest: 'What is due',
  closing: 'Taken away within a day',
  report: 'Report each Monday',
  'report-ended': 'A report that has ended',
};

export interface MailTemplate {
  subject: string;
  /** Before what the mail tells. */
  introduction: string;
  /** After it, before the links that every mail has. */
  closing: string;
}

export const placeholders = {
  digest: ['name', 'summary', 'tasks', 'late', 'day'],
  closing: ['name', 'summary', 'tasks'],
  report: ['name', 'report', 'narrowed', 'asOf'],
  'report-ended': ['name', 'report'],
} as const satisfies Record<MailKind, readonly string[]>;

export type Values<Kind extends MailKind> = Record<(typeof placeholders)[Kind][number], string>;

/** Each mail once in each language. */
export const everyMail: readonly { kind: MailKind; language: MailLanguage }[] = mailKinds.flatMap((kind) =>
  mailLanguages.map((language) => ({ kind, language })),
);
