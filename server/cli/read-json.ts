// A file of JSON that a command was given.
import type { Json } from '../../engine/index.ts';
import { CommandError, exitCodes } from './exit-codes.ts';
import type { Outside } from './leaf.ts';

/** @throws CommandError invalid when the file is no JSON. */
export async function readJson(outside: Outside, file: string): Promise<Json> {
  const text = await outside.readFile(file);
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown reason';
    throw new CommandError(`${file} is not JSON: ${reason}`, exitCodes.invalid);
  }
}
