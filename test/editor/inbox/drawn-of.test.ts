import { expect, test } from 'vitest';
import type { Task } from '../../../editor/app/api/wire.ts';
import { drawnOf } from '../../../editor/inbox/TaskList.tsx';

const section = (id: string, count: number) => ({
  id,
  name: id,
  // Only how many there are is looked at.
  tasks: Array.from({ length: count }, (_, index) => ({ id: `${id}${index}` }) as Task),
});

test('the first lines of a long inbox are those on top, whatever sections they are in', () => {
  const drawn = (lines: number) =>
    drawnOf([section('late', 2), section('week', 3), section('later', 1)], lines).map(
      ({ section: { id }, tasks }) => [id, tasks.length],
    );
  expect(drawn(4)).toEqual([
    ['late', 2],
    ['week', 2],
  ]);
  expect(drawn(6)).toEqual([
    ['late', 2],
    ['week', 3],
    ['later', 1],
  ]);
  expect(drawn(0)).toEqual([]);
});
