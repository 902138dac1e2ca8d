import { expect, test } from 'vitest';
import { makeHold } from '../../../../editor/inbox/bulk/hold.ts';

function makeTestHold() {
  const sent: string[] = [];
  const reported: (string | null)[] = [];
  const timers = new Set<() => void>();
  const hold = makeHold<string>({
    send: (act) => sent.push(act),
    later: (work) => {
      timers.add(work);
      return () => timers.delete(work);
    },
    report: (act) => reported.push(act),
  });
  const tenSecondsPass = () => {
    for (const work of [...timers]) {
      timers.delete(work);
      work();
    }
  };
  return { hold, sent, reported, timers, tenSecondsPass };
}

test('an act is sent once its ten seconds are over, and once', () => {
  const { hold, sent, tenSecondsPass } = makeTestHold();
  hold.take('done');
  expect(sent).toEqual([]);
  tenSecondsPass();
  hold.sendNow();
  expect(sent).toEqual(['done']);
});

test('one that is taken back is never sent', () => {
  const { hold, sent, timers, reported, tenSecondsPass } = makeTestHold();
  hold.take('done');
  expect(hold.undo()).toBe('done');
  tenSecondsPass();
  hold.sendNow();
  expect([sent, timers.size, reported]).toEqual([[], 0, ['done', null]]);
});

test('another act, or leaving, sends the one before at once', () => {
  const { hold, sent, timers } = makeTestHold();
  hold.take('first');
  hold.take('second');
  expect([sent, timers.size]).toEqual([['first'], 1]);
  hold.sendNow();
  expect([sent, timers.size, hold.undo()]).toEqual([['first', 'second'], 0, null]);
});
