// Group commit: all works that wait are taken into one transaction, each in a savepoint of its own,
// so that they share the one fsync and yet fail alone. Answers are given after the shared commit.
import { CompiledQuery, type Kysely } from 'kysely';
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

const begin = CompiledQuery.raw('begin immediate');
const commitAll = CompiledQuery.raw('commit');
const rollbackAll = CompiledQuery.raw('rollback');
const savepoint = CompiledQuery.raw('savepoint work');
const release = CompiledQuery.raw('release work');
const rollbackToSavepoint = CompiledQuery.raw('rollback to work');

/** Runs one work of a group; whether it stays. */
async function runInSavepoint(connection: Db, waiting: Waiting): Promise<boolean> {
  await connection.executeQuery(savepoint);
  try {
    await waiting.run(connection);
  } catch (error) {
    // A full disk ends the whole transaction, its savepoints with it: then that is what went wrong.
    await connection.executeQuery(rollbackToSavepoint).catch(() => Promise.reject(error));
    await connection.executeQuery(release);
    waiting.fail(error);
    return false;
  }
  await connection.executeQuery(release);
  return true;
}

interface Committed {
  kept: Waiting[];
  /** Those that did not have their turn any more. */
  left: Waiting[];
}

/** Runs the group in one transaction; gives the works that are in it once it is durable. */
async function commitTogether(connection: Db, group: Waiting[], now: () => number): Promise<Committed> {
  await connection.executeQuery(begin);
  try {
    const closes = now() + LONGEST_GROUP;
    const kept: Waiting[] = [];
    const left = [...group];
    do {
      const waiting = left.shift();
      if (waiting && (await runInSavepoint(connection, waiting))) kept.push(waiting);
    } while (left.length > 0 && now() < closes);
    await connection.executeQuery(commitAll);
    return { kept, left };
  } catch (error) {
    // A failed commit may have ended the transaction already; the first error is the one to tell.
    await connection.executeQuery(rollbackAll).catch(() => undefined);
    throw error;
  }
}

/** `now` only tells how long something takes. */
export function makeGroupCommit(db: Kysely<Schema>, now: () => number = () => performance.now()) {
  const queue: Waiting[] = [];
  const listeners = new Set<() => void>();
  let running: Promise<void> | null = null;

  async function commitGroup(group: Waiting[]): Promise<void> {
    try {
      const { kept, left } = await db
        .connection()
        .execute((connection) => commitTogether(connection, group, now));
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
