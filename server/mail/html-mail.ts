// The frame of every mail as HTML. Values put in are escaped by the tag.
import { html } from 'hono/html';
import type { MailLanguage } from './words/language.ts';

type Html = ReturnType<typeof html>;

/** Colours and spaces stand on the elements: mail programs drop style sheets. */
export const mailStyle = {
  heading: 'font-size:14px;margin:24px 0 8px',
  link: 'color:#4338ca',
  quiet: 'color:#64748b',
  small: 'color:#64748b;font-size:12px',
} as const;

export async function htmlMail(language: MailLanguage, body: Html): Promise<string> {
  const page = await html`<!doctype html>
<html lang="${language}">
<body style="margin:0;padding:24px;font-family:Inter,Arial,sans-serif;font-size:14px;line-height:1.5;color:#1e293b;background:#ffffff">
${body}
</body>
</html>
`;
  return page.toString();
}
