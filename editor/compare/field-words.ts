// What a changed field is called, and its value as one reads it.
import type { Json } from '../../engine/index.ts';
import { spanWords } from '../document/words.ts';

const names: Record<string, string> = {
  do: 'Actions',
  entry: 'Actions on entry',
  exit: 'Actions on leaving',
  to: 'Target',
  also: 'Further targets',
  guard: 'Guard',
  due: 'Due',
  remind: 'Reminders',
  escalate: 'Escalation',
  complete: 'How many must complete it',
  initial: 'First stage',
  id: 'Name of the timer',
  internal: 'Stays inside',
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
  if (value === null) return { text: 'nothing', exact: false };
  if (typeof value !== 'string') return { text: JSON.stringify(value, null, 2), exact: true };
  const words = spans.has(field) ? spanWords(value) : null;
  if (words !== null) return { text: `${words} (${value})`, exact: false };
  return { text: value, exact: field === 'guard' };
}
