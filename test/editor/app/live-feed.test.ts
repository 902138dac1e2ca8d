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
  expect(staleAfter('calibration.moved')).toContain('launches');
  expect(staleAfter('unheard.of')).toEqual([]);
});

test('who hears that a task went to somebody else, or that the tree changed, asks again what they may do', () => {
  for (const type of ['task.assigned', 'task.closed', 'absence.changed', 'component.moved', 'people.changed'])
    expect(staleAfter(type)).toContain('me');
  expect(staleAfter('task.commented')).not.toContain('me');
});
