// The words that a mail is written with now.
import { findMailTemplate } from '../../store/queries/mail-templates.ts';
import type { Db } from '../../store/schema.ts';
import type { MailLanguage } from '../words/language.ts';
import { defaultTemplate } from './default-templates.ts';
import type { MailKind, MailTemplate } from './mail-kinds.ts';

export async function readTemplate(db: Db, kind: MailKind, language: MailLanguage): Promise<MailTemplate> {
  const changed = await findMailTemplate(db, { kind, language });
  if (!changed) return defaultTemplate(kind, language);
  const { subject, introduction, closing } = changed;
  return { subject, introduction, closing };
}
