import { expect, test } from 'vitest';
import { summaryOf, worstOf } from '../../../editor/panels/problem-words.ts';

const of = (...severities: ('error' | 'warning' | 'info')[]) => severities.map((severity) => ({ severity }));

test('notes are counted apart and are no problem', () => {
  expect(
    [of(), of('info'), of('info', 'info'), of('warning', 'info'), of('error', 'error', 'warning')].map(
      summaryOf,
    ),
  ).toEqual([
    'No problems',
    'No problems, 1 note',
    'No problems, 2 notes',
    '1 warning, 1 note',
    '2 errors, 1 warning',
  ]);
});

test('the worst of several decides how they look', () => {
  expect([of(), of('info'), of('info', 'warning'), of('warning', 'error', 'info')].map(worstOf)).toEqual([
    null,
    'info',
    'warning',
    'error',
  ]);
});
