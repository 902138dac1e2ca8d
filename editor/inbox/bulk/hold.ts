// An act on tasks is held for ten seconds before it is sent, so that taking it back is true: nobody has been told and no
// plan has moved. It is sent at once when another follows, when the person says so, or when they leave.
export const HOLD_MS = 10_000;

export interface Hold<Act> {
  /** Holds the act; the one held before is sent. */
  take(act: Act): void;
  /** Null when it is gone already. */
  undo(): Act | null;
  sendNow(): void;
}
interface Parts<Act> {
  send(act: Act): void;
  /** Calls once after the hold; the answer cancels it. */
  later(work: () => void): () => void;
  /** What is held now, or null. */
  report(act: Act | null): void;
}

export function makeHold<Act>({ send, later, report }: Parts<Act>): Hold<Act> {
  let held: { act: Act; cancel: () => void } | null = null;
  const drop = (): Act | null => {
    const act = held?.act ?? null;
    held?.cancel();
    held = null;
    if (act !== null) report(null);
    return act;
  };
  const sendNow = () => {
    const act = drop();
    if (act !== null) send(act);
  };
  return {
    take(act) {
      sendNow();
      held = { act, cancel: later(sendNow) };
      report(act);
    },
    undo: drop,
    sendNow,
  };
}
