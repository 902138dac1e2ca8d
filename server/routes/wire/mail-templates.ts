// The words of mails on the wire.
import { z } from '@hono/zod-openapi';
import { mailKinds } from '../../mail/templates/mail-kinds.ts';
import { mailLanguages } from '../../mail/words/language.ts';
import { personRefSchema } from './common.ts';

const kind = z.enum(mailKinds);
const language = z.enum(mailLanguages);

export const mailParam = z.object({ kind, language });
const words = {
  subject: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .refine((text) => !/[\r\n]/.test(text), 'A subject is one line.'),
  introduction: z.string().max(4_000),
  closing: z.string().max(4_000),
};
export const mailTemplateWire = z.strictObject(words).openapi('MailTemplate');
export const knownMailTemplateWire = z
  .object({
    kind,
    language,
    ...words,
    /** What it says when nobody has changed it. */
    shipped: z.object(words),
    placeholders: z.array(z.string()),
    /** Null: it says what it was shipped with. */
    changedAt: z.string().nullable(),
    changedBy: personRefSchema.nullable(),
  })
  .openapi('KnownMailTemplate');
export const mailTemplatesWire = z
  .object({
    items: z.array(knownMailTemplateWire),
    /** Whether this server sends any mail. */
    sends: z.boolean(),
  })
  .openapi('MailTemplates');
export const mailTrialWire = z
  .strictObject({ ...words, about: z.enum(['sample', 'me']).default('sample') })
  .openapi('MailTrial');
export const mailPreviewWire = z
  .object({
    /** Null: the reader has nothing of that kind to be told. */
    mail: z.object({ subject: z.string(), text: z.string(), html: z.string() }).nullable(),
  })
  .openapi('MailPreview');
export const sentTrialWire = z.object({ to: z.string() }).openapi('SentTrial');
