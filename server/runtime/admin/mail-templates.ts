// The words of mails: read, tried out, changed and put back. What is shown is written by the code that writes what is sent.
import type { Actor } from '../../access/actor.ts';
import type { Deps } from '../../deps.ts';
import { readDigest } from '../../mail/digests.ts';
import type { Mail } from '../../mail/mailer.ts';
import { defaultTemplate } from '../../mail/templates/default-templates.ts';
import {
  everyMail,
  type MailKind,
  type MailTemplate,
  placeholders,
} from '../../mail/templates/mail-kinds.ts';
import { composeOwn } from '../../mail/templates/own-mails.ts';
import { readTemplate } from '../../mail/templates/read-template.ts';
import { composeSample } from '../../mail/templates/sample-mails.ts';
import type { MailLanguage } from '../../mail/words/language.ts';
import { ProblemError } from '../../problem.ts';
import {
  listMailTemplates,
  removeMailTemplate,
  saveMailTemplate,
} from '../../store/queries/mail-templates.ts';
import { insertMail } from '../../store/queries/mails.ts';
import { findPerson } from '../../store/queries/people.ts';
import { appendAudit, changeOf } from '../../store/queries/records.ts';
import type { MailTemplateRow } from '../../store/schema/admin.ts';
import type { Db } from '../../store/schema.ts';
import { checkTemplate } from './check-mail-template.ts';

export interface Which {
  kind: MailKind;
  language: MailLanguage;
}
export interface Trial extends Which {
  template: MailTemplate;
  /** About made-up work, or about the reader's own. */
  about: 'sample' | 'me';
}

/** Nothing but its words, whatever else a row or a body has. */
const wordsOf = ({ subject, introduction, closing }: MailTemplate): MailTemplate => ({
  subject,
  introduction,
  closing,
});

function present(which: Which, row: MailTemplateRow | undefined) {
  const shipped = defaultTemplate(which.kind, which.language);
  return {
    ...which,
    ...(row ? wordsOf(row) : shipped),
    shipped,
    placeholders: [...placeholders[which.kind]],
    changedAt: row?.changedAt ?? null,
    changedBy: row?.changedBy ?? null,
  };
}
export type KnownTemplate = ReturnType<typeof present>;

export async function readTemplates(db: Db): Promise<KnownTemplate[]> {
  const rows = await listMailTemplates(db);
  return everyMail.map(({ kind, language }) =>
    present(
      { kind, language },
      rows.find((row) => row.kind === kind && row.language === language),
    ),
  );
}

function requireSound(kind: MailKind, template: MailTemplate): void {
  const errors = checkTemplate(kind, template);
  if (errors.length > 0)
    throw new ProblemError(
      'invalid',
      'The words have placeholders that this mail does not know; nothing was changed.',
      {
        errors,
      },
    );
}

const resourceOf = ({ kind, language }: Which): string => `mail-template/${kind}.${language}`;

/** @throws ProblemError invalid when a placeholder is not one. */
export async function changeTemplate(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  actor: Actor,
  { template, ...which }: Which & { template: MailTemplate },
): Promise<void> {
  requireSound(which.kind, template);
  await store.commit(async (db) => {
    const before = await readTemplate(db, which.kind, which.language);
    const after = wordsOf(template);
    const detail = changeOf(before, after);
    if (JSON.stringify(before) === JSON.stringify(after)) return;
    const at = clock.now();
    await saveMailTemplate(db, { ...which, ...after, changedAt: at, changedBy: actor.id });
    await appendAudit(db, {
      ...{ at, actor: actor.id, action: 'mail-template.change', resource: resourceOf(which), detail },
    });
  });
}

/** The words that it was shipped with. Done again it changes nothing. */
export async function resetTemplate(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  actor: Actor,
  which: Which,
): Promise<void> {
  await store.commit(async (db) => {
    const before = await readTemplate(db, which.kind, which.language);
    await removeMailTemplate(db, which);
    const detail = changeOf(before, defaultTemplate(which.kind, which.language));
    if (Object.keys(detail.before ?? {}).length === 0) return;
    await appendAudit(db, {
      ...{ at: clock.now(), actor: actor.id, action: 'mail-template.reset', resource: resourceOf(which) },
      detail,
    });
  });
}

/** In a preview the links that end a mail lead nowhere: a picture of it may be passed on. */
const NOWHERE = 'preview';

/** Null: the reader has nothing of that kind to be told. @throws ProblemError invalid. */
export async function previewMail(
  deps: Pick<Deps, 'cycles' | 'clock' | 'calendars'>,
  db: Db,
  {
    trial,
    actor,
    baseUrl,
    id,
    token = NOWHERE,
  }: {
    trial: Trial;
    actor: Actor;
    baseUrl: string;
    id: string;
    token?: string;
  },
): Promise<Mail | null> {
  const { kind, language, template, about } = trial;
  requireSound(kind, template);
  const at = deps.clock.now();
  const person = await findPerson(db, actor.id);
  const { zone } = await readDigest(db, actor.id, at);
  const given = {
    ...{ id, to: person?.email ?? '', name: person?.name ?? actor.name },
    ...{ language, zone, at, baseUrl, token },
  };
  if (about === 'sample') return composeSample(kind, given, template);
  if (!person)
    throw new ProblemError('invalid', 'A token has no work of its own. Look at the sample instead.');
  return composeOwn(deps, db, { kind, person, given, template });
}

/** Puts it with the mail that waits, so that it goes the way of all mail. @throws ProblemError. */
export async function sendTrial(
  deps: Pick<Deps, 'store' | 'clock' | 'cycles' | 'calendars' | 'ids' | 'site'>,
  actor: Actor,
  { trial, baseUrl }: { trial: Trial; baseUrl: string },
): Promise<{ to: string }> {
  if (deps.site.sendsMail !== true)
    throw new ProblemError(
      'conflict',
      'This server sends no mail. Start it with --mail-url and --base-url, then send the test again.',
    );
  return deps.store.commit(async (db) => {
    const at = deps.clock.now();
    const person = await findPerson(db, actor.id);
    if (!person)
      throw new ProblemError('invalid', 'A token has no mailbox. Sign in as a person to get a test.');
    const { token } = await readDigest(db, person.id, at);
    const mail = await previewMail(deps, db, { trial, actor, baseUrl, id: deps.ids.next('mail'), token });
    if (!mail)
      throw new ProblemError(
        'conflict',
        'Nothing of yours is due, so there is no such mail. Send the sample instead.',
      );
    const waiting = { state: 'waiting', attempts: 0, nextAt: at, createdAt: at };
    await insertMail(db, { id: mail.id, personId: person.id, mail: JSON.stringify(mail), ...waiting });
    await appendAudit(db, {
      ...{ at, actor: actor.id, action: 'mail-template.test', resource: resourceOf(trial) },
      detail: { to: person.email, about: trial.about },
    });
    return { to: person.email };
  });
}
