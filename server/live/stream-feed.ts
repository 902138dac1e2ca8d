// The feed as a stream of server-sent events: each line that the actor may hear of, in order and once, from where
// the listener left off. A commit wakes the stream; without one it looks again every second.
import type { Actor } from '../access/actor.ts';
import { isStillSignedIn } from '../access/session.ts';
import type { Deps } from '../deps.ts';
import { type FeedLine, lastFeedSeq, listFeed } from '../store/queries/feed.ts';
import type { Db } from '../store/schema.ts';
import { feedSightOf, mayHear, toldTo } from './visible-lines.ts';

export interface Listener {
  /** Resolves when the listener has taken it in, so that a slow one holds back its own stream only. */
  write(text: string): Promise<unknown>;
  /** Aborted when the listener has gone. */
  gone: AbortSignal;
}

const LOOK_AGAIN = 1_000;
const HEARTBEAT = 15_000;
const LOT = 500;
/** Who was away for longer than this many lines reads everything anew instead. */
const FURTHEST_BACK = 10_000;

/** Without an event name: a browser gives only nameless events to whoever listens to all of them. */
const toEvent = ({ seq, at, type, planId, componentId, data }: FeedLine): string =>
  `id: ${seq}\ndata: ${JSON.stringify({ seq, at, type, planId, componentId, data })}\n\n`;

const note = (seq: number, event: string): string => `id: ${seq}\nevent: ${event}\ndata: {}\n\n`;

/** Something to wait for that a commit, time, the end of the listener or of the server brings about. */
function makeWaker({ store, scheduler, stopping }: Deps, gone: AbortSignal) {
  let wake = (): void => undefined;
  let woken = false;
  const ring = (): void => {
    woken = true;
    wake();
  };
  const off = [store.onCommit(ring)];
  for (const signal of [gone, stopping]) {
    signal.addEventListener('abort', ring, { once: true });
    off.push(() => signal.removeEventListener('abort', ring));
  }
  return {
    async wait(): Promise<void> {
      const cancel = scheduler.after(LOOK_AGAIN, ring);
      await new Promise<void>((resolve) => {
        wake = resolve;
        if (woken) resolve();
      });
      woken = false;
      cancel();
    },
    close: () => {
      for (const stop of off) stop();
    },
  };
}

/** Where to begin, and what to say first. */
async function begin({ store }: Deps, given: number | null): Promise<{ after: number; first: string }> {
  const last = await store.read(lastFeedSeq);
  if (given === null) return { after: last, first: note(last, 'ready') };
  const lost = given > last || last - given > FURTHEST_BACK;
  return lost ? { after: last, first: note(last, 'reset') } : { after: given, first: note(given, 'ready') };
}

interface Hearing {
  actor: Actor;
  after: number;
  at: string;
}

/** What comes next and who may hear it; null when the actor is no longer signed in. */
async function hearAfter(db: Db, { actor, after, at }: Hearing) {
  if (!(await isStillSignedIn(db, actor, at))) return null;
  const lines = await listFeed(db, after, LOT);
  return { lines, sight: lines.length > 0 ? await feedSightOf(db, actor) : null };
}

/**
 * Writes until the listener has gone or has signed out, or the server stops. `lastEventId` is the last line that the listener has;
 * null begins with what happens from now on. `ready` comes first, or `reset` when lines are missing between.
 */
export async function streamFeed(
  deps: Deps,
  listener: Listener,
  { actor, lastEventId }: { actor: Actor; lastEventId: number | null },
): Promise<void> {
  const { store, clock, stopping } = deps;
  const waker = makeWaker(deps, listener.gone);
  const ended = () => listener.gone.aborted || stopping.aborted;
  try {
    let { after, first } = await begin(deps, lastEventId);
    await listener.write(first);
    let wrote = Date.parse(clock.now());
    while (!ended()) {
      const heard = await store.read((db) => hearAfter(db, { actor, after, at: clock.now() }));
      if (!heard) break;
      const { lines, sight } = heard;
      const text = lines
        .flatMap((line) => (sight && mayHear(sight, line) ? [toEvent(toldTo(sight, line))] : []))
        .join('');
      after = lines.at(-1)?.seq ?? after;
      const now = Date.parse(clock.now());
      if (text || now - wrote >= HEARTBEAT) {
        await listener.write(text || ': still here\n\n');
        wrote = now;
      }
      if (lines.length < LOT && !ended()) await waker.wait();
    }
  } finally {
    waker.close();
  }
}
