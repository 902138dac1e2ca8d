// Group commit: all works that wait are taken into one transaction, each in a savepoint of its own,
// so that they share the one fsync and yet fail alone. Answers are given after the shared commit.
import type { Kysely } from 'kysely';
import { type RunNow, withRunNow } from './prepared.ts';
import type { Db, Schema } from './schema.ts';
import { StoreUnavailableError } from './store.ts';

interface Waiting {
  run(db: Db): Promise<void>;
  settle(): void;
  fail(error: unknown): void;
}

/** More works than this wait for the next commit, so that the first of them need not wait for all. */
const GREATEST_GROUP = 256;

/** More than this would wait longer than a sender does: better told at once to come again. */
const GREATEST_QUEUE = 2_000;

/** Milliseconds after which a group is closed: who only reads waits for the connection until then. */
const LONGEST_GROUP = 50;

const othersHadTheirTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** The connection inside one transaction. */
interface Transaction {
  db: Db;
  say(sql: string): void;
}

/** Runs one work of a group; whether it stays. */
async function runInSavepoint({ db, say }: Transaction, waiting: Waiting): Promise<boolean> {
  say('savepoint work');
  try {
    await waiting.run(db);
  } catch (error) {
    rollBack(say, error);
    waiting.fail(error);
    return false;
  }
  say('release work');
  return true;
}

/** A full disk ends the whole transaction, its savepoints with it: then that is what went wrong. */
function rollBack(say: Transaction['say'], error: unknown): void {
  try {
    say('rollback to work');
  } catch {
    throw error;
  }
  say('release work');
}

interface Committed {
  kept: Waiting[];
  /** Those that did not have their turn any more. */
  left: Waiting[];
}

/** Runs the group in one transaction; gives the works that are in it once it is durable. */
async function commitTogether(
  transaction: Transaction,
  group: Waiting[],
  now: () => number,
): Promise<Committed> {
  const { say } = transaction;
  say('begin immediate');
  try {
    const closes = now() + LONGEST_GROUP;
    const kept: Waiting[] = [];
    const left = [...group];
    do {
      const waiting = left.shift();
      if (waiting && (await runInSavepoint(transaction, waiting))) kept.push(waiting);
    } while (left.length > 0 && now() < closes);
    say('commit');
    return { kept, left };
  } catch (error) {
    try {
      say('rollback');
    } catch {
      // A failed commit may have ended the transaction already; the first error is the one to tell.
    }
    throw error;
  }
}

/** `runNow` runs on the one connection that `db` has; `now` only tells how long something takes. */
export function makeGroupCommit(db: Kysely<Schema>, runNow: RunNow, now: () => number) {
  const queue: Waiting[] = [];
  const listeners = new Set<() => void>();
  const say = (sql: string): void => void runNow(sql, []);
  let running: Promise<void> | null = null;

  async function commitGroup(group: Waiting[]): Promise<void> {
    try {
      const { kept, left } = await db
        .connection()
        .execute((connection) => commitTogether({ db: withRunNow(connection, runNow), say }, group, now));
      queue.unshift(...left);
      for (const waiting of kept) waiting.settle();
      if (kept.length > 0) for (const listener of listeners) listener();
    } catch (cause) {
      const error = new StoreUnavailableError({ cause });
      for (const waiting of group) waiting.fail(error);
    }
  }

  /** Before each group every request that has arrived has its turn: its work goes into the same group. */
  async function drain(): Promise<void> {
    do {
      await othersHadTheirTurn();
      await commitGroup(queue.splice(0, GREATEST_GROUP));
    } while (queue.length > 0);
    running = null;
  }

  function commit<T>(work: (db: Db) => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (queue.length >= GREATEST_QUEUE) return reject(new StoreUnavailableError({ cause: 'queue' }));
      let result: { value: T };
      queue.push({
        run: async (inside) => {
          result = { value: await work(inside) };
        },
        settle: () => resolve(result.value),
        fail: reject,
      });
      running ??= drain();
    });
  }

  function onCommit(listener: () => void): () => void {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }

  return { commit, onCommit, idle: async () => running ?? undefined };
}
