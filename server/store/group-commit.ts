// Group commit: all works that wait are taken into one transaction, each in a savepoint of its own,
// so that they share the one fsync and yet fail alone. Answers are given once the shared commit is durable;
// the next group is worked on meanwhile.
import type { Kysely } from 'kysely';
import { type RunNow, withPrepareNow } from './prepared.ts';
import type { Db, Schema } from './schema.ts';
import type { Sqlite } from './sqlite-dialect.ts';
import { StoreUnavailableError } from './store.ts';

interface Waiting {
  run(db: Db): Promise<void>;
  settle(): void;
  fail(error: unknown): void;
  /** Nothing of what it writes is kept. */
  isRehearsal: boolean;
}

type Work<T> = (db: Db) => Promise<T>;

function toWaiting<T>(work: Work<T>, resolve: (value: T) => void): Pick<Waiting, 'run' | 'settle'> {
  let result: { value: T };
  return {
    run: async (inside) => {
      result = { value: await work(inside) };
    },
    settle: () => resolve(result.value),
  };
}

/** How a work of a group ended. */
interface Ended {
  waiting: Waiting;
  /** It was undone, and this is what it threw. */
  failure?: { error: unknown };
}

const keepsSomething = ({ waiting, failure }: Ended): boolean => !failure && !waiting.isRehearsal;

/** More works than this wait for the next commit, so that the first of them need not wait for all. */
const GREATEST_GROUP = 256;

/** More than this would wait longer than a sender does: better told at once to come again. */
const GREATEST_QUEUE = 2_000;

/** Milliseconds after which a group is closed: who only reads waits for the connection until then. */
const LONGEST_GROUP = 50;

/** Milliseconds that a group waits at most for those who keep arriving. */
const LONGEST_GATHERING = 2;

const othersHadTheirTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** What begins, ends and undoes on the connection. */
function makeBounds({ prepareNow }: Pick<Sqlite, 'prepareNow'>) {
  const bound = (sql: string) => {
    const run: RunNow = prepareNow(sql);
    return () => void run([]);
  };
  return {
    begin: bound('begin immediate'),
    commit: bound('commit'),
    rollBack: bound('rollback'),
    beginWork: bound('savepoint work'),
    keepWork: bound('release work'),
    undoWork: bound('rollback to work'),
  };
}

type Bounds = ReturnType<typeof makeBounds>;

/** The connection inside one transaction. */
interface Transaction {
  db: Db;
  bounds: Bounds;
  say(sql: string): void;
}

/** Runs one work of a group. */
async function runInSavepoint({ db, bounds }: Transaction, waiting: Waiting): Promise<Ended> {
  bounds.beginWork();
  try {
    await waiting.run(db);
  } catch (error) {
    undo(bounds, error);
    return { waiting, failure: { error } };
  }
  if (waiting.isRehearsal) bounds.undoWork();
  bounds.keepWork();
  return { waiting };
}

/** A full disk ends the whole transaction, its savepoints with it: then that is what went wrong. */
function undo({ undoWork, keepWork }: Bounds, error: unknown): void {
  try {
    undoWork();
  } catch {
    throw error;
  }
  keepWork();
}

interface Committed {
  ended: Ended[];
  /** Those that did not have their turn any more. */
  left: Waiting[];
}

/** Runs the group in one transaction, which is written when this resolves but not yet durable. */
async function commitTogether(
  transaction: Transaction,
  group: Waiting[],
  now: () => number,
): Promise<Committed> {
  const { bounds, say } = transaction;
  say('pragma synchronous = normal');
  try {
    bounds.begin();
    const closes = now() + LONGEST_GROUP;
    const ended: Ended[] = [];
    const left = [...group];
    do {
      const waiting = left.shift();
      if (waiting) ended.push(await runInSavepoint(transaction, waiting));
    } while (left.length > 0 && now() < closes);
    bounds.commit();
    return { ended, left };
  } catch (error) {
    try {
      bounds.rollBack();
    } catch {
      // A failed commit may have ended the transaction already; the first error is the one to tell.
    }
    throw error;
  } finally {
    say('pragma synchronous = full');
  }
}

export interface GroupCommit {
  db: Kysely<Schema>;
  /** The one connection that `db` has. */
  sqlite: Pick<Sqlite, 'prepareNow' | 'say'>;
  /** Resolves once what was committed before the call is durable. */
  afterCommit(): Promise<void>;
  /** Only tells how long something takes, in milliseconds. */
  now(): number;
}

export function makeGroupCommit({ db, sqlite, afterCommit, now }: GroupCommit) {
  const { prepareNow, say } = sqlite;
  const bounds = makeBounds(sqlite);
  const queue: Waiting[] = [];
  const listeners = new Set<() => void>();
  let running: Promise<void> | null = null;
  let told: Promise<void> = Promise.resolve();

  /** Also what failed may have seen what others wrote, so it waits for them. */
  async function tell(ended: Ended[]): Promise<void> {
    try {
      await afterCommit();
    } catch (error) {
      for (const { waiting } of ended) waiting.fail(error);
      return;
    }
    for (const { waiting, failure } of ended) failure ? waiting.fail(failure.error) : waiting.settle();
    if (ended.some(keepsSomething)) for (const listener of listeners) listener();
  }

  async function commitGroup(group: Waiting[]): Promise<void> {
    try {
      const { ended, left } = await db
        .connection()
        .execute((connection) =>
          commitTogether({ db: withPrepareNow(connection, prepareNow), bounds, say }, group, now),
        );
      queue.unshift(...left);
      told = tell(ended);
    } catch (cause) {
      const error = new StoreUnavailableError({ cause });
      for (const waiting of group) waiting.fail(error);
    }
  }

  /**
   * Every request that has arrived has its turn, so that its work goes into the same group; and as long as each turn brings
   * more, another. Works of one group share the pages that all write and the sync.
   */
  async function gather(): Promise<void> {
    const closes = now() + LONGEST_GATHERING;
    let before: number;
    do {
      before = queue.length;
      await othersHadTheirTurn();
    } while (queue.length > before && queue.length < GREATEST_GROUP && now() < closes);
  }

  async function drain(): Promise<void> {
    do {
      await gather();
      await commitGroup(queue.splice(0, GREATEST_GROUP));
    } while (queue.length > 0);
    running = null;
  }

  function take<T>(work: Work<T>, kind: 'commit' | 'rehearsal'): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (queue.length >= GREATEST_QUEUE) return reject(new StoreUnavailableError({ cause: 'queue' }));
      const isRehearsal = kind === 'rehearsal';
      queue.push({ ...toWaiting(work, resolve), fail: reject, isRehearsal });
      running ??= drain();
    });
  }

  function onCommit(listener: () => void): () => void {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }

  /** Resolves once no work is under way and all that were are told. */
  async function idle(): Promise<void> {
    await running;
    await told;
  }

  return { take, onCommit, idle };
}
