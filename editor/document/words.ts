// Events, delays and triggers in plain words, as the canvas and the panels show them.

import { t } from '../language/say.ts';
import type { Trigger } from './command.ts';

const plain = (text: string): string => text.replace(/[._-]+/g, ' ').trim();

const taskEndings: Record<string, string> = { completed: 'done', overdue: 'late' };

/** task.agree-plan.completed → "agree plan done"; outcome.below → "below". */
export function eventWords(event: string): string {
  const parts = event.split('.');
  const [first = '', second = '', third = ''] = parts;
  if (event === '*') return t('any event');
  if (event.endsWith('.*')) return `any ${plain(parts.slice(0, -1).join(' '))} event`;
  if (first === 'task' && parts.length === 3) return `${plain(second)} ${taskEndings[third] ?? plain(third)}`;
  if (first === 'done' && second === 'state' && parts.length === 3)
    return t('{plain} is done', { plain: plain(third) });
  if (first === 'outcome' && parts.length === 2) return plain(second);
  const withoutDomain = /^(com|org|net|io|gov|edu)$/.test(first) && parts.length > 2 ? parts.slice(2) : parts;
  return plain(withoutDomain.join(' '));
}

const units: Record<string, [one: string, many: string]> = {
  Y: ['year', 'years'],
  M: ['month', 'months'],
  W: ['week', 'weeks'],
  D: ['day', 'days'],
  TH: ['hour', 'hours'],
  TM: ['minute', 'minutes'],
  TS: ['second', 'seconds'],
};

const counted = (amount: string, [one, many]: [string, string]): string =>
  `${amount} ${amount === '1' ? one : many}`;

function isoWords(span: string): string | null {
  const match = /^P((?:[\d.]+[YMWD])*)(?:T((?:[\d.]+[HMS])+))?$/.exec(span);
  if (!match || span === 'P') return null;
  const read = (text: string | undefined, prefix: string) =>
    [...(text ?? '').matchAll(/([\d.]+)([A-Z])/g)].map(([, amount = '', letter = '']) =>
      counted(amount, units[prefix + letter] ?? ['', '']),
    );
  return [...read(match[1], ''), ...read(match[2], 'T')].join(' ');
}

/** P10D → "10 days"; 10bd → "10 working days"; -P2D → "2 days before"; null when it is no span. */
export function spanWords(span: string): string | null {
  const text = span.trim();
  const positive = text.replace(/^[-+]/, '');
  const working = /^(\d+)bd$/i.exec(positive)?.[1];
  const words =
    working === undefined ? isoWords(positive) : counted(working, [t('working day'), t('working days')]);
  return words !== null && text.startsWith('-') ? `${words} before` : words;
}

export function triggerWords(trigger: Trigger): string {
  switch (trigger.kind) {
    case 'event':
      return eventWords(trigger.event);
    case 'after':
      return `after ${spanWords(trigger.delay) ?? trigger.delay}`;
    case 'always':
      return t('at once');
    case 'onDone':
      return t('all done inside');
  }
}
