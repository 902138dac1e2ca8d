import { expect, test } from 'vitest';
import { readSaved, staleAfter } from '../../../editor/app/api/live-feed.ts';

test('a saved draft is told with who saved it, and no other line is taken for one', () => {
  const data = { cycleId: 'small', etag: 'abc', by: { id: 'dana', name: 'Dana' } };
  expect(readSaved(JSON.stringify({ type: 'cycle.saved', data }))).toEqual(data);
  for (const line of [
    '{',
    JSON.stringify({ type: 'cycle.published', data }),
    JSON.stringify({ type: 'cycle.saved', data: { ...data, by: null } }),
    JSON.stringify({ type: 'cycle.saved' }),
  ])
    expect(readSaved(line)).toBeNull();
});

test('a line makes the lists stale that it is about', () => {
  expect(staleAfter('launch.finished')).toContain('plans');
  expect(staleAfter('unheard.of')).toEqual([]);
});
