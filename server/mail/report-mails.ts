// Reports by mail, every Monday: read with what their reader may see at the time of sending. Figures are read outside the
// commit that writes the mail and puts the next one ahead, since reading may take long.
import { randomBytes } from 'node:crypto';
import type { Actor } from '../access/actor.ts';
import { actorOf } from '../access/actor-of.ts';
import type { Deps } from '../deps.ts';
import { ProblemError } from '../problem.ts';
import { presenceOf } from '../runtime/absences/presence.ts';
import { seededIds } from '../seeded-ids.ts';
import { insertMail } from '../store/queries/mails.ts';
import { findPerson } from '../store/queries/people.ts';
import {
  findReportMail,
  insertReportMail,
  listReportMails,
  nextReportMail,
  putReportMailOff,
  removeReportMail,
} from '../store/queries/report-mails.ts';
import { readFeatures } from '../store/queries/settings.ts';
import type { ReportMailRow } from '../store/schema/inbox.ts';
import type { Db } from '../store/schema.ts';
import { composeEnd, composeReport } from './compose-report.ts';
import { nextDigestAt } from './digest-times.ts';
import { readDigest } from './digests.ts';
import type { Mail } from './mailer.ts';
import { mayReadReport, narrowedTo, type Reading, readReport } from './report-figures.ts';
import { isReportName, type ReportFilter, type ReportName } from './report-names.ts';
import { readTemplate } from './templates/read-template.ts';
import { toLanguage } from './words/language.ts';

type Ports = Pick<Deps, 'store' | 'clock' | 'cycles' | 'calendars'>;
const mailId = seededIds('5b7a7d66-0a55-5d43-9d4f-0a3f5c5f9a61');
/** Enough for a Monday morning; each is read and sent by itself. */
const MOST = 20;

export interface ReportMail {
  id: string;
  board: ReportName;
  filter: ReportFilter;
  nextAt: string;
}

/** A board that there is no more is left out. */
const toReportMail = ({ id, board, filter, nextAt }: ReportMailRow): ReportMail[] =>
  isReportName(board) ? [{ id, board, filter: JSON.parse(filter), nextAt }] : [];

export const readReportMails = async (db: Db, personId: string): Promise<ReportMail[]> =>
  (await listReportMails(db, personId)).flatMap(toReportMail);

/** In one order and without what is not said, so that two of the same are told to be so. */
const canonical = ({ cycleId, version, under, from, to, attribute }: ReportFilter): string =>
  JSON.stringify({ cycleId, version, under, from, to, attribute });

/** Asked for again it stays as it is. @throws ProblemError invalid when there are too many, or nobody to send it to. */
export async function subscribeToReport(
  { store, clock, ids }: Pick<Deps, 'store' | 'clock' | 'ids'>,
  actor: Actor,
  { board, filter }: { board: ReportName; filter: ReportFilter },
): Promise<ReportMail> {
  return store.commit(async (db) => {
    if (!(await findPerson(db, actor.id)))
      throw new ProblemError(
        'invalid',
        'A token has no mailbox. Sign in as a person to get reports by mail.',
      );
    const known = await listReportMails(db, actor.id);
    const wanted = canonical(filter);
    const same = known.find((row) => row.board === board && row.filter === wanted);
    if (same) return { id: same.id, board, filter, nextAt: same.nextAt };
    if (known.length >= MOST)
      throw new ProblemError('invalid', `${MOST} reports come by mail already. Stop one of them first.`);
    const at = clock.now();
    const { zone } = await readDigest(db, actor.id, at);
    const id = ids.next('rep');
    const nextAt = nextDigestAt('weekly', zone, at) ?? at;
    const token = randomBytes(24).toString('base64url');
    await insertReportMail(db, {
      id,
      personId: actor.id,
      board,
      filter: wanted,
      token,
      nextAt,
      createdAt: at,
    });
    return { id, board, filter, nextAt };
  });
}

interface Written {
  mail: Mail | null;
  /** Its reader may read it no more. */
  ended: boolean;
}

async function compose(
  { db, ...ports }: Reading,
  row: ReportMailRow,
  { at, baseUrl }: { at: string; baseUrl: string },
): Promise<Written> {
  const [wanted] = toReportMail(row);
  const person = await findPerson(db, row.personId);
  if (!wanted || !person) return { mail: null, ended: true };
  const isSent = (await readFeatures(db))['report-mails'] && !(await presenceOf(db, person.id)).away;
  if (!isSent) return { mail: null, ended: false };
  const actor = await actorOf(db, person);
  const { zone, language: screens } = await readDigest(db, person.id, at);
  const language = toLanguage(screens);
  const given = {
    ...{ id: mailId(`${row.id}:${row.nextAt}`), to: person.email, name: person.name },
    ...{ language, zone, at, baseUrl, token: row.token },
    ...{ board: wanted.board, filter: wanted.filter },
  };
  if (!mayReadReport(actor, wanted.board))
    return {
      mail: await composeEnd(given, await readTemplate(db, 'report-ended', language)),
      ended: true,
    };
  const found = await readReport({ db, ...ports }, wanted, { actor, at });
  const report = { ...given, ...found, narrowed: await narrowedTo(db, wanted) };
  return { mail: await composeReport(report, await readTemplate(db, 'report', language)), ended: false };
}

/** Writes the one that is due first. Whether there was one. */
export async function writeNextReport(
  { store, clock, cycles, calendars }: Ports,
  baseUrl: string,
): Promise<boolean> {
  const at = clock.now();
  const due = await store.read(nextReportMail);
  if (!due || due.nextAt > at) return false;
  const { mail, ended } = await store.read((db) => compose({ db, cycles, calendars }, due, { at, baseUrl }));
  await store.commit(async (db) => {
    if ((await findReportMail(db, due.id))?.nextAt !== due.nextAt) return;
    if (mail) {
      const waiting = { state: 'waiting', attempts: 0, nextAt: at, createdAt: at };
      await insertMail(db, { id: mail.id, personId: due.personId, mail: JSON.stringify(mail), ...waiting });
    }
    const { zone } = await readDigest(db, due.personId, at);
    const next = nextDigestAt('weekly', zone, at);
    if (ended || next === null) await removeReportMail(db, due.id);
    else await putReportMailOff(db, due.id, next);
  });
  return true;
}
