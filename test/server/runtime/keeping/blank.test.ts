import { expect, test } from 'vitest';
import { makeScrub, notesIn, proseIn } from '../../../../server/runtime/keeping/blank.ts';

const plan = JSON.stringify({
  componentId: 'dob-examiners',
  note: 'She said: You were late on 4 May. Twice.',
});

test('what a rater pointed at is no word of theirs: its id stays wherever it stands in the plan', () => {
  const words = proseIn({ text: 'You were late on 4 May.', to: 'dob-examiners', methods: 'below' });
  expect(words).toEqual(['You were late on 4 May.']);
  expect(JSON.parse(makeScrub(words).json(plan))).toEqual({
    componentId: 'dob-examiners',
    note: 'She said: – Twice.',
  });
});

test('an id in place of a reason is none either', () => {
  expect(notesIn({ decision: 'changed', reason: 'dob-examiners', note: 'By the log of May.' })).toEqual([
    'By the log of May.',
  ]);
});
