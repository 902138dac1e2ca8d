import { expect, test } from 'vitest';
import { differ, insertAt, meaningOf } from '../../../editor/admin/mails/mail-words.ts';
import { placeholders } from '../../../server/mail/templates/mail-kinds.ts';

test('a placeholder is put in where the cursor stands, over what is marked', () => {
  expect(insertAt('Dear you,', 'name', { from: 5, to: 8 })).toEqual({ text: 'Dear {name},', cursor: 11 });
  expect(insertAt('', 'tasks', { from: 0, to: 0 })).toEqual({ text: '{tasks}', cursor: 7 });
});

test('each placeholder that the server knows is explained', () => {
  const unexplained = Object.values(placeholders)
    .flat()
    .filter((name) => meaningOf(name) === '');
  expect(unexplained).toEqual([]);
});

test('words that differ in one field differ', () => {
  const words = { subject: 's', introduction: 'i', closing: 'c' };
  expect([differ(words, { ...words }), differ(words, { ...words, closing: '' })]).toEqual([false, true]);
});
