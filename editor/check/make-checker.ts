// Checks one cycle after another away from the page. While one is checked only the latest of the others is kept: what
// nobody sees any more need not be checked.
import type { CheckAnswer, CheckWork } from './check-work.ts';

/** What is used of a worker. */
export interface Hands {
  postMessage(work: CheckWork): void;
  addEventListener(type: 'message', listen: (event: { data: CheckAnswer }) => void): void;
  addEventListener(type: 'error', listen: (event: { message: string }) => void): void;
  terminate(): void;
}

export interface Checker {
  check(work: CheckWork): void;
  end(): void;
}

/** `onAnswer` is told what was asked with each answer. */
export function makeChecker(
  hands: Hands,
  onAnswer: (answer: CheckAnswer, asked: CheckWork) => void,
): Checker {
  let underWay: CheckWork | null = null;
  let waiting: CheckWork | null = null;

  const begin = (work: CheckWork): void => {
    underWay = work;
    hands.postMessage(work);
  };
  const answered = (answer: CheckAnswer): void => {
    const asked = underWay;
    underWay = null;
    if (asked) onAnswer(answer, asked);
    if (waiting) begin(waiting);
    waiting = null;
  };
  hands.addEventListener('message', ({ data }) => answered(data));
  hands.addEventListener('error', ({ message }) => answered({ kind: 'failed', why: message }));
  return {
    check(work) {
      if (underWay) waiting = work;
      else begin(work);
    },
    end: () => hands.terminate(),
  };
}
