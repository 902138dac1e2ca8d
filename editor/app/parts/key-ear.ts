// What the keys of a table do: a key, as `j`, or two in a row, as `g i`. The second of two is heard before every single key,
// also of other tables: who goes away with `g a` does not also do what `a` does where they were.

/** A key, or two in a row, and what it does. */
export type KeyTable = [string, () => void][];

export interface Pressed {
  key: string;
  timeStamp: number;
  target: EventTarget | null;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  defaultPrevented: boolean;
  preventDefault(): void;
}

export interface KeyEar {
  /** Before anybody else hears the key. */
  early(event: Pressed): void;
  /** After all who were nearer to it. */
  late(event: Pressed): void;
}

/** Slow hands take their time, and so do fingers that look for a key. */
const sequenceMs = 3_000;

interface Ports {
  table: () => KeyTable;
  /** Is the key for a field, a dialog or a menu? */
  isTaken: (event: Pressed) => boolean;
}

export function makeKeyEar({ table, isTaken }: Ports): KeyEar {
  let before = { key: '', at: 0 };
  // Asked before anybody hears the key: the Escape that closes a dialog is not also one for the page behind it.
  let taken = false;

  function act(keys: string, event: Pressed): boolean {
    const found = table().find(([each]) => each === keys);
    if (!found) return false;
    event.preventDefault();
    found[1]();
    return true;
  }
  const isForOthers = (event: Pressed): boolean => taken || event.ctrlKey || event.metaKey || event.altKey;

  return {
    early(event) {
      taken = isTaken(event);
      if (before.key === '') return;
      const first = event.timeStamp - before.at < sequenceMs ? before.key : '';
      before = { key: '', at: 0 };
      if (first !== '' && !isForOthers(event)) act(`${first} ${event.key}`, event);
    },
    late(event) {
      if (event.defaultPrevented || isForOthers(event) || isTaken(event)) return;
      if (!act(event.key, event)) before = { key: event.key, at: event.timeStamp };
    },
  };
}
