import { expect, test } from 'vitest';
import { withoutChosen } from '../../../editor/app/parts/without-chosen.ts';

const option = (value: string) => ({ value, label: value });
const options = [option('grace'), option('lucia')];
const ask = (value: string | null, search: string, found: string[]) =>
  withoutChosen(value, { search, found: found.map((id) => ({ id })) });
const limit = 100;

test('who is chosen is not offered to whoever types another name', () => {
  expect(ask('grace', 'luc', ['lucia'])({ options, search: 'luc', limit })).toEqual([option('lucia')]);
  expect(ask('grace', '', [])({ options, search: '', limit })).toEqual(options);
  expect(ask('grace', 'gra', ['grace'])({ options, search: 'gra', limit })).toEqual(options);
  expect(ask(null, 'luc', ['lucia'])({ options, search: 'luc', limit })).toEqual(options);
});

test('nor among the others of a group', () => {
  const groups = [{ group: 'People', items: options }];
  expect(ask('grace', 'luc', ['lucia'])({ options: groups, search: 'luc', limit })).toEqual([
    { group: 'People', items: [option('lucia')] },
  ]);
});
