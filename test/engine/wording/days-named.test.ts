import { expect, test } from 'vitest';
import { adviseWording } from '../../../engine/wording/advise-wording.ts';
import { daysNamed } from '../../../engine/wording/days-named.ts';

test.for([
  ['On 12 May and on May 3rd, 2025 and on 2026-02-28', ['2025-05-03', '2026-02-28', '2026-05-12']],
  ['On 30 November the list was late', ['2025-11-30']],
  ['Please send it by 3 June, and on 31 February', []],
  ['It may 4 times be so; version 3.4 of March', []],
] as const)('%s', ([text, days]) => {
  expect(daysNamed(text, '2026-05-20').sort()).toEqual([...days]);
});

test('what is told of from before the period, or of long ago where there is none, is said to be old', () => {
  const about = { id: 'ana', name: 'Ana Diaz' };
  const text = 'On 3 February you sent the list late. Please send it by 3 June, I can help.';
  const rules = (more: object) =>
    adviseWording({ text, today: '2026-05-20', about, ...more }).map(({ rule }) => rule);
  expect(rules({})).toEqual(['FB-17']);
  expect(rules({ period: { start: '2026-04-01', end: '2026-06-30' } })).toEqual(['FB-17']);
  expect(rules({ period: { start: '2026-01-01', end: '2026-06-30' } })).toEqual([]);
});
