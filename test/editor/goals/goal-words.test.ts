import { expect, test } from 'vitest';
import { servedWords } from '../../../editor/goals/goal-words.ts';

test('a goal says which goals it serves, and of those that its reader may not see only how many', () => {
  expect(servedWords([], 0)).toBeNull();
  expect(servedWords(['A safe city', 'Sound buildings'], 0)).toBe(
    'Serves “A safe city” and “Sound buildings”',
  );
  expect(servedWords([], 1)).toBe('Serves a goal that you may not see');
  expect(servedWords(['A safe city'], 2)).toBe('Serves “A safe city” and 2 goals that you may not see');
});
