import { expect, test } from 'vitest';
import { type KeyTable, makeKeyEar } from '../../../editor/app/parts/key-ear.ts';

/** A frame that knows where one may go, and within it a screen with keys of its own. */
function makePage({ typing = false } = {}) {
  const done: string[] = [];
  const tableOf = (...keys: string[]): KeyTable => keys.map((key) => [key, () => done.push(key)]);
  const ears = [tableOf('a', 'j', 's'), tableOf('g a', 'g s')].map((keys) =>
    makeKeyEar({ table: () => keys, isTaken: () => typing }),
  );
  let timeStamp = 1_000;
  const press = (key: string, { after = 100, ctrlKey = false, heard = false } = {}) => {
    timeStamp += after;
    const event = {
      ...{ key, timeStamp, target: null, ctrlKey, metaKey: false, altKey: false, defaultPrevented: false },
      preventDefault: () => {
        event.defaultPrevented = true;
      },
    };
    for (const ear of ears) ear.early(event);
    if (heard) event.preventDefault();
    for (const ear of ears) ear.late(event);
    return event;
  };
  return { done, press };
}

test('one key does what it says, and what does nothing is left to the browser', () => {
  const { done, press } = makePage();
  expect([press('j').defaultPrevented, press('q').defaultPrevented]).toEqual([true, false]);
  expect(done).toEqual(['j']);
});

test('who goes away by two keys does not also do what the second one does where they were', () => {
  const { done, press } = makePage();
  for (const key of ['g', 'a', 'a', 'g', 's']) press(key);
  expect(done).toEqual(['g a', 'a', 'g s']);
});

test('two keys with another between them, or long after each other, are single keys', () => {
  const { done, press } = makePage();
  for (const key of ['g', 'j', 'a', 'g']) press(key);
  press('a', { after: 3_000 });
  expect(done).toEqual(['j', 'a', 'a']);
});

test('a key with Ctrl, and one that somebody nearer has heard, does nothing here', () => {
  const { done, press } = makePage();
  press('a', { ctrlKey: true });
  press('j', { heard: true });
  expect(done).toEqual([]);
});

test('a letter that a tree has gone by is not the first of two', () => {
  const { done, press } = makePage();
  press('g', { heard: true });
  press('a', { heard: true });
  expect(done).toEqual([]);
});

test('while somebody types, a letter is a letter', () => {
  const { done, press } = makePage({ typing: true });
  for (const key of ['g', 'a', 'j']) press(key);
  expect(done).toEqual([]);
});
