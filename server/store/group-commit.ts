// Group commit: all works that wait are taken into one transaction, each in a savepoint of its own,
// so that they share the one fsync and yet fail alone. Answers are given after the shared commit.
import { type Kysely, sql } from 'kysely';
import type { Db, Schema } from './schema.ts';
import { StoreUnavailableError } from './store.ts';

interface Waiting {
  run(db: Db): Promise<void>;
  settle(): void;
  fail(error: unknown): void;
}

/** More works than this wait for the next commit, so that the first of them need not wait for all. */
const GREATEST_GROUP = 256;

export function makeGroupCommit(db: Kysely<Schema>) {
  const queue: Waiting[] = [];
  let running: Promise<void> | null = null;

  async function commitGroup(group: Waiting[]): Promise<void> {
    const done: Waiting[] = [];
    try {
      await db.connection().execute(async (connection) => {
        await sql`begin immediate`.execute(connection);
        try {
          for (const waiting of group) {
            await sql`savepoint work`.execute(connection);
            try {
              await waiting.run(connection);
              await sql`release work`.execute(connection);
              done.push(waiting);
            } catch (error) {
              await sql`rollback to work`.execute(connection);
              await sql`release work`.execute(connection);
              waiting.fail(error);
            }
          }
          await sql`commit`.execute(connection);
        } catch (error) {
          await sql`rollback`.execute(connection).catch(() => undefined);
          throw error;
        }
      });
      for (const waiting of done) waiting.settle();
    } catch (cause) {
      const error = new StoreUnavailableError({ cause });
      for (const waiting of group) waiting.fail(error);
    }
  }

  async function drain(): Promise<void> {
    while (queue.length > 0) await commitGroup(queue.splice(0, GREATEST_GROUP));
    running = null;
  }

  function commit<T>(work: (db: Db) => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      let result: { value: T };
      queue.push({
        run: async (inside) => {
          result = { value: await work(inside) };
        },
        settle: () => resolve(result.value),
        fail: reject,
      });
      running ??= Promise.resolve().then(drain);
    });
  }

  return { commit, idle: async () => running ?? undefined };
}
