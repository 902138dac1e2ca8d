// Makes what was committed durable beside the works that follow: one sync of the write-ahead log for all commits that
// waited for it. Until it is done nobody is told of them, neither who wrote nor who reads.
import { open } from 'node:fs/promises';
import { DiskFailedError } from './store.ts';

export interface Log {
  /** Writes to the disk what the system still keeps of it. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

export interface LogSync {
  /**
   * After a commit: resolves once it is durable.
   * @throws DiskFailedError
   */
  afterCommit(): Promise<void>;
  /**
   * Resolves once all that is committed by now is durable.
   * @throws DiskFailedError
   */
  all(): Promise<void>;
}

/**
 * A sync that began before a commit does not cover it, so that commit waits for the next. When one fails, the system
 * may have dropped what it could not write, and a later success would say nothing of it: all that follow fail as well,
 * until the store is opened anew.
 */
export function makeLogSync({ sync }: Pick<Log, 'sync'>): LogSync {
  let latest: Promise<void> = Promise.resolve();
  let toBegin: Promise<void> | null = null;

  function afterCommit(): Promise<void> {
    toBegin ??= latest.then(() => {
      toBegin = null;
      return sync().catch((cause) => {
        throw new DiskFailedError({ cause });
      });
    });
    latest = toBegin;
    return latest;
  }

  return { afterCommit, all: () => latest };
}

/** Of the log that SQLite keeps beside the file; a store in memory has none. */
export async function openLog(file: string): Promise<Log> {
  if (file === ':memory:') return { sync: async () => undefined, close: async () => undefined };
  const log = await open(`${file}-wal`, 'a');
  return { sync: () => log.datasync(), close: () => log.close() };
}
