// What the mails say until somebody has changed it.
import type { MailLanguage } from '../words/language.ts';
import type { MailKind, MailTemplate } from './mail-kinds.ts';

const en: Record<MailKind, MailTemplate> = {
  digest: { subject: '{summary}', introduction: 'Hello {name},', closing: '' },
  closing: {
    subject: '{summary}',
    introduction: 'Hello {name},\n\nThe cycle goes on by itself then, with what it has by that time:',
    closing: '',
  },
  report: { subject: '{report}', introduction: 'Hello {name},', closing: '' },
  'report-ended': {
    subject: 'No more mail: {report}',
    introduction:
      'Hello {name},\n\nYou may no longer read this report, so its weekly mail has ended. Ask an administrator if you need it.',
    closing: '',
  },
};

const de: Record<MailKind, MailTemplate> = {
  digest: { subject: '{summary}', introduction: 'Guten Tag {name},', closing: '' },
  closing: {
    subject: '{summary}',
    introduction:
      'Guten Tag {name},\n\nDer Zyklus geht dann von selbst weiter, mit dem, was bis dahin da ist:',
    closing: '',
  },
  report: { subject: '{report}', introduction: 'Guten Tag {name},', closing: '' },
  'report-ended': {
    subject: 'Keine Mails mehr: {report}',
    introduction:
      'Guten Tag {name},\n\nSie dürfen diesen Bericht nicht mehr lesen, deshalb kommt er nicht mehr per Mail. Wenn Sie ihn brauchen, fragen Sie jemanden aus der Administration.',
    closing: '',
  },
};

const templates: Record<MailLanguage, Record<MailKind, MailTemplate>> = { en, de };

export const defaultTemplate = (kind: MailKind, language: MailLanguage): MailTemplate =>
  templates[language][kind];
