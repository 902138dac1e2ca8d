import pino from 'pino';
import { expect, test } from 'vitest';
import { makeLoop } from '../../../server/runtime/loop.ts';

/** Waiting that the test ends itself. */
function makeFakeScheduler() {
  const waiting = new Map<number, { milliseconds: number; work: () => void }>();
  let count = 0;
  return {
    after(milliseconds: number, work: () => void) {
      const id = count++;
      waiting.set(id, { milliseconds, work });
      return () => void waiting.delete(id);
    },
    waits: () => [...waiting.values()].map((entry) => entry.milliseconds),
    elapse: async () => {
      const due = [...waiting.values()];
      waiting.clear();
      for (const { work } of due) work();
      await settle();
    },
  };
}
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

function makeCase(turn: () => Promise<number>) {
  const scheduler = makeFakeScheduler();
  let listener = (): void => undefined;
  const onCommit = (given: () => void) => {
    listener = given;
    return () => {
      listener = () => undefined;
    };
  };
  const store = {
    onCommit,
    commit: async () => never(),
    rehearse: async () => never(),
    read: async () => never(),
    close: async () => undefined,
  };
  const loop = makeLoop({
    name: 'test',
    deps: { store, log: pino({ level: 'silent' }) },
    scheduler,
    turn,
  });
  return { loop, scheduler, commit: () => listener() };
}
const never = (): never => {
  throw new Error('A loop touches no data by itself.');
};

test('the next turn comes when the last one said', async () => {
  let turns = 0;
  const { loop, scheduler } = makeCase(async () => ++turns * 1000);
  loop.start();
  await settle();
  expect([turns, scheduler.waits()]).toEqual([1, [1000]]);
  await scheduler.elapse();
  expect([turns, scheduler.waits()]).toEqual([2, [2000]]);
  await loop.stop();
});

test('a commit brings the next turn forward, and many commits bring one', async () => {
  let turns = 0;
  const { loop, scheduler, commit } = makeCase(async () => {
    turns += 1;
    return 60_000;
  });
  loop.start();
  await settle();
  for (let count = 0; count < 5; count++) commit();
  expect(scheduler.waits()).toEqual([50]);
  await scheduler.elapse();
  expect(turns).toBe(2);
  await loop.stop();
});

test('a commit does not put off a turn that comes sooner', async () => {
  const { loop, scheduler, commit } = makeCase(async () => 20);
  loop.start();
  await settle();
  commit();
  expect(scheduler.waits()).toEqual([20]);
  await loop.stop();
});

test('commits that had nothing for the loop make it look less often, until there is something again', async () => {
  const answers = [60_000, 60_000, 60_000, 60_000, 0, 60_000];
  const { loop, scheduler, commit } = makeCase(async () => answers.shift() ?? 60_000);
  loop.start();
  await settle();
  const waits: number[] = [];
  for (let look = 0; look < 5; look++) {
    commit();
    waits.push(...scheduler.waits());
    await scheduler.elapse();
  }
  expect(waits).toEqual([50, 100, 200, 200, 0]);
  await scheduler.elapse();
  commit();
  expect(scheduler.waits()).toEqual([50]);
  await loop.stop();
});

test('a commit during a turn is not missed', async () => {
  let finish = (_: number): void => undefined;
  const { loop, scheduler, commit } = makeCase(
    () =>
      new Promise<number>((resolve) => {
        finish = resolve;
      }),
  );
  loop.start();
  commit();
  expect(scheduler.waits()).toEqual([]);
  finish(60_000);
  await settle();
  expect(scheduler.waits()).toEqual([50]);
  await loop.stop();
});

test('a turn that breaks is taken again, after a pause', async () => {
  let turns = 0;
  const { loop, scheduler } = makeCase(async () => {
    turns += 1;
    if (turns === 1) throw new Error('no');
    return 60_000;
  });
  loop.start();
  await settle();
  expect(scheduler.waits()).toEqual([1000]);
  await scheduler.elapse();
  expect([turns, scheduler.waits()]).toEqual([2, [60_000]]);
  await loop.stop();
});

test('stopping waits for the turn under way, and nothing comes after it', async () => {
  let finish = (_: number): void => undefined;
  let stopped = false;
  const { loop, scheduler, commit } = makeCase(
    () =>
      new Promise<number>((resolve) => {
        finish = resolve;
      }),
  );
  loop.start();
  const stopping = loop.stop().then(() => {
    stopped = true;
  });
  await settle();
  expect(stopped).toBe(false);
  finish(5);
  await stopping;
  commit();
  expect(scheduler.waits()).toEqual([]);
});
