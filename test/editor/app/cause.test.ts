import { expect, test } from 'vitest';
import { causeInWords } from '../../../editor/app/words/cause.ts';

test('what happened is told on the reader’s day, as every other moment of the page', () => {
  const link = { at: '2026-11-29T01:38:13.495Z', words: { cause: 'On 2026-11-28 the plan started.' } };
  expect(causeInWords(link, 'Europe/Berlin')).toBe('On 29 Nov 2026 the plan started.');
  expect(causeInWords(link, 'America/New_York')).toBe('On 28 Nov 2026 the plan started.');
});
