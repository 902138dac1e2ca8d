import { expect, test } from 'vitest';
import { goalsToTell, withTold } from '../../../editor/inbox/forms/told-goals.ts';

const goals = [
  { id: 'issue', title: 'Issue permits', status: 'open' },
  { id: 'answer', title: 'Answer calls', status: 'stopped' },
  { id: 'visit', title: 'Visit sites', status: 'met' },
] as const;
const answered = { goalId: 'answer', text: 'Half of them.', factors: '' };

test('each open goal is to be told of, and what was typed of a goal that was stopped since is kept', () => {
  expect(goalsToTell([answered], goals)).toEqual([
    { told: { goalId: 'issue', text: '', factors: '' }, title: 'Issue permits', status: 'open' },
    { told: answered, title: 'Answer calls', status: 'stopped' },
  ]);
});

test('what is typed of one goal leaves the words of the others', () => {
  const typed = withTold([answered], 'issue', { text: 'In time.' });
  expect(withTold(typed, 'issue', { factors: 'The second desk.' })).toEqual([
    answered,
    { goalId: 'issue', text: 'In time.', factors: 'The second desk.' },
  ]);
});
