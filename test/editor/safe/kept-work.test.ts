import { afterEach, expect, test, vi } from 'vitest';
import { openShelf, shelvesBeside, type Work } from '../../../editor/safe/kept-work.ts';
import { smallCycle } from '../document/fixture.ts';

/** A browser's storage that holds so many letters. */
function giveStorage(room = 5_000_000): Map<string, string> {
  const held = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => held.get(key) ?? null,
    removeItem: (key: string) => held.delete(key),
    key: (index: number) => [...held.keys()][index] ?? null,
    get length() {
      return held.size;
    },
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

const ana = { person: 'ana', cycleId: 'small' };
const named = (name: string) => ({ ...smallCycle, name });
const work: Work = {
  drawnAt: '2026-01-05T09:00:00.000Z',
  cycle: named('Third'),
  base: named('First'),
  etag: '"1"',
  unanswered: [named('Second')],
  steps: { past: [named('First'), named('Second')], future: [named('Fourth'), named('Fifth')] },
};

test('work comes back with its undo and what it began from', () => {
  giveStorage();
  expect(openShelf(ana, 'tab-1').write(work)).toBe('kept');
  expect(openShelf(ana, 'tab-1').read()).toEqual(work);
});

test('nobody is given the work of somebody else, nor on another cycle', () => {
  giveStorage();
  openShelf(ana, 'tab-1').write(work);
  expect(openShelf({ ...ana, person: 'ben' }, 'tab-1').read()).toBeNull();
  expect(openShelf({ ...ana, cycleId: 'other' }, 'tab-1').read()).toBeNull();
});

test('each tab keeps its own, and finds what the others kept of the same cycle', () => {
  giveStorage();
  const [first, second] = [openShelf(ana, 'tab-1'), openShelf(ana, 'tab-2')];
  first.write(work);
  second.write({ ...work, cycle: named('Other') });
  openShelf({ ...ana, cycleId: 'small-too' }, 'tab-3').write(work);
  expect(first.read()?.cycle.name).toBe('Third');
  const beside = shelvesBeside(ana, (tab) => tab !== 'tab-1');
  expect(beside.map((shelf) => shelf.read()?.cycle.name)).toEqual(['Other']);
  beside[0]?.clear();
  expect(second.read()).toBeNull();
  expect(first.read()).toEqual(work);
});

test('what was kept before each tab had its own is found', () => {
  const held = giveStorage();
  openShelf(ana, 'tab-1').write(work);
  held.set('cw-work.ana.small', held.get('cw-work.ana.small.tab-1') ?? '');
  openShelf(ana, 'tab-1').clear();
  expect(shelvesBeside(ana, () => true).map((shelf) => shelf.read())).toEqual([work]);
});

test('what is kept anew after each change is what would be kept of it by itself', () => {
  const held = giveStorage();
  const shelf = openShelf(ana, 'tab-1');
  const cycles = Array.from({ length: 6 }, (_, index) => named(`Name ${index}`));
  const at = (index: number) => cycles[index] ?? smallCycle;
  // Drawn, undone, and drawn on from there.
  for (const [past, now, future] of [
    [[0], 1, []],
    [[0, 1], 2, []],
    [[0], 1, [2]],
    [[0, 1], 3, []],
    [[0, 1, 3], 4, []],
    [[0, 1], 3, [4]],
    [[0, 1, 3], 5, []],
  ] as const) {
    const next = { ...work, cycle: at(now), steps: { past: past.map(at), future: future.map(at) } };
    shelf.write(next);
    const kept = held.get('cw-work.ana.small.tab-1');
    openShelf(ana, 'tab-2').write(next);
    expect(kept).toBe(held.get('cw-work.ana.small.tab-2'));
    expect(shelf.read()).toEqual(next);
  }
});

test('a step takes the room of what it changes', () => {
  const held = giveStorage();
  const past = Array.from({ length: 200 }, (_, index) => named(`Name ${index}`));
  openShelf(ana, 'tab-1').write({ ...work, steps: { past, future: [] } });
  const [text = ''] = held.values();
  expect(text.length).toBeLessThan(200 * 150);
  expect(openShelf(ana, 'tab-1').read()?.steps.past).toEqual(past);
});

test('when there is little room the undo goes and the work stays', () => {
  const room = JSON.stringify(smallCycle).length + 700;
  giveStorage(room);
  const past = Array.from({ length: 100 }, (_, index) => named(`Name ${index}`));
  expect(openShelf(ana, 'tab-1').write({ ...work, steps: { past, future: [] } })).toBe('kept');
  expect(openShelf(ana, 'tab-1').read()).toEqual({ ...work, steps: { past: [], future: [] } });
});

test('a full storage and a blocked one are told apart', () => {
  giveStorage(10);
  expect(openShelf(ana, 'tab-1').write(work)).toBe('full');
  vi.stubGlobal('localStorage', {
    getItem: () => null,
    setItem: () => {
      throw new DOMException('no', 'SecurityError');
    },
  });
  expect(shelvesBeside(ana, () => true)).toEqual([]);
  expect(openShelf(ana, 'tab-1').write(work)).toBe('blocked');
  expect(openShelf(ana, 'tab-1').read()).toBeNull();
});

test('what something else wrote there is left out', () => {
  const held = giveStorage();
  for (const text of ['{', '{"form":2}', '{"form":1,"cycle":{"schema":"other"}}', 'null']) {
    held.set('cw-work.ana.small.tab-1', text);
    expect(openShelf(ana, 'tab-1').read()).toBeNull();
  }
});
