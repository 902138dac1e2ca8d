// A mail as its reader would get it at this instant, about their own work, in words that are tried out.
import type { Person } from '../../../engine/index.ts';
import type { Deps } from '../../deps.ts';
import type { Db } from '../../store/schema.ts';
import { composeClosing } from '../compose-closing.ts';
import { composeDigest } from '../compose-digest.ts';
import { composeEnd, composeReport } from '../compose-report.ts';
import { digestOf, readDigest } from '../digests.ts';
import { hardDeadlinesOf } from '../hard-deadlines.ts';
import type { Mail } from '../mailer.ts';
import { mayReadReport, narrowedTo, readReport } from '../report-figures.ts';
import { readReportMails } from '../report-mails.ts';
import type { MailKind, MailTemplate } from './mail-kinds.ts';
import type { SampleFor } from './sample-mails.ts';

export interface OwnMail {
  kind: MailKind;
  person: Person;
  given: SampleFor;
  template: MailTemplate;
}

/** The first report that they asked for and may read; without one, how the organisation stands. */
async function ownReport(db: Db, person: Person) {
  const asked = await readReportMails(db, person.id);
  const first = asked.find(({ board }) => mayReadReport(person, board));
  return first ?? { board: 'standing' as const, filter: {} };
}

/** Null: there is nothing of theirs to tell. */
export async function composeOwn(
  { cycles, calendars }: Pick<Deps, 'cycles' | 'calendars'>,
  db: Db,
  { kind, person, given, template }: OwnMail,
): Promise<Mail | null> {
  const { at } = given;
  switch (kind) {
    case 'digest': {
      const row = await readDigest(db, person.id, at);
      const told = row.every === 'off' ? { ...row, every: 'daily' } : row;
      return composeDigest({ ...(await digestOf(db, told, { ...given, person })), ...given }, template);
    }
    case 'closing': {
      const tasks = await hardDeadlinesOf({ cycles }, db, { personId: person.id, at });
      return tasks.length === 0 ? null : composeClosing({ ...given, tasks }, template);
    }
    case 'report': {
      const wanted = await ownReport(db, person);
      const found = await readReport({ db, cycles, calendars }, wanted, { actor: person, at });
      return composeReport(
        { ...given, ...found, ...wanted, id: given.id, narrowed: await narrowedTo(db, wanted) },
        template,
      );
    }
    case 'report-ended':
      return composeEnd({ ...given, ...(await ownReport(db, person)), id: given.id }, template);
  }
}
