// How cycles are checked away from the page: one at a time, and of those that wait the latest.
import { expect, test } from 'vitest';
import type { CheckAnswer, CheckWork } from '../../../editor/check/check-work.ts';
import { performCheck } from '../../../editor/check/check-work.ts';
import { type Hands, makeChecker } from '../../../editor/check/make-checker.ts';
import { parseCycle } from '../../../engine/index.ts';
import { largeCycle } from '../../bench/check.ts';

function makeHands() {
  const posted: string[] = [];
  const listeners: Record<string, (event: never) => void> = {};
  let ended = false;
  const hands: Hands = {
    postMessage: ({ cycle }) => void posted.push(cycle.id),
    addEventListener: (type: string, listen: (event: never) => void) => {
      listeners[type] = listen;
    },
    terminate: () => {
      ended = true;
    },
  };
  const answer = (data: CheckAnswer) => listeners.message?.({ data } as never);
  const breakDown = (message: string) => listeners.error?.({ message } as never);
  return { hands, posted, answer, breakDown, hasEnded: () => ended };
}

const none: CheckAnswer = { kind: 'checked', problems: [] };
const work = (id: string): CheckWork => ({ cycle: { ...largeCycle(11), id }, cycleIds: undefined });

test('while a cycle is checked, only the latest of the others waits', () => {
  const { hands, posted, answer } = makeHands();
  const answered: string[] = [];
  const checker = makeChecker(hands, (_answer, asked) => answered.push(asked.cycle.id));
  for (const id of ['a', 'b', 'c']) checker.check(work(id));
  expect(posted).toEqual(['a']);
  answer(none);
  expect([posted, answered]).toEqual([['a', 'c'], ['a']]);
  answer(none);
  expect([posted, answered]).toEqual([
    ['a', 'c'],
    ['a', 'c'],
  ]);
});

test('a check that breaks says why, and the next cycle is checked all the same', () => {
  const { hands, posted, breakDown, hasEnded } = makeHands();
  const answers: CheckAnswer[] = [];
  const checker = makeChecker(hands, (answer) => answers.push(answer));
  checker.check(work('a'));
  checker.check(work('b'));
  breakDown('out of memory');
  expect(answers).toEqual([{ kind: 'failed', why: 'out of memory' }]);
  expect(posted).toEqual(['a', 'b']);
  checker.end();
  expect(hasEnded()).toBe(true);
});

test('the worst problem comes first, and a cycle that nobody has cannot be started', () => {
  const parsed = parseCycle({
    schema: 'cycle/1',
    id: 'a',
    name: 'A',
    initial: 'one',
    stages: {
      one: { after: [{ delay: 'P1D', to: 'end', do: [{ do: 'start', cycle: 'nowhere', for: 'children' }] }] },
      lost: {},
      end: { type: 'final', outcome: 'met' },
    },
  });
  if (parsed.kind === 'refused') throw new Error(JSON.stringify(parsed.problems));
  const answer = performCheck({ cycle: parsed.cycle, cycleIds: ['a'] });
  const problems = answer.kind === 'checked' ? answer.problems : [];
  const order = problems.map(({ severity }) => ['error', 'warning', 'info'].indexOf(severity));
  expect(order).toEqual(order.toSorted());
  expect(problems.map(({ message }) => message).join('\n')).toContain('nowhere');
});
