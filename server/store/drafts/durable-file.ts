// A lowdb adapter that survives a crash and a full disk: the text is written whole to a temporary
// file and synced, the old generation is kept, the new one is renamed into place and the folder synced.
// A write that fails leaves the file as it was.
import type { FileHandle } from 'node:fs/promises';
import { copyFile, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Adapter } from 'lowdb';

export const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** What the adapter needs of the file system; a test gives one that fails. */
export interface Files {
  openForWriting(path: string): Promise<Pick<FileHandle, 'writeFile' | 'sync' | 'close'>>;
}
export const realFiles: Files = { openForWriting: (path) => open(path, 'w') };

export function durableFile(path: string, files: Files = realFiles): Adapter<string> {
  const temporary = `${path}.tmp`;

  async function writeTemporary(text: string): Promise<void> {
    const handle = await files.openForWriting(temporary);
    try {
      await handle.writeFile(text, 'utf8');
      await handle.sync();
    } finally {
      await handle.close();
    }
  }

  return {
    read: async () => {
      try {
        return await readFile(path, 'utf8');
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
    write: async (text) => {
      try {
        await writeTemporary(text);
      } catch (error) {
        await rm(temporary, { force: true });
        throw error;
      }
      await copyFile(path, `${path}.previous`).catch((error) => {
        if (!isMissing(error)) throw error;
      });
      await rename(temporary, path);
      await syncFolder(dirname(path));
    },
  };
}
