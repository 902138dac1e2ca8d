import { expect, test } from 'vitest';
import { eachOnce, editingWords, hereWords } from '../../../editor/safe/presence-words.ts';

const dana = { personId: 'dana', name: 'Dana Whitfield', editing: false };
const omar = { personId: 'omar', name: 'Omar Diaz', editing: true };

test('somebody with two pages is there once, and edits when one of them does', () => {
  expect(eachOnce([dana, omar, { ...dana, editing: true }])).toEqual([{ ...dana, editing: true }, omar]);
});

test('only those who edit are told of, softly', () => {
  expect(editingWords([dana], 'me')).toBe('');
  expect(editingWords([dana, omar], 'me')).toBe('Omar is editing');
  expect(editingWords([{ ...dana, editing: true }, omar], 'me')).toBe('Dana and Omar are editing');
  expect(editingWords([omar], 'omar')).toBe('You are editing in another tab');
  expect(hereWords(omar, 'omar')).toBe('Omar Diaz (you, in another tab) is editing this draft');
  expect(hereWords(dana, 'me')).toBe('Dana Whitfield has this draft open');
});
