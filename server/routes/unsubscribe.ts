// /unsubscribe/{token}: ends the mail that the token belongs to, without signing in. A mail program sends the POST by one
// click (RFC 8058); a person who follows the link sees a page with the same button, since looking must not change.
import { Hono } from 'hono';
import { html } from 'hono/html';
import type { Deps } from '../deps.ts';
import type { Env } from '../http/router.ts';
import { type MailLanguage, toLanguage } from '../mail/words/language.ts';
import { findDigest, findDigestByToken, switchDigestOff } from '../store/queries/digests.ts';
import { findReportMailByToken, removeReportMail } from '../store/queries/report-mails.ts';
import type { Db } from '../store/schema.ts';

interface Words {
  ask: string;
  askReport: string;
  about: string;
  aboutReport: string;
  stop: string;
  stopped: string;
  unknown: string;
  change: string;
  settings: string;
}
const words: Record<MailLanguage, Words> = {
  en: {
    ask: 'No more mail about what is due?',
    askReport: 'No more mail with this report?',
    about: 'Your tasks stay in your inbox. You can have the mail again in your settings.',
    aboutReport: 'The report stays where it is. You can have it by mail again on its page.',
    stop: 'Stop the mail',
    stopped: 'You get no more of this mail',
    unknown: 'This link is not known',
    change: 'What comes to you by mail stands in your settings.',
    settings: 'Your settings',
  },
  de: {
    ask: 'Keine Mails mehr über Fälliges?',
    askReport: 'Keine Mails mehr mit diesem Bericht?',
    about: 'Ihre Aufgaben bleiben im Eingang. In den Einstellungen können Sie die Mail wieder bestellen.',
    aboutReport: 'Der Bericht bleibt, wo er ist. Auf seiner Seite können Sie ihn wieder per Mail bestellen.',
    stop: 'Mail beenden',
    stopped: 'Diese Mail kommt nicht mehr',
    unknown: 'Dieser Link ist nicht bekannt',
    change: 'Was per Mail zu Ihnen kommt, steht in Ihren Einstellungen.',
    settings: 'Ihre Einstellungen',
  },
};

interface Known {
  kind: 'digest' | 'report';
  language: MailLanguage;
}

async function whose(db: Db, token: string): Promise<Known | null> {
  const digest = await findDigestByToken(db, token);
  if (digest) return { kind: 'digest', language: toLanguage(digest.language) };
  const report = await findReportMailByToken(db, token);
  if (!report) return null;
  const own = await findDigest(db, report.personId);
  return { kind: 'report', language: toLanguage(own?.language ?? 'en') };
}

/** Pressed again it is done already: null is a link that nobody ever got, or whose report was stopped. */
async function stop(db: Db, token: string): Promise<Known | null> {
  const known = await whose(db, token);
  if (known?.kind === 'digest') await switchDigestOff(db, token);
  const report = known?.kind === 'report' ? await findReportMailByToken(db, token) : null;
  if (report) await removeReportMail(db, report.id);
  return known;
}

const page = (language: MailLanguage, title: string, body: ReturnType<typeof html>) => html`<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${title} · Cyclewright</title></head>
<body style="max-width:36rem;margin:4rem auto;padding:0 1rem;font-family:Inter,Arial,sans-serif;line-height:1.5">
<h1 style="font-size:20px">${title}</h1>
${body}
</body>
</html>`;

const unknownPage = () =>
  page(
    'en',
    words.en.unknown,
    html`<p>${words.en.change} <a href="/settings?tab=me">${words.en.settings}</a></p>`,
  );

export const unsubscribe = ({ store }: Pick<Deps, 'store'>) =>
  new Hono<Env>()
    .get('/:token', async (c) => {
      const known = await store.read((db) => whose(db, c.req.param('token')));
      if (!known) return c.html(unknownPage(), 404);
      const say = words[known.language];
      const isReport = known.kind === 'report';
      return c.html(
        page(
          known.language,
          isReport ? say.askReport : say.ask,
          html`<p>${isReport ? say.aboutReport : say.about}</p>
<form method="post"><button type="submit" style="font:inherit;padding:8px 16px">${say.stop}</button></form>`,
        ),
      );
    })
    .post('/:token', async (c) => {
      const known = await store.commit((db) => stop(db, c.req.param('token')));
      if (!known) return c.html(unknownPage(), 404);
      const say = words[known.language];
      return c.html(
        page(known.language, say.stopped, html`<p><a href="/settings?tab=me">${say.settings}</a></p>`),
      );
    });
