import { afterEach, expect, test, vi } from 'vitest';
import { openShelf, type Work } from '../../../editor/safe/kept-work.ts';
import { smallCycle } from '../document/fixture.ts';

/** A browser's storage that holds so many letters. */
function giveStorage(room = 5_000_000): Map<string, string> {
  const held = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => held.get(key) ?? null,
    removeItem: (key: string) => held.delete(key),
    setItem: (key: string, value: string) => {
      if (value.length > room) throw new DOMException('full', 'QuotaExceededError');
      held.set(key, value);
    },
  });
  return held;
}
afterEach(() => {
  vi.unstubAllGlobals();
});

const named = (name: string) => ({ ...smallCycle, name });
const work: Work = {
  keptAt: '2026-01-05T09:00:00.000Z',
  cycle: named('Third'),
  base: named('First'),
  etag: '"1"',
  unanswered: [named('Second')],
  steps: { past: [named('First'), named('Second')], future: [named('Fourth'), named('Fifth')] },
};

test('work comes back with its undo and what it began from', () => {
  giveStorage();
  expect(openShelf('ana', 'small').write(work)).toBe('kept');
  expect(openShelf('ana', 'small').read()).toEqual(work);
});

test('nobody is given the work of somebody else, nor on another cycle', () => {
  giveStorage();
  openShelf('ana', 'small').write(work);
  expect(openShelf('ben', 'small').read()).toBeNull();
  expect(openShelf('ana', 'other').read()).toBeNull();
});

test('a step takes the room of what it changes', () => {
  const held = giveStorage();
  const past = Array.from({ length: 200 }, (_, index) => named(`Name ${index}`));
  openShelf('ana', 'small').write({ ...work, steps: { past, future: [] } });
  const [text = ''] = held.values();
  expect(text.length).toBeLessThan(200 * 150);
  expect(openShelf('ana', 'small').read()?.steps.past).toEqual(past);
});

test('when there is little room the undo goes and the work stays', () => {
  const room = JSON.stringify(smallCycle).length + 700;
  giveStorage(room);
  const past = Array.from({ length: 100 }, (_, index) => named(`Name ${index}`));
  expect(openShelf('ana', 'small').write({ ...work, steps: { past, future: [] } })).toBe('kept');
  expect(openShelf('ana', 'small').read()).toEqual({ ...work, steps: { past: [], future: [] } });
});

test('a full storage and a blocked one are told apart', () => {
  giveStorage(10);
  expect(openShelf('ana', 'small').write(work)).toBe('full');
  vi.stubGlobal('localStorage', {
    getItem: () => null,
    setItem: () => {
      throw new DOMException('no', 'SecurityError');
    },
  });
  expect(openShelf('ana', 'small').write(work)).toBe('blocked');
  expect(openShelf('ana', 'small').read()).toBeNull();
});

test('what something else wrote there is left out', () => {
  const held = giveStorage();
  for (const text of ['{', '{"form":2}', '{"form":1,"cycle":{"schema":"other"}}', 'null']) {
    held.set('cw-work.ana.small', text);
    expect(openShelf('ana', 'small').read()).toBeNull();
  }
});
