import { expect, test } from 'vitest';
import { pathsIn } from '../../../engine/expression/paths-in.ts';

test.each([
  ['result.decision = "agreed" and round < 4', ['result.decision', 'round']],
  ['event.data.amount > 10 or event.data.amount < 1', ['event.data.amount']],
  ['count(goals[outcome = "below"]) = 0', ['goals']],
  ['some goal in goals satisfies goal.critical', ['goals']],
  ['if coverage >= 0.7 then score else 0', ['coverage', 'score']],
  ['date(event.data.start) > today', ['event.data.start', 'today']],
  ['1 + 1', []],
  ['1 +', []],
])('%s looks at what it names', (text, paths) => {
  expect(pathsIn(text)).toEqual(paths);
});

test('a name of several words is one name', () => {
  expect(pathsIn('good news and round < 4', ['good news'])).toEqual(['good news', 'round']);
});
