// The text of a file that a person names: from the folder in which they stand, whatever the encoding that
// a spreadsheet or a shell gave it.
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { CommandError, exitCodes } from './exit-codes.ts';

export interface Standing {
  env: Readonly<Record<string, string | undefined>>;
  folder: string;
}

/**
 * `npm run cyclewright` goes to the folder of the package first; where the person stood is in INIT_CWD. In a script
 * of their own names are from the folder of the script. Names from a clone's root, as the documentation writes them, do in its subfolders too.
 */
const foldersOf = ({ env, folder }: Standing): string[] =>
  env.npm_lifecycle_event === 'cyclewright' && env.INIT_CWD ? [env.INIT_CWD, folder] : [folder];

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

async function readFirst([path, ...others]: string[]): Promise<Buffer> {
  try {
    return await readFile(path ?? '');
  } catch (error) {
    if (others.length === 0 || !isMissing(error)) throw error;
    return readFirst(others);
  }
}

/** Windows PowerShell writes UTF-16, Excel a byte order mark before UTF-8; the mark is no part of the text. */
const encodingOf = ([first, second]: Uint8Array): string =>
  first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';

/** @throws CommandError when it cannot be read. */
export async function readText(name: string, standing: Standing): Promise<string> {
  try {
    const bytes = await readFirst(foldersOf(standing).map((folder) => resolve(folder, name)));
    return new TextDecoder(encodingOf(bytes)).decode(bytes);
  } catch (cause) {
    throw new CommandError(`${name} cannot be read: ${whyNot(cause)}`, exitCodes.notFound, null, { cause });
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file.',
  EISDIR: 'it is a folder.',
  EACCES: 'you are not allowed to read it.',
};

function whyNot(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return reasons[code] ?? (error instanceof Error ? error.message : 'unknown reason');
}
