// A backup is one SQLite file: the database as it was at an instant, and in two tables of its own the drafts, which are
// files otherwise, and what the whole is. Read and written without haste, in a worker or by the command line.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

export interface Manifest {
  /** The server that made it, and the last migration of its database. */
  version: string;
  migration: string;
  madeAt: string;
  plans: number;
  people: number;
  drafts: number;
  auditLines: number;
}

export interface DraftFile {
  name: string;
  content: string;
}

const DRAFT = /^[a-z0-9][a-z0-9-]{0,63}\.cycle\.json$/;

const count = (database: DatabaseSync, table: string): number =>
  Number(database.prepare(`select count(*) as n from "${table}"`).get()?.n ?? 0);

function readDraftFiles(folder: string): DraftFile[] {
  const names = readdirSync(folder).filter((name) => DRAFT.test(name));
  return names.map((name) => ({ name, content: readFileSync(join(folder, name), 'utf8') }));
}

/** @throws with what SQLite found, when the file does not hold together. */
export function requireSound(database: DatabaseSync): void {
  const found = database.prepare('pragma integrity_check').all();
  const words = found.map((row) => String(row.integrity_check));
  if (words.length !== 1 || words[0] !== 'ok') throw new Error(`The backup is damaged: ${words.join('; ')}`);
  const orphans = database.prepare('pragma foreign_key_check').all();
  if (orphans.length > 0) throw new Error(`The backup has ${orphans.length} rows that belong to nothing.`);
}

/** Makes a copy of the database a backup: drafts and manifest go in, and all of it is checked. */
export function sealBackup(
  file: string,
  given: { draftsFolder: string; version: string; madeAt: string },
): Manifest {
  const database = new DatabaseSync(file);
  try {
    // A single file, which needs no log beside it.
    database.exec('pragma journal_mode = delete');
    database.exec('create table "backupDrafts" (name text primary key, content text not null)');
    database.exec('create table "backupManifest" (document text not null)');
    const drafts = readDraftFiles(given.draftsFolder);
    const insert = database.prepare('insert into "backupDrafts" values (?, ?)');
    for (const { name, content } of drafts) insert.run(name, content);
    const newest = database.prepare('select max(name) as name from "kysely_migration"').get();
    const manifest: Manifest = {
      version: given.version,
      migration: String(newest?.name ?? ''),
      madeAt: given.madeAt,
      plans: count(database, 'plans'),
      people: count(database, 'people'),
      drafts: drafts.length,
      auditLines: count(database, 'audit'),
    };
    database.prepare('insert into "backupManifest" values (?)').run(JSON.stringify(manifest));
    requireSound(database);
    return manifest;
  } finally {
    database.close();
  }
}

/** @throws when the file is no backup. */
export function readManifest(database: DatabaseSync): Manifest {
  const table = database.prepare(`select 1 from sqlite_master where name = 'backupManifest'`).get();
  const row = table && database.prepare('select document from "backupManifest"').get();
  if (!row) throw new Error('This file is a database, but no backup of Cyclewright.');
  return JSON.parse(String(row.document));
}

export const readDrafts = (database: DatabaseSync): DraftFile[] =>
  database
    .prepare('select name, content from "backupDrafts"')
    .all()
    .map(({ name, content }) => ({ name: String(name), content: String(content) }))
    .filter(({ name }) => DRAFT.test(name));
