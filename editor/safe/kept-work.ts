// Unsaved work with its undo, kept in the browser per person, cycle and tab by lowdb, so that a reload, a crash and an
// expired sign-in lose nothing. Steps are kept as what differs between them.
import { LowSync } from 'lowdb';
import { LocalStorage } from 'lowdb/browser';
import { type Cycle, type Json, parseCycle } from '../../engine/index.ts';
import { applyDelta, type Delta, deltaOf } from '../document/delta.ts';
import type { Steps } from '../document/document-store.ts';
import type { Keeping } from './save-words.ts';

export interface Work {
  /** The instant of its last change. */
  drawnAt: string;
  cycle: Cycle;
  /** What the server had when this was begun, and its ETag. */
  base: Cycle;
  etag: string | null;
  /** Sent, and never answered. */
  unanswered: readonly Cycle[];
  steps: Steps;
}

/** Base and unanswered stand against the cycle; each step against the one that is nearer to it. */
interface Written {
  form: 1;
  keptAt: string;
  etag: string | null;
  cycle: Json;
  base: Delta;
  unanswered: Delta[];
  past: Delta[];
  future: Delta[];
}

/** A browser has room for some five million letters in all; steps of long ago give way first. */
const mostLetters = 1_000_000;

// A cycle is JSON; its type says which.
const plain = (cycle: Cycle): Json => cycle as unknown as Json;

interface Step {
  to: Cycle;
  delta: Delta;
  letters: number;
}

/** A step that was written before is not compared again: there are up to 200, and one more with each change. */
type KnownSteps = WeakMap<Cycle, Step>;

function stepBetween(from: Cycle, to: Cycle, known: KnownSteps): Step {
  const before = known.get(from);
  if (before?.to === to) return before;
  const delta = deltaOf(plain(from), plain(to));
  const step = { to, delta, letters: JSON.stringify(delta).length };
  known.set(from, step);
  return step;
}

/** From the cycle outwards. */
function chain(cycle: Cycle, others: readonly Cycle[], known: KnownSteps): Delta[] {
  let letters = 0;
  const deltas: Delta[] = [];
  let from = cycle;
  for (const next of others) {
    const step = stepBetween(from, next, known);
    letters += step.letters;
    if (letters > mostLetters) break;
    deltas.push(step.delta);
    from = next;
  }
  return deltas;
}

interface KnownWays {
  past: KnownSteps;
  future: KnownSteps;
}

function toWritten({ drawnAt, cycle, base, etag, unanswered, steps }: Work, known: KnownWays): Written {
  return {
    form: 1,
    keptAt: drawnAt,
    etag,
    cycle: plain(cycle),
    base: deltaOf(plain(cycle), plain(base)),
    unanswered: unanswered.map((sent) => deltaOf(plain(cycle), plain(sent))),
    past: chain(cycle, steps.past.toReversed(), known.past),
    future: chain(cycle, steps.future, known.future),
  };
}

function asCycle(value: Json): Cycle {
  const parsed = parseCycle(value);
  if (parsed.kind === 'refused') throw new Error('What was kept is not a cycle.');
  // As it was kept: what parsing leaves out would count as a change.
  return value as unknown as Cycle;
}

function along(cycle: Json, deltas: readonly Delta[]): Cycle[] {
  const found: Cycle[] = [];
  let from = cycle;
  for (const delta of deltas) {
    from = applyDelta(from, delta);
    found.push(asCycle(from));
  }
  return found;
}

/** @throws when it is something else that was kept there. */
function fromWritten(written: Written): Work {
  if (written.form !== 1) throw new Error('This was kept by another version.');
  const { cycle } = written;
  return {
    drawnAt: written.keptAt,
    etag: written.etag,
    cycle: asCycle(cycle),
    base: asCycle(applyDelta(cycle, written.base)),
    unanswered: written.unanswered.map((delta) => asCycle(applyDelta(cycle, delta))),
    steps: { past: along(cycle, written.past).toReversed(), future: along(cycle, written.future) },
  };
}

export interface Shelf {
  /** Null when nothing is kept, or nothing that can be read. */
  read(): Work | null;
  write(work: Work): Keeping;
  clear(): void;
}

const isFull = (error: unknown): boolean =>
  error instanceof DOMException && (error.name === 'QuotaExceededError' || error.code === 22);

interface Place {
  person: string;
  cycleId: string;
}

const nameOf = ({ person, cycleId }: Place): string => `cw-work.${person}.${cycleId}`;

/** Where a tab keeps a person's work on a cycle in this browser. */
export const openShelf = (place: Place, tab: string): Shelf => shelfAt(`${nameOf(place)}.${tab}`);

/** What other tabs kept of it; the one without a name is from before each tab had its own. */
export function shelvesBeside(place: Place, isOther: (tab: string) => boolean): Shelf[] {
  const all = nameOf(place);
  try {
    const names = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? '');
    return names
      .filter((name) => name === all || (name.startsWith(`${all}.`) && isOther(name.slice(all.length + 1))))
      .map(shelfAt);
  } catch {
    // Blocked: there is nothing.
    return [];
  }
}

function shelfAt(name: string): Shelf {
  const open = () => new LowSync<Written | null>(new LocalStorage(name), null);
  const known: KnownWays = { past: new WeakMap(), future: new WeakMap() };
  const put = (written: Written): void => {
    const low = open();
    low.data = written;
    low.write();
  };
  return {
    read: () => {
      try {
        const low = open();
        low.read();
        return low.data === null ? null : fromWritten(low.data);
      } catch {
        // Blocked, or written by somebody else: the draft is as the server has it.
        return null;
      }
    },
    write: (work) => {
      const written = toWritten(work, known);
      try {
        put(written);
        return 'kept';
      } catch (error) {
        return isFull(error) ? putWithoutSteps(written, put) : 'blocked';
      }
    },
    clear: () => {
      try {
        localStorage.removeItem(name);
      } catch {
        // Blocked: nothing was kept.
      }
    },
  };
}

/** The work itself goes before the way to it. */
function putWithoutSteps(written: Written, put: (written: Written) => void): Keeping {
  try {
    put({ ...written, past: [], future: [] });
    return 'kept';
  } catch {
    return 'full';
  }
}
