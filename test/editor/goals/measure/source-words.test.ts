import { expect, test } from 'vitest';
import { sourceWords } from '../../../../editor/goals/measure/source-words.ts';

const of = (source: string, cadence?: string | null) => sourceWords({ weight: 1.5, source, cadence });

test('a measure says what it weighs, where its values come from, and how often they do', () => {
  expect(of('311 calls', 'P1M')).toBe('Weight 1.5 · from 311 calls · observed every month');
  expect(of('manual', 'P3M')).toBe('Weight 1.5 · typed in · observed every quarter');
  expect(of('', 'P1D')).toBe('Weight 1.5 · typed in · observed every day');
});

test('what does not say how often says nothing of it, and a span of its own is told as it stands', () => {
  expect([of('311 calls'), of('311 calls', null)]).toEqual([
    'Weight 1.5 · from 311 calls',
    'Weight 1.5 · from 311 calls',
  ]);
  expect(of('311 calls', 'P10D')).toBe('Weight 1.5 · from 311 calls · observed every P10D');
});
