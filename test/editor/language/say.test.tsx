import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, expect, test } from 'vitest';
import { dateText, decimalSign, listText, numberText, t, tAs, tx } from '../../../editor/language/index.ts';
import { setSpoken } from '../../../editor/language/spoken.ts';

afterEach(() => setSpoken('en', {}));

const drawn = (node: ReactNode) => renderToStaticMarkup(node);

test('English is the sentence as it is written, braces and all', () => {
  expect(t('A set such as {1, 2} is a list.')).toBe('A set such as {1, 2} is a list.');
});

test('values and plurals are filled in as the language forms them', () => {
  const plans = '{count, plural, one {# plan} other {# plans}} in {stage}';
  expect(t(plans, { count: 1, stage: 'Plan' })).toBe('1 plan in Plan');
  expect(t(plans, { count: 1200, stage: 'Plan' })).toBe('1,200 plans in Plan');
  setSpoken('de', { [plans]: '{count, plural, one {# Plan} other {# Pläne}} in {stage}' });
  expect(t(plans, { count: 1, stage: 'Plan' })).toBe('1 Plan in Plan');
  expect(t(plans, { count: 1200, stage: 'Plan' })).toBe('1.200 Pläne in Plan');
});

test('a number is written as the language does wherever it stands in a sentence', () => {
  const late = '{name}: {days, plural, one {{days} day} other {{days} days}} late, {share} of {all}';
  const values = { name: '2026', days: 1204, share: 0.125, all: 12_000 };
  expect(t(late, values)).toBe('2026: 1,204 days late, 0.125 of 12,000');
  const there = tx('<b>{count}</b> there', { count: 1204, b: (inside) => <b>{inside}</b> });
  expect(drawn(there)).toBe('<b>1,204</b> there');
  setSpoken('de', {
    [late]: '{name}: {days, plural, one {{days} Tag} other {{days} Tage}}, {share} von {all}',
  });
  expect(t(late, values)).toBe('2026: 1.204 Tage, 0,125 von 12.000');
});

test('what a person wrote is filled in as it is, whatever it looks like', () => {
  expect(t('“{name}” is gone', { name: "{a} <b>#</b> it's" })).toBe("“{a} <b>#</b> it's” is gone");
});

test('a sentence that no catalogue has is said in English', () => {
  setSpoken('de', {});
  expect(t('{count} of {total}', { count: 1, total: 2 })).toBe('1 of 2');
});

test('one English word may be two in German', () => {
  setSpoken('de', { 'Open (verb)': 'Öffnen', 'Open (adjective)': 'Offen' });
  expect([tAs('verb', 'Open'), tAs('adjective', 'Open')]).toEqual(['Öffnen', 'Offen']);
  setSpoken('en', {});
  expect([tAs('verb', 'Open'), tAs('adjective', 'Open')]).toEqual(['Open', 'Open']);
});

test('elements stand where the sentence of the language has them', () => {
  const sentence = 'Press <k>?</k> in {place} for {count, plural, one {# key} other {# keys}}';
  const say = () => drawn(tx(sentence, { k: (key) => <kbd>{key}</kbd>, place: <b>the canvas</b>, count: 2 }));
  expect(say()).toBe('Press <kbd>?</kbd> in <b>the canvas</b> for 2 keys');
  setSpoken('de', {
    [sentence]: 'In {place} zeigt <k>?</k> {count, plural, one {# Taste} other {# Tasten}}',
  });
  expect(say()).toBe('In <b>the canvas</b> zeigt <kbd>?</kbd> 2 Tasten');
});

test('numbers, dates and lists follow the language', () => {
  const day = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const;
  const all = () => [numberText(1234.5), dateText('2026-03-26', day), listText(['a', 'b', 'c'])];
  expect(all()).toEqual(['1,234.5', '26 Mar 2026', 'a, b and c']);
  setSpoken('de', {});
  expect(all()).toEqual(['1.234,5', '26. März 2026', 'a, b und c']);
});

test('a field for numbers has the decimal sign of the language', () => {
  expect(decimalSign()).toBe('.');
  setSpoken('de', {});
  expect(decimalSign()).toBe(',');
});
