// How mail leaves the server: over SMTP, or as files in a folder for a demonstration and for tests. The only importer of
// nodemailer.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createTransport } from 'nodemailer';

export interface Mail {
  /** The same for every try, so that a mail server may know it again. */
  id: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  /** Where one click ends this mail (RFC 8058). */
  unsubscribe: string;
}
export interface Mailer {
  /** @throws when the mail was not taken; it may be tried again. */
  send(mail: Mail): Promise<void>;
}

const toMessage = ({ id, unsubscribe, ...mail }: Mail, from: string) => ({
  ...mail,
  from,
  messageId: `<${id}@cyclewright>`,
  headers: {
    'List-Unsubscribe': `<${unsubscribe}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    'Auto-Submitted': 'auto-generated',
  },
});

function makeFolder(folder: string, from: string): Mailer {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
  return {
    async send(mail) {
      const { message } = await transport.sendMail(toMessage(mail, from));
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, `${mail.id}.eml`), message);
    },
  };
}

/** `url` is smtp://…, smtps://… or file:///folder. */
export function makeMailer(url: string, from: string): Mailer {
  if (url.startsWith('file:')) return makeFolder(fileURLToPath(url), from);
  const transport = createTransport(url);
  return {
    async send(mail) {
      await transport.sendMail(toMessage(mail, from));
    },
  };
}
