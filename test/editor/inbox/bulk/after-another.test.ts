import { expect, test } from 'vitest';
import type { Task } from '../../../../editor/app/api/wire.ts';
import { afterAnother } from '../../../../editor/inbox/bulk/after-another.ts';

const task = (id: string, componentId: string, dueAt: string | null) =>
  ({ id, componentId, title: `Do ${id}`, dueAt }) as Task;
const now = { now: '2026-11-23T10:00:00.000Z', zone: 'Europe/Berlin' };
const friday = '2026-11-27T16:00:00.000Z';
const inTwoWeeks = '2026-12-07T07:00:00.000Z';

const open = [
  task('appraise', 'permits', '2026-12-18T16:00:00.000Z'),
  task('record', 'permits', null),
  task('talk', 'permits', friday),
  task('late', 'permits', '2026-11-20T16:00:00.000Z'),
  task('elsewhere', 'parks', friday),
];

test('what is about the same component may be waited for: those due first, or in two weeks without a day ahead', () => {
  expect(afterAnother(open, [{ id: 'appraise' }], now)).toEqual([
    { id: 'talk', title: 'Do talk', until: friday },
    { id: 'record', title: 'Do record', until: inTwoWeeks },
  ]);
});

test('several tasks of one component wait for another of it, and for none of themselves', () => {
  const picked = ['appraise', 'record', 'late'].map((id) => ({ id }));
  expect(afterAnother(open, picked, now).map(({ id }) => id)).toEqual(['talk']);
});

test('tasks of several components, and one that is not there any more, wait for none', () => {
  expect(afterAnother(open, [{ id: 'appraise' }, { id: 'elsewhere' }], now)).toEqual([]);
  expect(afterAnother(open, [{ id: 'gone' }], now)).toEqual([]);
});
