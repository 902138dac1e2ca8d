// Asks a worker one thing after another. While it is at one, only the latest of the others is kept: what nobody sees
// any more need not be worked out.

/** What is used of a worker. */
export interface Hands<Work, Answer> {
  postMessage(work: Work): void;
  addEventListener(type: 'message', listen: (event: { data: Answer }) => void): void;
  addEventListener(type: 'error', listen: (event: { message: string }) => void): void;
  terminate(): void;
}

export interface Asker<Work> {
  ask(work: Work): void;
  end(): void;
}

/** Each is told what was asked. */
export interface Listener<Work, Answer> {
  onAnswer(answer: Answer, asked: Work): void;
  onBroken(why: string, asked: Work): void;
}

export function askLatest<Work, Answer>(
  hands: Hands<Work, Answer>,
  { onAnswer, onBroken }: Listener<Work, Answer>,
): Asker<Work> {
  let underWay: { work: Work } | null = null;
  let waiting: { work: Work } | null = null;

  const begin = (next: { work: Work }): void => {
    underWay = next;
    hands.postMessage(next.work);
  };
  const finish = (tell: (asked: Work) => void): void => {
    const done = underWay;
    underWay = null;
    if (done) tell(done.work);
    if (waiting) begin(waiting);
    waiting = null;
  };
  hands.addEventListener('message', ({ data }) => finish((asked) => onAnswer(data, asked)));
  hands.addEventListener('error', ({ message }) => finish((asked) => onBroken(message, asked)));
  return {
    ask(work) {
      if (underWay) waiting = { work };
      else begin({ work });
    },
    end: () => hands.terminate(),
  };
}
