// Events, delays and triggers in plain words, as the canvas and the panels show them.
import { t, tAs } from '../language/say.ts';
import type { Trigger } from './command.ts';

const plain = (text: string): string => text.replace(/[._-]+/g, ' ').trim();

/** task.agree-plan.completed → "agree plan done"; outcome.below → "below". */
export function eventWords(event: string): string {
  const parts = event.split('.');
  const [first = '', second = '', third = ''] = parts;
  if (event === '*') return t('any event');
  if (event.endsWith('.*')) return t('any {kind} event', { kind: plain(parts.slice(0, -1).join(' ')) });
  if (first === 'task' && parts.length === 3) return taskWords(plain(second), third);
  if (first === 'done' && second === 'state' && parts.length === 3)
    return t('{stage} is done', { stage: plain(third) });
  if (first === 'outcome' && parts.length === 2) return outcomeWords[second] ?? plain(second);
  const withoutDomain = /^(com|org|net|io|gov|edu)$/.test(first) && parts.length > 2 ? parts.slice(2) : parts;
  return plain(withoutDomain.join(' '));
}

function taskWords(task: string, ending: string): string {
  if (ending === 'completed') return t('{task} done', { task });
  return ending === 'overdue' ? t('{task} late', { task }) : `${task} ${plain(ending)}`;
}

const outcomeWords: Record<string, string> = {
  below: tAs('outcome of a plan', 'below'),
  meets: tAs('outcome of a plan', 'meets'),
  exceeds: tAs('outcome of a plan', 'exceeds'),
  'not-scored': tAs('outcome of a plan', 'not scored'),
};

type Counted = Record<string, (count: number) => string>;

const lengths: Counted = {
  Y: (count) => t('{count, plural, one {{count} year} other {{count} years}}', { count }),
  M: (count) => t('{count, plural, one {{count} month} other {{count} months}}', { count }),
  W: (count) => t('{count, plural, one {{count} week} other {{count} weeks}}', { count }),
  D: (count) => t('{count, plural, one {{count} day} other {{count} days}}', { count }),
  TH: (count) => t('{count, plural, one {{count} hour} other {{count} hours}}', { count }),
  TM: (count) => t('{count, plural, one {{count} minute} other {{count} minutes}}', { count }),
  TS: (count) => t('{count, plural, one {{count} second} other {{count} seconds}}', { count }),
  bd: (count) => t('{count, plural, one {{count} working day} other {{count} working days}}', { count }),
};

/** Other languages decline what stands behind "after". */
const lengthsAfter: Counted = {
  Y: (count) => tAs('after', '{count, plural, one {{count} year} other {{count} years}}', { count }),
  M: (count) => tAs('after', '{count, plural, one {{count} month} other {{count} months}}', { count }),
  W: (count) => tAs('after', '{count, plural, one {{count} week} other {{count} weeks}}', { count }),
  D: (count) => tAs('after', '{count, plural, one {{count} day} other {{count} days}}', { count }),
  TH: (count) => tAs('after', '{count, plural, one {{count} hour} other {{count} hours}}', { count }),
  TM: (count) => tAs('after', '{count, plural, one {{count} minute} other {{count} minutes}}', { count }),
  TS: (count) => tAs('after', '{count, plural, one {{count} second} other {{count} seconds}}', { count }),
  bd: (count) =>
    tAs('after', '{count, plural, one {{count} working day} other {{count} working days}}', { count }),
};

function isoWords(span: string, units: Counted): string | null {
  const match = /^P((?:[\d.]+[YMWD])*)(?:T((?:[\d.]+[HMS])+))?$/.exec(span);
  if (!match || span === 'P') return null;
  const read = (text: string | undefined, prefix: string) =>
    [...(text ?? '').matchAll(/([\d.]+)([A-Z])/g)].map(([, amount = '', letter = '']) =>
      units[prefix + letter]?.(Number(amount)),
    );
  return [...read(match[1], ''), ...read(match[2], 'T')].join(' ');
}

function lengthWords(span: string, units: Counted): string | null {
  const working = /^(\d+)bd$/i.exec(span)?.[1];
  return working === undefined ? isoWords(span, units) : (units.bd?.(Number(working)) ?? null);
}

/** P10D → "10 days"; 10bd → "10 working days"; -P2D → "2 days before"; null when it is no span. */
export function spanWords(span: string): string | null {
  const text = span.trim();
  const words = lengthWords(text.replace(/^[-+]/, ''), lengths);
  return words !== null && text.startsWith('-') ? t('{span} before', { span: words }) : words;
}

/** "due 10 days": counted from when a stage begins. Null when it is no span. */
export function dueWords(span: string): string | null {
  const words = lengthWords(span.trim(), lengthsAfter);
  return words && t('due {span}', { span: words });
}

/** "after 3 months", or after what an expression gives. */
export const afterWords = (delay: string): string =>
  t('after {delay}', { delay: lengthWords(delay.trim(), lengthsAfter) ?? spanWords(delay) ?? delay });

export function triggerWords(trigger: Trigger): string {
  switch (trigger.kind) {
    case 'event':
      return eventWords(trigger.event);
    case 'after':
      return afterWords(trigger.delay);
    case 'always':
      return t('at once');
    case 'onDone':
      return t('all done inside');
  }
}
