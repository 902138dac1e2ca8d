import { expect, test } from 'vitest';
import { makeKeeper } from '../../../editor/inbox/keeper.ts';

function makeTestKeeper() {
  const kept: string[] = [];
  const timers = new Set<() => void>();
  const keeper = makeKeeper({
    keep: (leaving) => kept.push(leaving ? 'leaving' : 'paused'),
    later: (work) => {
      timers.add(work);
      return () => timers.delete(work);
    },
  });
  const halfASecondPasses = () => {
    for (const work of [...timers]) {
      timers.delete(work);
      work();
    }
  };
  return { keeper, kept, timers, halfASecondPasses };
}

test('what is typed is kept once, when the typing pauses', () => {
  const { keeper, kept, timers, halfASecondPasses } = makeTestKeeper();
  keeper.typed();
  keeper.typed();
  expect([kept, timers.size, keeper.waits()]).toEqual([[], 1, true]);
  halfASecondPasses();
  keeper.leave();
  expect([kept, keeper.waits()]).toEqual([['paused'], false]);
});

test('leaving before the pause keeps the last words at once', () => {
  const { keeper, kept, timers } = makeTestKeeper();
  keeper.typed();
  keeper.leave();
  expect([kept, timers.size]).toEqual([['leaving'], 0]);
});

test('what was sent or discarded is not kept afterwards', () => {
  const { keeper, kept, halfASecondPasses } = makeTestKeeper();
  keeper.typed();
  keeper.drop();
  halfASecondPasses();
  keeper.leave();
  expect(kept).toEqual([]);
});
