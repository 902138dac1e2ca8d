// Differences in words: short sentences with the names that designers gave.
import type { Json } from '../model/json.ts';

export const quoted = (text: string): string => `“${text}”`;

const longest = 80;

/** A value as one reads it in a sentence. */
export function shown(value: Json | undefined): string {
  if (value === undefined || value === null) return 'nothing';
  if (typeof value === 'string') return quoted(shortened(value));
  return shortened(JSON.stringify(value));
}

const shortened = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}…` : text);

const one = (name: string) => ({ name, is: 'is', was: 'was' });
const many = (name: string) => ({ name, is: 'are', was: 'were' });

const fieldNames: Record<string, ReturnType<typeof one>> = {
  do: many('the actions'),
  entry: many('the actions on entry'),
  exit: many('the actions on leaving'),
  to: one('the target'),
  due: one('the due date'),
  complete: one('how many must complete it'),
  remind: many('the reminders'),
  escalate: one('the escalation'),
  initial: one('the first stage'),
  id: one('the name'),
  hit: one('the hit policy'),
  inputs: many('the inputs'),
  outputs: many('the outputs'),
  when: many('the tests'),
  give: many('the values'),
  notes: many('the notes'),
  annotations: many('the annotations'),
  parameters: many('the parameters'),
  subjects: many('the subjects'),
  cadence: one('what each launch covers'),
  scenarios: many('the scenarios'),
  standards: many('the standards'),
};

interface Change {
  subject: string;
  field: string;
  before: Json | undefined;
  after: Json | undefined;
}

/** Told by its name alone: the values are too long for a sentence. */
const bulky: ReadonlySet<string> = new Set([
  'do',
  'entry',
  'exit',
  'description',
  'form',
  'inputs',
  'outputs',
  'logic',
  'scale',
  'scenarios',
]);

/** “Observe”: the guard is now “n > 3” and was “n > 2”. */
export function changeWords({ subject, field, before, after }: Change): string {
  const { name, is, was } = fieldNames[field] ?? one(`the ${field}`);
  const value = (json: Json | undefined) => (bulky.has(field) ? '' : `: ${shown(json)}`);
  if (before === undefined) return `${subject}: ${name} ${was} added${value(after)}.`;
  if (after === undefined) return `${subject}: ${name} ${was} removed${value(before)}.`;
  if (bulky.has(field)) return `${subject}: ${name} changed.`;
  return `${subject}: ${name} ${is} now ${shown(after)} and ${was} ${shown(before)}.`;
}

/** “Observe” upon period.closed; “Observe” after P90D. */
export function transitionWords(holder: string | null, list: string, delay: Json | undefined): string {
  const who = holder === null ? 'In every stage' : quoted(holder);
  if (list === 'after') return delay === undefined ? who : `${who} after ${shown(delay)}`;
  if (list === 'always') return `${who} without an event`;
  if (list === 'onDone') return `${who} when all inside is done`;
  return `${who} upon ${list.slice('on/'.length)}`;
}
