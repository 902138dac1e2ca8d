// Kysely on Node's own SQLite. Statements that are used again are prepared once.
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { SqliteDialect } from 'kysely';
import { boundedMemo } from '../bounded-memo.ts';
import { foldText } from './fold.ts';
import type { PrepareNow } from './prepared.ts';

interface Statement {
  readonly reader: boolean;
  all(parameters: readonly unknown[]): unknown[];
  run(parameters: readonly unknown[]): { changes: number | bigint; lastInsertRowid: number | bigint };
  iterate(parameters: readonly unknown[]): IterableIterator<unknown>;
}

const inputs = (parameters: readonly unknown[]) => parameters as readonly SQLInputValue[];

function toStatement(statement: StatementSync): Statement {
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...inputs(parameters)),
    run: (parameters) => statement.run(...inputs(parameters)),
    iterate: (parameters) => statement.iterate(...inputs(parameters)),
  };
}

function telling(statement: Statement, tell: () => void): Statement {
  const told =
    <Result>(run: (parameters: readonly unknown[]) => Result) =>
    (parameters: readonly unknown[]): Result => {
      tell();
      return run(parameters);
    };
  const { reader, all, run, iterate } = statement;
  return { reader, all: told(all), run: told(run), iterate: told(iterate) };
}

/** Who wants to be told before a statement runs gives what tells them; null for one that is not their business. */
type Hears = (sql: string) => (() => void) | null;

/** The server's own statements are some hundreds; lists of ids of every length would add thousands. */
const KEPT_STATEMENTS = 500;

export const preparing = (
  database: Pick<DatabaseSync, 'prepare'>,
  hears: Hears = () => null,
): ((sql: string) => Statement) =>
  boundedMemo((sql) => {
    const statement = toStatement(database.prepare(sql));
    const tell = hears(sql);
    return tell ? telling(statement, tell) : statement;
  }, KEPT_STATEMENTS);

export interface Sqlite {
  dialect: SqliteDialect;
  /** For the connection as it is, inside the transaction that is open there. */
  prepareNow: PrepareNow;
  /** Runs statements that may not be prepared. */
  say(sql: string): void;
}

export function makeSqlite(database: DatabaseSync, hears?: Hears): Sqlite {
  const prepare = preparing(database, hears);
  const prepareNow: PrepareNow = (sql) => {
    const statement = prepare(sql);
    if (statement.reader) return (parameters) => ({ rows: statement.all(parameters) });
    return (parameters) => {
      const { changes, lastInsertRowid } = statement.run(parameters);
      return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
    };
  };
  return {
    dialect: new SqliteDialect({ database: { prepare, close: () => database.close() } }),
    prepareNow,
    say: (sql) => database.exec(sql),
  };
}

/**
 * Opens or creates the database file (`:memory:` for none) for this process alone.
 * @throws DatabaseInUseError when another process holds it.
 */
export function openDatabase(file: string): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: 0 });
  database.function('fold', { deterministic: true }, (text) =>
    typeof text === 'string' ? foldText(text) : null,
  );
  try {
    database.exec('PRAGMA locking_mode = EXCLUSIVE');
    database.exec('PRAGMA journal_mode = WAL');
    database.exec('PRAGMA synchronous = FULL');
    database.exec('PRAGMA foreign_keys = ON');
    // Each event touches pages all over the file. With SQLite's own 2 MB they are read again and again, and with its
    // 4 MB of log every few hundred events wait for a checkpoint. KiB, and pages of 4 KiB.
    database.exec('PRAGMA cache_size = -32768');
    database.exec('PRAGMA wal_autocheckpoint = 8000');
    // A savepoint keeps the pages as they were. Once one outgrew 64 KB, all later ones would be written to a file.
    database.exec('PRAGMA temp_store = MEMORY');
    database.exec('BEGIN EXCLUSIVE; COMMIT');
  } catch (cause) {
    database.close();
    throw new DatabaseInUseError(file, { cause });
  }
  return database;
}

export class DatabaseInUseError extends Error {
  constructor(file: string, options: ErrorOptions) {
    super(`${file} is in use by another server. Stop it, or choose another folder with --data.`, options);
    this.name = 'DatabaseInUseError';
  }
}
