// The mail that tells what is due: the same in plain text and in HTML, each task a way to itself. It carries titles and
// names of components and nothing that anybody wrote.
import { html } from 'hono/html';
import { daysBetween, localDateOf } from '../../engine/index.ts';
import type { Every } from './digest-times.ts';
import { htmlMail, mailStyle } from './html-mail.ts';
import type { Mail } from './mailer.ts';
import { defaultTemplate } from './templates/default-templates.ts';
import { fillTemplate, linesOf, paragraphsOf, type Said } from './templates/fill-template.ts';
import type { MailTemplate } from './templates/mail-kinds.ts';
import { type DigestWords, type DueGroup, digestWords } from './words/digest-words.ts';
import { dayText, type MailLanguage } from './words/language.ts';

export interface DigestTask {
  id: string;
  title: string;
  componentName: string;
  dueAt: string;
  /** False: nobody has it, and whoever gets the mail may take it. */
  taken: boolean;
}
export interface DigestOf {
  id: string;
  to: string;
  name: string;
  every: Every;
  zone: string;
  language: MailLanguage;
  at: string;
  baseUrl: string;
  token: string;
  tasks: readonly DigestTask[];
}

interface Line {
  words: string;
  url: string;
  due: string;
}
interface Group {
  key: DueGroup;
  count: number;
  lines: Line[];
}

/** More are read by nobody in a mail; they are counted, and the inbox has them. */
const MOST_LINES = 100;

function dueWords(
  dueAt: string,
  { at, zone }: DigestOf,
  words: DigestWords,
): { group: DueGroup; due: string } {
  const day = localDateOf(dueAt, zone);
  const days = daysBetween(localDateOf(at, zone), day);
  if (dueAt < at) return { group: 'late', due: days < 0 ? words.daysLate(-days) : words.dueToday };
  if (days === 0) return { group: 'today', due: words.dueToday };
  return days === 1
    ? { group: 'tomorrow', due: words.dueTomorrow }
    : { group: 'soon', due: words.dueOn(day) };
}

export const taskUrl = (baseUrl: string, id: string): string =>
  `${baseUrl}/inbox?task=${encodeURIComponent(id)}`;

function toGroups(digest: DigestOf, words: DigestWords): Group[] {
  const lines = digest.tasks.map(({ id, title, componentName, dueAt, taken }) => {
    const { group, due } = dueWords(dueAt, digest, words);
    const parts = [title, componentName, ...(taken ? [] : [words.notTaken])];
    return { group, line: { words: parts.join(' · '), url: taskUrl(digest.baseUrl, id), due } };
  });
  let left = MOST_LINES;
  return (['late', 'today', 'tomorrow', 'soon'] as const).flatMap((key) => {
    const some = lines.filter(({ group }) => group === key).map(({ line }) => line);
    const said = some.slice(0, left);
    left -= said.length;
    return some.length > 0 ? [{ key, count: some.length, lines: said }] : [];
  });
}

const whyOf = ({ every, zone }: DigestOf, words: DigestWords): string =>
  words.why[every === 'weekly' ? 'weekly' : 'daily'](zone);

interface Content {
  said: Said;
  groups: readonly Group[];
  /** Due, and not among the lines. */
  more: number;
  stop: string;
}

const textOf = (digest: DigestOf, { said, groups, more, stop }: Content): string => {
  const words = digestWords[digest.language];
  return [
    ...[...linesOf(said.introduction), ''],
    ...groups.flatMap(({ key, count, lines }) => [
      `${words.groups[key]} (${count})`,
      ...lines.flatMap((line) => [`- ${line.words}, ${line.due}`, `  ${line.url}`]),
      '',
    ]),
    ...(more > 0 ? [words.more(more), ''] : []),
    ...(said.closing.length > 0 ? [...linesOf(said.closing), ''] : []),
    `${words.inbox}: ${digest.baseUrl}/inbox`,
    whyOf(digest, words),
    `${words.howOften}: ${digest.baseUrl}/settings?tab=me`,
    `${words.stop}: ${stop}`,
    '',
  ].join('\n');
};

const htmlOf = (digest: DigestOf, { said, groups, more, stop }: Content): Promise<string> => {
  const { baseUrl, language } = digest;
  const words = digestWords[language];
  return htmlMail(
    language,
    html`${paragraphsOf(said.introduction)}${groups.map(
      ({ key, count, lines }) => html`<h2 style="${mailStyle.heading}">${words.groups[key]} (${count})</h2>
<ul style="margin:0;padding-left:20px">
${lines.map(
  (line) =>
    html`<li style="margin-bottom:6px"><a href="${line.url}" style="${mailStyle.link}">${line.words}</a>, ${line.due}</li>
`,
)}</ul>
`,
    )}${
      more > 0
        ? html`<p>${words.more(more)}</p>
`
        : ''
    }${paragraphsOf(said.closing)}<p style="margin-top:24px"><a href="${baseUrl}/inbox" style="${mailStyle.link}">${words.openInbox}</a></p>
<p style="${mailStyle.small}">${whyOf(digest, words)}
<a href="${baseUrl}/settings?tab=me" style="${mailStyle.quiet}">${words.howOften}</a> · <a href="${stop}" style="${mailStyle.quiet}">${words.stop}</a></p>`,
  );
};

export const unsubscribeUrl = (baseUrl: string, token: string): string => `${baseUrl}/unsubscribe/${token}`;

/** Null: nothing is due, so there is nothing to say. */
export async function composeDigest(
  digest: DigestOf,
  template: MailTemplate = defaultTemplate('digest', digest.language),
): Promise<Mail | null> {
  if (digest.tasks.length === 0) return null;
  const { id, to, name, at, zone, language, baseUrl, token, tasks } = digest;
  const words = digestWords[language];
  const groups = toGroups(digest, words);
  const unsubscribe = unsubscribeUrl(baseUrl, token);
  const late = groups.find(({ key }) => key === 'late')?.count ?? 0;
  const more = tasks.length - groups.reduce((sum, { lines }) => sum + lines.length, 0);
  const said = fillTemplate<'digest'>(template, {
    ...{ name, summary: words.subject(tasks.length, late), day: dayText(localDateOf(at, zone), language) },
    ...{ tasks: String(tasks.length), late: String(late) },
  });
  const content = { said, groups, more, stop: unsubscribe };
  return {
    ...{ id, to, unsubscribe, subject: said.subject },
    text: textOf(digest, content),
    html: await htmlOf(digest, content),
  };
}
