// What of the server's state needs somebody, in sentences that say what to do; the most pressing first.
import type { System } from '../app/api/wire.ts';
import { t } from '../language/index.ts';

export interface Concern {
  id: string;
  words: string;
  /** The tab of Automations where it is seen to. */
  tab: 'incidents' | 'deliveries' | 'subscriptions' | null;
}

const DAY_MS = 86_400_000;
const BACKUP_DAYS = 7;

/** `at` of the server, so that a browser's wrong clock raises no alarm. */
export function concernsOf({
  at,
  queues,
  lastBackup,
}: Pick<System, 'at' | 'queues' | 'lastBackup'>): Concern[] {
  const { openIncidents, deliveries, mails, timers } = queues;
  const days = lastBackup ? Math.floor((Date.parse(at) - Date.parse(lastBackup.madeAt)) / DAY_MS) : null;
  const lateBy = timers.nextAt ? Date.parse(at) - Date.parse(timers.nextAt) : 0;
  const found: (Concern | false)[] = [
    openIncidents > 0 && {
      id: 'incidents',
      words: t('{count, plural, one {# plan waits} other {# plans wait}} since a step failed.', {
        count: openIncidents,
      }),
      tab: 'incidents',
    },
    lateBy > 60_000 && {
      id: 'timers',
      words: t(
        'Timers are late: {count} are due and have not fired. Look whether the server is overloaded.',
        {
          count: timers.due,
        },
      ),
      tab: null,
    },
    deliveries.failingSubscriptions > 0 && {
      id: 'failing',
      words: t('{count, plural, one {# receiver does} other {# receivers do}} not take what is sent.', {
        count: deliveries.failingSubscriptions,
      }),
      tab: 'subscriptions',
    },
    deliveries.givenUp > 0 && {
      id: 'given-up',
      words: t('{count, plural, one {# delivery was} other {# deliveries were}} given up.', {
        count: deliveries.givenUp,
      }),
      tab: 'deliveries',
    },
    mails.failed > 0 && {
      id: 'mails',
      words: t('{count, plural, one {# mail was} other {# mails were}} not taken by the mail server.', {
        count: mails.failed,
      }),
      tab: null,
    },
    days === null && { id: 'backup', words: t('There is no backup yet. Make one below.'), tab: null },
    days !== null &&
      days >= BACKUP_DAYS && {
        id: 'backup',
        words: t('The last backup is {days} days old. Make one below.', { days }),
        tab: null,
      },
  ];
  return found.filter((concern) => concern !== false);
}
