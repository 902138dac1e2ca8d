// The words of mails that somebody has changed. What is not here is said as it was shipped.
import type { MailKind } from '../../mail/templates/mail-kinds.ts';
import type { MailLanguage } from '../../mail/words/language.ts';
import type { MailTemplateRow } from '../schema/admin.ts';
import type { Db } from '../schema.ts';

interface Which {
  kind: MailKind;
  language: MailLanguage;
}

export async function findMailTemplate(db: Db, { kind, language }: Which): Promise<MailTemplateRow | null> {
  const rows = db.selectFrom('mailTemplates').selectAll();
  return (await rows.where('kind', '=', kind).where('language', '=', language).executeTakeFirst()) ?? null;
}

export const listMailTemplates = (db: Db): Promise<MailTemplateRow[]> =>
  db.selectFrom('mailTemplates').selectAll().execute();

export async function saveMailTemplate(db: Db, row: MailTemplateRow): Promise<void> {
  await db
    .insertInto('mailTemplates')
    .values(row)
    .onConflict((conflict) => conflict.columns(['kind', 'language']).doUpdateSet(row))
    .execute();
}

export async function removeMailTemplate(db: Db, { kind, language }: Which): Promise<void> {
  await db.deleteFrom('mailTemplates').where('kind', '=', kind).where('language', '=', language).execute();
}
