// The backups of a data folder: made while the server works, checked before they have their name, and kept beside the
// database until somebody removes them.
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Readable } from 'node:stream';
import { Worker } from 'node:worker_threads';
import { type Manifest, readManifest } from './backup-file.ts';

export interface Backup extends Manifest {
  name: string;
  bytes: number;
}

export interface Backups {
  /** @throws BackupRunningError, or what kept it from being made; then there is none. */
  make(madeAt: string): Promise<Backup>;
  /** Newest first. */
  list(): Promise<Backup[]>;
  read(name: string): Promise<{ backup: Backup; content: ReadableStream } | null>;
  /** False when there is none of that name. */
  remove(name: string): Promise<boolean>;
}

export class BackupRunningError extends Error {
  constructor() {
    super('A backup is being made.');
    this.name = 'BackupRunningError';
  }
}

export interface BackupParts {
  folder: string;
  draftsFolder: string;
  version: string;
  /** Copies the database as it is at one instant into a new file. */
  copyTo(file: string): Promise<void>;
}

const NAME = /^backup-[0-9TZ-]{1,40}\.db$/;
const program = new URL('./backup-worker.ts', import.meta.url);

/** Colons are no part of a file's name everywhere. */
const nameOf = (madeAt: string): string => `backup-${madeAt.replaceAll(/[:.]/g, '-')}.db`;

async function seal(file: string, given: object): Promise<void> {
  const worker = new Worker(program, { workerData: { file, given } });
  try {
    await new Promise((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
    });
  } finally {
    await worker.terminate();
  }
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function readBackup(folder: string, name: string): Promise<Backup> {
  const file = join(folder, name);
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    return { ...readManifest(database), name, bytes: (await stat(file)).size };
  } finally {
    database.close();
  }
}

export function makeBackups({ folder, draftsFolder, version, copyTo }: BackupParts): Backups {
  let running = false;

  async function namesIn(): Promise<string[]> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    return (await readdir(folder)).filter((name) => NAME.test(name));
  }

  async function write(madeAt: string): Promise<Backup> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const name = nameOf(madeAt);
    const unfinished = join(folder, `${name}.tmp`);
    try {
      // For the owner alone, before anything is in it: it holds people and secrets.
      await (await open(unfinished, 'w', 0o600)).close();
      await copyTo(unfinished);
      await seal(unfinished, { draftsFolder, version, madeAt });
      await sync(unfinished);
      await rename(unfinished, join(folder, name));
      await sync(folder);
    } finally {
      await rm(unfinished, { force: true });
    }
    return readBackup(folder, name);
  }

  return {
    async make(madeAt) {
      if (running) throw new BackupRunningError();
      running = true;
      try {
        return await write(madeAt);
      } finally {
        running = false;
      }
    },
    async list() {
      const names = (await namesIn()).toSorted().reverse();
      return Promise.all(names.map((name) => readBackup(folder, name)));
    },
    async read(name) {
      if (!(await namesIn()).includes(name)) return null;
      const content = Readable.toWeb(createReadStream(join(folder, name))) as ReadableStream;
      return { backup: await readBackup(folder, name), content };
    },
    async remove(name) {
      if (!(await namesIn()).includes(name)) return false;
      await rm(join(folder, name));
      return true;
    },
  };
}
