// The mail that tells of tasks which the cycle takes away soon, in text and in HTML.
import { html } from 'hono/html';
import { taskUrl, unsubscribeUrl } from './compose-digest.ts';
import { htmlMail, mailStyle } from './html-mail.ts';
import type { Mail } from './mailer.ts';
import { defaultTemplate } from './templates/default-templates.ts';
import { fillTemplate, linesOf, paragraphsOf } from './templates/fill-template.ts';
import type { MailTemplate } from './templates/mail-kinds.ts';
import { digestWords } from './words/digest-words.ts';
import { instantText, type MailLanguage } from './words/language.ts';

export interface ClosingOf {
  id: string;
  to: string;
  name: string;
  language: MailLanguage;
  zone: string;
  baseUrl: string;
  token: string;
  tasks: readonly { taskId: string; title: string; componentName: string; closesAt: string }[];
}

export async function composeClosing(
  closing: ClosingOf,
  template: MailTemplate = defaultTemplate('closing', closing.language),
): Promise<Mail> {
  const { id, to, name, language, zone, baseUrl, token, tasks } = closing;
  const words = digestWords[language];
  const unsubscribe = unsubscribeUrl(baseUrl, token);
  const lines = tasks.map(({ taskId, title, componentName, closesAt }) => ({
    words: `${title} · ${componentName}`,
    until: words.closing.closes(instantText(closesAt, zone, language)),
    url: taskUrl(baseUrl, taskId),
  }));
  const said = fillTemplate<'closing'>(template, {
    ...{ name, summary: words.closing.subject(tasks.length), tasks: String(tasks.length) },
  });
  return {
    ...{ id, to, unsubscribe, subject: said.subject },
    text: [
      ...linesOf(said.introduction),
      ...lines.flatMap((line) => [`- ${line.words}, ${line.until}`, `  ${line.url}`]),
      ...(said.closing.length > 0 ? ['', ...linesOf(said.closing)] : []),
      ...['', words.closing.why, `${words.stop}: ${unsubscribe}`, ''],
    ].join('\n'),
    html: await htmlMail(
      language,
      html`${paragraphsOf(said.introduction)}<ul style="margin:0;padding-left:20px">
${lines.map(
  (line) =>
    html`<li style="margin-bottom:6px"><a href="${line.url}" style="${mailStyle.link}">${line.words}</a>, ${line.until}</li>
`,
)}</ul>
${paragraphsOf(said.closing)}<p style="${mailStyle.small}">${words.closing.why}
<a href="${unsubscribe}" style="${mailStyle.quiet}">${words.stop}</a></p>`,
    ),
  };
}
