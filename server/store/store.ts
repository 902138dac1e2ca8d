// The store as the rest of the server sees it: durable transactions and consistent reads.
// What is read and written is said by the query functions in queries/, which take the `Db` they are given.
import type { Db } from './schema.ts';

export interface Store {
  /**
   * Runs `work` in a transaction of its own and resolves once what it wrote is durable. Works that
   * wait together share one commit; one that throws is undone alone, and its error is thrown here.
   * A work touches nothing but the database: it may run again, and others wait for it.
   */
  commit<T>(work: (db: Db) => Promise<T>): Promise<T>;
  /** Runs `work` as `commit` does, among the others, and keeps nothing of what it wrote. */
  rehearse<T>(work: (db: Db) => Promise<T>): Promise<T>;
  /** Runs `work` on what is committed. */
  read<T>(work: (db: Db) => Promise<T>): Promise<T>;
  /**
   * Calls `listener` after each commit, whatever was in it; the answer stops that. A hint and never more:
   * who listens looks into the store, and looks again from time to time without being called.
   */
  onCommit(listener: () => void): () => void;
  /** Waits for the works under way and closes the database. */
  close(): Promise<void>;
}

/** The disk is full or fails: nothing was acknowledged, the caller may try again later. */
export class StoreUnavailableError extends Error {
  constructor(options: ErrorOptions) {
    super('The store cannot write now. Nothing was changed; try again in a moment.', options);
    this.name = 'StoreUnavailableError';
  }
}

/** The disk failed after the commit: whether it was kept shows only when the store is opened anew. */
export class DiskFailedError extends StoreUnavailableError {
  constructor(options: ErrorOptions) {
    super(options);
    this.name = 'DiskFailedError';
    this.message =
      'The disk failed while writing, so the store takes nothing more. Whether the last changes were kept shows after a restart of the server: look before you send them again.';
  }
}
