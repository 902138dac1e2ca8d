import { expect, test } from 'vitest';
import { withoutChosen } from '../../../editor/app/parts/without-chosen.ts';

const option = (value: string) => ({ value, label: value });
const options = [option('grace'), option('lucia')];
const limit = 100;

test('who is chosen is not offered to whoever types another name', () => {
  expect(withoutChosen('grace', 'luc')({ options, search: 'luc', limit })).toEqual([option('lucia')]);
  expect(withoutChosen('grace', '')({ options, search: '', limit })).toEqual(options);
  expect(withoutChosen('grace', 'GRA')({ options, search: 'gra', limit })).toEqual(options);
  expect(withoutChosen(null, 'luc')({ options, search: 'luc', limit })).toEqual(options);
});

test('nor among the others of a group', () => {
  const groups = [{ group: 'People', items: options }];
  expect(withoutChosen('grace', 'luc')({ options: groups, search: 'luc', limit })).toEqual([
    { group: 'People', items: [option('lucia')] },
  ]);
});
