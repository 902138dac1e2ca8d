// A template with its names filled in: a line for the subject, paragraphs for the rest. It is words alone: a tag that is
// typed is shown as it is typed.
import { html } from 'hono/html';
import type { MailKind, MailTemplate, Values } from './mail-kinds.ts';

export const placeholder = /\{\s*([^{}\s]+)\s*\}/g;

/** Filled once: what stands in a value is not looked at again. */
const fill = (text: string, values: ReadonlyMap<string, string>): string =>
  text.replaceAll(placeholder, (whole, name) => values.get(name) ?? whole);

export interface Said {
  subject: string;
  introduction: Words;
  closing: Words;
}
/** Paragraphs of lines. */
type Words = readonly (readonly string[])[];

const toWords = (text: string): Words =>
  text.trim() === ''
    ? []
    : text
        .trim()
        .split(/\n\s*\n/)
        .map((paragraph) => paragraph.split('\n'));

export function fillTemplate<Kind extends MailKind>(template: MailTemplate, values: Values<Kind>): Said {
  const known = new Map<string, string>(Object.entries(values));
  const { subject, introduction, closing } = template;
  return {
    subject: fill(subject, known).replaceAll(/\s+/g, ' ').trim(),
    introduction: toWords(fill(introduction, known)),
    closing: toWords(fill(closing, known)),
  };
}

export const linesOf = (words: Words): string[] =>
  words.flatMap((paragraph, index) => (index === 0 ? paragraph : ['', ...paragraph]));

export const paragraphsOf = (words: Words) =>
  words.map(
    (lines) => html`<p>${lines.map((line, index) => (index === 0 ? line : html`<br>${line}`))}</p>
`,
  );
