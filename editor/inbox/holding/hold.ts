// An act on tasks is held for a while before it is sent, so that taking it back is true: nobody has been told and no
// plan has moved. It is sent at once when another follows, when the person says so, or when they leave.
export interface HoldState<Act> {
  held: Act | null;
  /** Sent and not answered yet. */
  underWay: readonly Act[];
}

export interface Hold<Act> {
  /** Holds the act; the one held before is sent. */
  take(act: Act): void;
  /** Null when it is gone already. */
  undo(): Act | null;
  /** Settles once all that was sent is answered. */
  sendNow(): Promise<void>;
}
interface Parts<Act> {
  /** Tells itself what became of it. */
  send(act: Act): Promise<void>;
  /** Calls once after the time of the act; the answer cancels it. */
  later(work: () => void, act: Act): () => void;
  report(state: HoldState<Act>): void;
}

export function makeHold<Act>({ send, later, report }: Parts<Act>): Hold<Act> {
  let held: { act: Act; cancel: () => void } | null = null;
  const underWay = new Map<Act, Promise<void>>();
  const tell = () => report({ held: held?.act ?? null, underWay: [...underWay.keys()] });
  const drop = (): Act | null => {
    const act = held?.act ?? null;
    held?.cancel();
    held = null;
    return act;
  };
  const begin = (act: Act) => {
    const end = () => {
      underWay.delete(act);
      tell();
    };
    underWay.set(act, send(act).then(end, end));
  };
  const sendNow = async () => {
    const act = drop();
    if (act !== null) {
      begin(act);
      tell();
    }
    await Promise.all(underWay.values());
  };
  return {
    take(act) {
      const before = drop();
      if (before !== null) begin(before);
      held = { act, cancel: later(() => void sendNow(), act) };
      tell();
    },
    undo() {
      const act = drop();
      if (act !== null) tell();
      return act;
    },
    sendNow,
  };
}
