// A backup becomes a data folder again: checked first, and never over what is there. Subscriptions are paused, so that
// nothing is sent before somebody has looked; sessions are over.
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type Manifest, readDrafts, readManifest, requireSound } from './backup-file.ts';

export class CannotRestoreError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'CannotRestoreError';
  }
}

export interface Restored extends Manifest {
  folder: string;
  /** Subscriptions that are to be set active again. */
  paused: number;
}

/** Takes out what makes it a backup. */
function unseal(database: DatabaseSync, folder: string): { manifest: Manifest; paused: number } {
  requireSound(database);
  const manifest = readManifest(database);
  const drafts = readDrafts(database);
  const cycles = join(folder, 'cycles');
  mkdirSync(cycles, { recursive: true });
  for (const { name, content } of drafts) writeFileSync(join(cycles, name), content);
  database.exec('drop table "backupDrafts"; drop table "backupManifest"; delete from "authSessions"');
  const paused = database.prepare('update "subscriptions" set active = 0 where active = 1').run();
  return { manifest, paused: Number(paused.changes) };
}

function unsealFile(file: string, folder: string) {
  const database = new DatabaseSync(file);
  try {
    return unseal(database, folder);
  } finally {
    database.close();
  }
}

/** @throws CannotRestoreError and leaves the folder without a database. */
export function restoreBackup(file: string, into: string): Restored {
  const folder = resolve(into);
  const target = join(folder, 'cyclewright.db');
  if (existsSync(target))
    throw new CannotRestoreError(
      `${folder} holds a database already, and nothing is restored over it. Name an empty folder with --data.`,
    );
  if (!existsSync(file)) throw new CannotRestoreError(`There is no file ${file}.`);
  const unfinished = `${target}.restoring`;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  try {
    copyFileSync(file, unfinished);
    const { manifest, paused } = unsealFile(unfinished, folder);
    renameSync(unfinished, target);
    return { ...manifest, folder, paused };
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new CannotRestoreError(`${file} cannot be restored. ${why}`, { cause });
  } finally {
    rmSync(unfinished, { force: true });
  }
}
