// How many errors a cycle has, kept by the hash of its text: a list of cycles asks for all of them each time, and a check
// proves a lot and runs every scenario. The list does not wait for a check, and no other request does.
import { type Cycle, checkCycle, cyclesStarted } from '../../../engine/index.ts';

/** So many documents; then those asked for first are forgotten. */
const MOST = 500;

/** `hash` is that of the cycle's text; `cycleIds` are the cycles that it may start. */
export interface AskedErrors {
  hash: string;
  cycle: Cycle;
  cycleIds: string[];
}
export interface ErrorCounts {
  /** What was counted before; nothing is counted for it. */
  known(asked: AskedErrors): number | null;
  /** Null: it is being counted, or could not be. */
  begin(asked: AskedErrors): number | null;
  count(asked: AskedErrors): Promise<number | null>;
}

export const countErrorsHere = ({ cycle, cycleIds }: Omit<AskedErrors, 'hash'>): number =>
  checkCycle(cycle, { cycleIds }).filter(({ severity }) => severity === 'error').length;

/** Of the cycles that there are, only those that it starts change what is wrong with it. */
const foundBy = ({ cycle, cycleIds }: AskedErrors): string[] =>
  cyclesStarted(cycle).filter((id) => cycleIds.includes(id));

type Count = (asked: AskedErrors) => number | Promise<number>;

export function makeErrorCounts(count: Count, onFailure: (error: unknown) => void): ErrorCounts {
  const counts = new Map<string, { known: number | null; counted: Promise<number | null> }>();
  const start = (asked: AskedErrors) => {
    const found = count(asked);
    if (typeof found === 'number') return { known: found, counted: Promise.resolve(found) };
    const counted = found.then(
      (known) => {
        entry.known = known;
        return known;
      },
      // It would fail again: it is asked anew when the text is another.
      (error: unknown) => {
        onFailure(error);
        return null;
      },
    );
    const entry: { known: number | null; counted: Promise<number | null> } = { known: null, counted };
    return entry;
  };
  const keyOf = (asked: AskedErrors): string => `${asked.hash} ${foundBy(asked).join(' ')}`;
  const entryOf = (asked: AskedErrors) => {
    const key = keyOf(asked);
    const entry = counts.get(key) ?? start(asked);
    const oldest = counts.keys().next().value;
    if (counts.size >= MOST && oldest !== undefined) counts.delete(oldest);
    counts.set(key, entry);
    return entry;
  };
  return {
    known: (asked) => counts.get(keyOf(asked))?.known ?? null,
    begin: (asked) => entryOf(asked).known,
    count: (asked) => entryOf(asked).counted,
  };
}
