import { expect, test } from 'vitest';
import { makeDocumentStore } from '../../../editor/document/document-store.ts';
import { smallCycle } from './fixture.ts';

const name = (text: string) => ({ type: 'set-cycle', patch: { name: text } }) as const;

test('a burst of typing is one step', () => {
  const store = makeDocumentStore(smallCycle);
  for (const text of ['R', 'Re', 'Rev', 'Review']) store.run(name(text), 'typing 1');
  store.run(name('Reviews'), 'typing 2');
  store.undo();
  expect(store.get().cycle.name).toBe('Review');
  store.undo();
  expect(store.get()).toEqual({
    cycle: smallCycle,
    isDirty: false,
    isBurst: false,
    canUndo: false,
    canRedo: true,
  });
});

test('typing again after an undo is a step of its own', () => {
  const store = makeDocumentStore(smallCycle);
  store.run(name('One'), 'typing 1');
  store.run(name('Two'), 'typing 2');
  store.undo();
  store.run(name('Three'), 'typing 1');
  store.undo();
  expect(store.get().cycle.name).toBe('One');
});

test('a new change leaves nothing to redo', () => {
  const store = makeDocumentStore(smallCycle);
  store.run(name('One'));
  store.undo();
  store.run(name('Two'));
  expect(store.get().canRedo).toBe(false);
});

test('a change that changes nothing and a refused one are no steps', () => {
  const store = makeDocumentStore(smallCycle);
  store.run(name('Small'));
  expect(store.run(name(' ')).kind).toBe('refused');
  expect(store.get().canUndo).toBe(false);
});

test('200 steps can be undone, however long each burst was', () => {
  const store = makeDocumentStore(smallCycle);
  for (let step = 1; step <= 205; step++) {
    store.run(name(`Step ${step}`), `burst ${step}`);
    store.run(name(`Step ${step}!`), `burst ${step}`);
  }
  for (let step = 0; step < 300 && store.get().canUndo; step++) store.undo();
  expect(store.get().cycle.name).toBe('Step 5!');
});

test('the document is dirty until it is saved, and again after an undo', () => {
  const store = makeDocumentStore(smallCycle);
  store.run(name('One'));
  expect(store.get().isDirty).toBe(true);
  store.markSaved(store.get().cycle);
  expect(store.get().isDirty).toBe(false);
  store.undo();
  expect(store.get().isDirty).toBe(true);
});

test('listeners hear each change until they leave', () => {
  const store = makeDocumentStore(smallCycle);
  const heard: string[] = [];
  const leave = store.subscribe(() => heard.push(store.get().cycle.name));
  store.run(name('One'));
  store.undo();
  leave();
  store.redo();
  expect(heard).toEqual(['One', 'Small']);
});
