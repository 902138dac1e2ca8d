import { expect, test } from 'vitest';
import { makeLastWorks } from '../../../../editor/app/parts/last-works.ts';
import { type HoldState, makeHold } from '../../../../editor/inbox/holding/hold.ts';

function makeTestHold() {
  const sent: string[] = [];
  const reported: HoldState<string>[] = [];
  const timers = new Set<() => void>();
  const answers: (() => void)[] = [];
  const hold = makeHold<string>({
    send: (act) => {
      sent.push(act);
      return new Promise<void>((resolve) => answers.push(resolve));
    },
    later: (work) => {
      timers.add(work);
      return () => timers.delete(work);
    },
    report: (state) => reported.push(state),
  });
  const itsTimePasses = () => {
    for (const work of [...timers]) {
      timers.delete(work);
      work();
    }
  };
  /** The server answers, in the order asked. */
  const answer = async () => {
    answers.shift()?.();
    await Promise.resolve();
    await Promise.resolve();
  };
  return { hold, sent, reported, timers, itsTimePasses, answer };
}

test('an act is sent once its time is over, and once', () => {
  const { hold, sent, itsTimePasses } = makeTestHold();
  hold.take('done');
  expect(sent).toEqual([]);
  itsTimePasses();
  void hold.sendNow();
  expect(sent).toEqual(['done']);
});

test('one that is taken back is never sent', () => {
  const { hold, sent, timers, reported, itsTimePasses } = makeTestHold();
  hold.take('done');
  expect(hold.undo()).toBe('done');
  itsTimePasses();
  void hold.sendNow();
  expect([sent, timers.size, reported]).toEqual([
    [],
    0,
    [
      { held: 'done', underWay: [] },
      { held: null, underWay: [] },
    ],
  ]);
});

test('another act, or leaving, sends the one before at once', () => {
  const { hold, sent, timers } = makeTestHold();
  hold.take('first');
  hold.take('second');
  expect([sent, timers.size]).toEqual([['first'], 1]);
  void hold.sendNow();
  expect([sent, timers.size, hold.undo()]).toEqual([['first', 'second'], 0, null]);
});

test('what is sent is under way until it is answered, also while another is held', async () => {
  const { hold, reported, answer } = makeTestHold();
  hold.take('first');
  hold.take('second');
  expect(reported.at(-1)).toEqual({ held: 'second', underWay: ['first'] });
  await answer();
  expect(reported.at(-1)).toEqual({ held: 'second', underWay: [] });
});

test('who leaves can wait until all that was held is answered', async () => {
  const { hold, answer } = makeTestHold();
  let left = false;
  hold.take('first');
  hold.take('second');
  const leaving = hold.sendNow().then(() => {
    left = true;
  });
  await answer();
  expect(left).toBe(false);
  await answer();
  await leaving;
  expect(left).toBe(true);
});

test('whoever signs out while a form is held is signed out once the server has answered it', async () => {
  const { hold, sent, answer } = makeTestHold();
  const works = makeLastWorks(() => () => undefined);
  works.add(() => hold.sendNow());
  hold.take('plan agreed');
  const order: string[] = [];
  const signedOut = works.doAll().then(() => order.push('signed out'));
  expect(sent).toEqual(['plan agreed']);
  order.push('answered');
  await answer();
  await signedOut;
  expect(order).toEqual(['answered', 'signed out']);
});
