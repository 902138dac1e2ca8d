// How a worker is asked: one thing at a time, and of those that wait the latest.
import { expect, test } from 'vitest';
import { askLatest, type Hands } from '../../../editor/workers/ask-latest.ts';

function makeHands() {
  const posted: string[] = [];
  const listeners: Record<string, (event: never) => void> = {};
  let ended = false;
  const hands: Hands<string, number> = {
    postMessage: (work) => void posted.push(work),
    addEventListener: (type: string, listen: (event: never) => void) => {
      listeners[type] = listen;
    },
    terminate: () => {
      ended = true;
    },
  };
  const answer = (data: number) => listeners.message?.({ data } as never);
  const breakDown = (message: string) => listeners.error?.({ message } as never);
  return { hands, posted, answer, breakDown, hasEnded: () => ended };
}

function listen() {
  const heard: [what: number | string, asked: string][] = [];
  const note = (what: number | string, asked: string) => void heard.push([what, asked]);
  return { heard, listener: { onAnswer: note, onBroken: note } };
}

test('while a worker is at one thing, only the latest of the others waits', () => {
  const { hands, posted, answer } = makeHands();
  const { heard, listener } = listen();
  const asker = askLatest(hands, listener);
  for (const work of ['a', 'b', 'c']) asker.ask(work);
  expect(posted).toEqual(['a']);
  answer(1);
  expect([posted, heard]).toEqual([['a', 'c'], [[1, 'a']]]);
  answer(2);
  expect([posted, heard]).toEqual([
    ['a', 'c'],
    [
      [1, 'a'],
      [2, 'c'],
    ],
  ]);
});

test('a worker that breaks says why, and is asked the next thing all the same', () => {
  const { hands, posted, breakDown, hasEnded } = makeHands();
  const { heard, listener } = listen();
  const asker = askLatest(hands, listener);
  asker.ask('a');
  asker.ask('b');
  breakDown('out of memory');
  expect(heard).toEqual([['out of memory', 'a']]);
  expect(posted).toEqual(['a', 'b']);
  asker.end();
  expect(hasEnded()).toBe(true);
});
