// When what was typed reaches the document.
import { expect, test } from 'vitest';
import { makeAfterPaint } from '../../../editor/panels/after-paint.ts';

function setUp() {
  const page = new EventTarget();
  const frames: (() => void)[] = [];
  const done: string[] = [];
  const { later, now } = makeAfterPaint(page, (tell) => void frames.push(tell));
  return {
    page,
    done,
    now,
    type: (text: string) => later(() => void done.push(text)),
    paint: () => {
      for (const tell of frames.splice(0)) tell();
    },
  };
}

test('what was typed waits until it is on the screen', () => {
  const { type, paint, done } = setUp();
  type('P');
  expect(done).toEqual([]);
  paint();
  paint();
  expect(done).toEqual(['P']);
});

test('of what is typed before the page is drawn, the last counts', () => {
  const { type, paint, done } = setUp();
  type('P');
  type('Pl');
  paint();
  expect(done).toEqual(['Pl']);
});

test.each(['keydown', 'pointerdown', 'pagehide'])('it waits no longer than until a %s', (event) => {
  const { page, type, paint, done } = setUp();
  type('P');
  page.dispatchEvent(new Event(event));
  expect(done).toEqual(['P']);
  page.dispatchEvent(new Event(event));
  paint();
  expect(done).toEqual(['P']);
});

test('a field that is left has nothing that waits', () => {
  const { type, paint, now, done } = setUp();
  type('P');
  now();
  expect(done).toEqual(['P']);
  now();
  paint();
  expect(done).toEqual(['P']);
  type('Pl');
  paint();
  expect(done).toEqual(['P', 'Pl']);
});
