// What the mails about tasks say, in each language.
import { dayText, type MailLanguage, numberText } from './language.ts';

export type DueGroup = 'late' | 'today' | 'tomorrow' | 'soon';

export interface DigestWords {
  groups: Record<DueGroup, string>;
  daysLate: (days: number) => string;
  dueToday: string;
  dueTomorrow: string;
  dueOn: (day: string) => string;
  subject: (tasks: number, late: number) => string;
  notTaken: string;
  more: (tasks: number) => string;
  inbox: string;
  openInbox: string;
  why: Record<'daily' | 'weekly', (zone: string) => string>;
  howOften: string;
  stop: string;
  closing: {
    subject: (tasks: number) => string;
    closes: (when: string) => string;
    why: string;
  };
}

const en: DigestWords = {
  groups: { late: 'Late', today: 'Today', tomorrow: 'Tomorrow', soon: 'The days after' },
  daysLate: (days) => `${numberText(days, 'en')} ${days === 1 ? 'day' : 'days'} late`,
  dueToday: 'due today',
  dueTomorrow: 'due tomorrow',
  dueOn: (day) => `due on ${dayText(day, 'en')}`,
  subject: (tasks, late) =>
    `${tasks} ${tasks === 1 ? 'task waits' : 'tasks wait'} for you${late > 0 ? `, ${late} late` : ''}`,
  notTaken: 'not taken yet',
  more: (tasks) => `And ${tasks} more in your inbox.`,
  inbox: 'Your inbox',
  openInbox: 'Open your inbox',
  why: {
    daily: (zone) => `You get this on working days when something is due (${zone}).`,
    weekly: (zone) => `You get this on Mondays when something is due (${zone}).`,
  },
  howOften: 'How often',
  stop: 'No more of these',
  closing: {
    subject: (tasks) => `${tasks} ${tasks === 1 ? 'task is' : 'tasks are'} taken from you within a day`,
    closes: (when) => `until ${when}`,
    why: 'You get this once, because nothing can be handed in later.',
  },
};

const de: DigestWords = {
  groups: { late: 'Verspätet', today: 'Heute', tomorrow: 'Morgen', soon: 'In den Tagen danach' },
  daysLate: (days) => `${numberText(days, 'de')} ${days === 1 ? 'Tag' : 'Tage'} verspätet`,
  dueToday: 'heute fällig',
  dueTomorrow: 'morgen fällig',
  dueOn: (day) => `fällig am ${dayText(day, 'de')}`,
  subject: (tasks, late) =>
    `${tasks} ${tasks === 1 ? 'Aufgabe wartet' : 'Aufgaben warten'} auf Sie${late > 0 ? `, ${late} verspätet` : ''}`,
  notTaken: 'noch nicht übernommen',
  more: (tasks) => `Und ${tasks} weitere in Ihrem Eingang.`,
  inbox: 'Ihr Eingang',
  openInbox: 'Eingang öffnen',
  why: {
    daily: (zone) => `Diese Mail kommt an Arbeitstagen, wenn etwas fällig ist (${zone}).`,
    weekly: (zone) => `Diese Mail kommt montags, wenn etwas fällig ist (${zone}).`,
  },
  howOften: 'Wie oft',
  stop: 'Keine solchen Mails mehr',
  closing: {
    subject: (tasks) =>
      `${tasks} ${tasks === 1 ? 'Aufgabe entfällt' : 'Aufgaben entfallen'} innerhalb eines Tages`,
    closes: (when) => `bis ${when}`,
    why: 'Diese Mail kommt einmal, weil später nichts mehr abgegeben werden kann.',
  },
};

export const digestWords: Record<MailLanguage, DigestWords> = { en, de };
