// Writes the digests and reports that are due and tells of hard deadlines; sends the mail that waits, again after a while
// when it is not taken.
import type { Deps } from '../deps.ts';
import { makeLoop } from '../runtime/loop.ts';
import { nextDigest } from '../store/queries/digests.ts';
import { nextMail, settleMail } from '../store/queries/mails.ts';
import { nextReportMail } from '../store/queries/report-mails.ts';
import type { MailRow } from '../store/schema/inbox.ts';
import { enrol, writeNextDigest } from './digests.ts';
import { tellNextDeadlines } from './hard-deadlines.ts';
import type { Mailer } from './mailer.ts';
import { writeNextReport } from './report-mails.ts';

type Ports = Pick<Deps, 'store' | 'clock' | 'log' | 'cycles' | 'calendars'>;

const LONGEST_WAIT = 60_000;
const MINUTE = 60_000;
/** After the last of them a digest is too old to be worth sending. */
const RETRY_AFTER = [MINUTE, 10 * MINUTE, 60 * MINUTE, 240 * MINUTE];

async function sendOne({ store, clock, log }: Ports, mailer: Mailer, row: MailRow): Promise<void> {
  const attempts = row.attempts + 1;
  try {
    await mailer.send(JSON.parse(row.mail));
    await store.commit((db) => settleMail(db, row.id, { state: 'sent', attempts }));
  } catch (error) {
    const wait = RETRY_AFTER[row.attempts];
    log.warn({ err: error, mail: row.id, attempts }, 'a mail was not taken');
    const nextAt = new Date(Date.parse(clock.now()) + (wait ?? 0)).toISOString();
    const next = wait === undefined ? { state: 'failed', attempts } : { attempts, nextAt };
    await store.commit((db) => settleMail(db, row.id, next));
  }
}

/** Whether a mail was due. */
async function sendNext(ports: Ports, mailer: Mailer): Promise<boolean> {
  const row = await ports.store.read(nextMail);
  if (!row || row.nextAt > ports.clock.now()) return false;
  await sendOne(ports, mailer, row);
  return true;
}

export interface MailParts {
  mailer: Mailer;
  baseUrl: string;
}

/** A bounded piece of work; how many milliseconds there is nothing to do. */
export async function mailTurn(ports: Ports, { mailer, baseUrl }: MailParts): Promise<number> {
  if (await enrol(ports)) return 0;
  if (await writeNextDigest(ports, baseUrl)) return 0;
  if (await writeNextReport(ports, baseUrl)) return 0;
  if (await tellNextDeadlines(ports, baseUrl)) return 0;
  if (await sendNext(ports, mailer)) return 0;
  const { store, clock } = ports;
  const upcoming = await store.read(async (db) => [
    await nextDigest(db),
    await nextReportMail(db),
    await nextMail(db),
  ]);
  const instants = upcoming.map((row) => row?.nextAt).flatMap((at) => (at ? [Date.parse(at)] : []));
  return Math.max(0, Math.min(LONGEST_WAIT, ...instants.map((at) => at - Date.parse(clock.now()))));
}

export const makeMailWorker = (deps: Deps, parts: MailParts) =>
  makeLoop({ name: 'mail', deps, scheduler: deps.scheduler, turn: () => mailTurn(deps, parts) });
