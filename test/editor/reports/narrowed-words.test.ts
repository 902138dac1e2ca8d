import { expect, test } from 'vitest';
import { narrowedWords } from '../../../editor/reports/narrowed-words.ts';

const none = { cycle: undefined, under: undefined };

test('on paper the filters of the reports are a line of words', () => {
  expect(
    narrowedWords(
      { cycle: 'loop', version: '2', under: 'dob', from: '2026-01-01', to: '2026-06-30' },
      { cycle: 'Organisation loop', under: 'Department of Buildings' },
    ),
  ).toBe(
    'Cycle: Organisation loop · Version: 2 · Part of the organisation: Department of Buildings · Begun from: 1 Jan 2026 · Begun until: 30 Jun 2026',
  );
  expect(narrowedWords({ to: '2026-06-30' }, none)).toBe('Begun until: 30 Jun 2026');
});

test('reports of everything say nothing of filters', () => {
  expect(narrowedWords({}, none)).toBe('');
});
