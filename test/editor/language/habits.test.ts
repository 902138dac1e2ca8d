import { expect, test } from 'vitest';
import { readHabits } from '../../../editor/language/habits.ts';

const usual = { zone: null, firstWeekday: 1, days: 'words', undoSeconds: 10 };
const kept = (text: string | null) => readHabits(() => ({ getItem: () => text }));

test('what was chosen on this computer is kept', () => {
  const chosen = { zone: 'Asia/Tokyo', firstWeekday: 0, days: 'numbers', undoSeconds: 0 };
  expect(kept(JSON.stringify(chosen))).toEqual(chosen);
});

test.each([
  null,
  '{}',
  'null',
  'not JSON',
  '{"zone":"Atlantis","firstWeekday":3,"days":"roman","undoSeconds":7}',
])('a zone, a week, a form or a time that there is not is the usual one: %s', (text) => {
  expect(kept(text)).toEqual(usual);
});

test('a browser that keeps nothing shows days as usual', () => {
  const refuses = () => {
    throw new Error('The operation is insecure.');
  };
  expect(readHabits(refuses)).toEqual(usual);
});
