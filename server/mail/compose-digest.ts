// The mail that tells what is due: the same in plain text and in HTML, each task a way to itself. It carries titles and
// names of components and nothing that anybody wrote.
import { html } from 'hono/html';
import { daysBetween, localDateOf } from '../../engine/index.ts';
import type { Every } from './digest-times.ts';
import type { Mail } from './mailer.ts';

export interface DigestTask {
  id: string;
  title: string;
  componentName: string;
  dueAt: string;
}
export interface DigestOf {
  id: string;
  to: string;
  name: string;
  every: Every;
  zone: string;
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
  name: string;
  lines: Line[];
}

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

function dueWords(dueAt: string, { at, zone }: DigestOf): { group: string; due: string } {
  const day = localDateOf(dueAt, zone);
  const days = daysBetween(localDateOf(at, zone), day);
  if (dueAt < at)
    return { group: 'Late', due: days < 0 ? plural(-days, 'day late', 'days late') : 'due today' };
  if (days === 0) return { group: 'Today', due: 'due today' };
  return days === 1
    ? { group: 'Tomorrow', due: 'due tomorrow' }
    : { group: 'This week', due: `due on ${day}` };
}

function toGroups(digest: DigestOf): Group[] {
  const lines = digest.tasks.map(({ id, title, componentName, dueAt }) => {
    const { group, due } = dueWords(dueAt, digest);
    const url = `${digest.baseUrl}/inbox?task=${encodeURIComponent(id)}`;
    return { group, line: { words: `${title} · ${componentName}`, url, due } };
  });
  return ['Late', 'Today', 'Tomorrow', 'This week'].flatMap((name) => {
    const some = lines.filter(({ group }) => group === name).map(({ line }) => line);
    return some.length > 0 ? [{ name, lines: some }] : [];
  });
}

const subjectOf = (groups: readonly Group[], count: number): string => {
  const late = groups.find(({ name }) => name === 'Late')?.lines.length ?? 0;
  return `${plural(count, 'task waits', 'tasks wait')} for you${late > 0 ? `, ${late} late` : ''}`;
};

const textOf = ({ name, every, zone, baseUrl }: DigestOf, groups: readonly Group[], stop: string): string =>
  [
    `Hello ${name},`,
    '',
    ...groups.flatMap((group) => [
      `${group.name} (${group.lines.length})`,
      ...group.lines.flatMap(({ words, due, url }) => [`- ${words}, ${due}`, `  ${url}`]),
      '',
    ]),
    `Your inbox: ${baseUrl}/inbox`,
    `You get this ${every === 'weekly' ? 'on Mondays' : 'on working days'} when something is due (${zone}).`,
    `How often: ${baseUrl}/settings?tab=me`,
    `No more of these: ${stop}`,
    '',
  ].join('\n');

async function htmlOf(digest: DigestOf, groups: readonly Group[], stop: string): Promise<string> {
  const { name, every, zone, baseUrl } = digest;
  const page = await html`<!doctype html>
<html lang="en">
<body style="margin:0;padding:24px;font-family:Inter,Arial,sans-serif;font-size:14px;line-height:1.5;color:#1e293b;background:#ffffff">
<p>Hello ${name},</p>
${groups.map(
  (group) => html`<h2 style="font-size:14px;margin:24px 0 8px">${group.name} (${group.lines.length})</h2>
<ul style="margin:0;padding-left:20px">
${group.lines.map(
  ({ words, due, url }) =>
    html`<li style="margin-bottom:6px"><a href="${url}" style="color:#4338ca">${words}</a>, ${due}</li>
`,
)}</ul>
`,
)}<p style="margin-top:24px"><a href="${baseUrl}/inbox" style="color:#4338ca">Open your inbox</a></p>
<p style="color:#64748b;font-size:12px">You get this ${every === 'weekly' ? 'on Mondays' : 'on working days'} when something is due (${zone}).
<a href="${baseUrl}/settings?tab=me" style="color:#64748b">How often</a> · <a href="${stop}" style="color:#64748b">No more of these</a></p>
</body>
</html>
`;
  return page.toString();
}

/** Null: nothing is due, so there is nothing to say. */
export async function composeDigest(digest: DigestOf): Promise<Mail | null> {
  if (digest.tasks.length === 0) return null;
  const groups = toGroups(digest);
  const unsubscribe = `${digest.baseUrl}/unsubscribe/${digest.token}`;
  return {
    id: digest.id,
    to: digest.to,
    subject: subjectOf(groups, digest.tasks.length),
    text: textOf(digest, groups, unsubscribe),
    html: await htmlOf(digest, groups, unsubscribe),
    unsubscribe,
  };
}
