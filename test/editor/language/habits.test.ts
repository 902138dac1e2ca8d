import { expect, test } from 'vitest';
import { readHabits } from '../../../editor/language/habits.ts';

const usual = { zone: null, firstWeekday: 1, days: 'words' };
const kept = (text: string | null) => readHabits(() => ({ getItem: () => text }));

test('what was chosen on this computer is kept', () => {
  const chosen = { zone: 'Asia/Tokyo', firstWeekday: 0, days: 'numbers' };
  expect(kept(JSON.stringify(chosen))).toEqual(chosen);
});

test.each([null, '{}', 'null', 'not JSON', '{"zone":"Atlantis","firstWeekday":3,"days":"roman"}'])(
  'a zone, a week or a form that there is not is the usual one: %s',
  (text) => {
    expect(kept(text)).toEqual(usual);
  },
);

test('a browser that keeps nothing shows days as usual', () => {
  const refuses = () => {
    throw new Error('The operation is insecure.');
  };
  expect(readHabits(refuses)).toEqual(usual);
});
