// What a changed field is called, and its value as one reads it.
import type { Json } from '../../engine/index.ts';
import { spanWords } from '../document/words.ts';
import { t, tAs } from '../language/index.ts';

const names: Record<string, string> = {
  name: t('Name'),
  title: t('Title'),
  description: t('Description'),
  kind: t('Kind'),
  type: t('Type'),
  assignee: t('Assignee'),
  form: t('Form'),
  purpose: t('Purpose'),
  raters: t('Raters'),
  minutes: t('Minutes'),
  delay: t('Delay'),
  outcome: t('Outcome'),
  subjects: t('Subjects'),
  cadence: t('Each launch covers'),
  variables: t('Variables'),
  scale: t('Scale'),
  retention: t('Retention'),
  do: t('Actions'),
  entry: t('Actions on entry'),
  exit: t('Actions on leaving'),
  to: tAs('of a transition', 'Target'),
  also: t('Further targets'),
  guard: t('Guard'),
  due: t('Due'),
  remind: t('Reminders'),
  escalate: t('Escalation'),
  complete: t('How many must complete it'),
  initial: t('First stage'),
  id: t('Name of the timer'),
  internal: t('Stays inside'),
};

export const fieldWords = (field: string): string =>
  names[field] ??
  field.charAt(0).toUpperCase() +
    field
      .slice(1)
      .replaceAll(/([A-Z])/g, ' $1')
      .toLowerCase();

export interface ValueWords {
  text: string;
  /** As it stands in the document, in letters of one width. */
  exact: boolean;
}

const spans: ReadonlySet<string> = new Set(['due', 'delay']);

/** Null is told as nothing. */
export function valueWords(field: string, value: Json): ValueWords {
  if (value === null) return { text: t('nothing'), exact: false };
  if (typeof value !== 'string') return { text: JSON.stringify(value, null, 2), exact: true };
  const words = spans.has(field) ? spanWords(value) : null;
  if (words !== null) return { text: `${words} (${value})`, exact: false };
  return { text: value, exact: field === 'guard' };
}
