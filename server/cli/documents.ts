// Documents from files, and what is wrong with them: one line for each problem.
import type { Json, Problem } from '../../engine/index.ts';
import { CommandError, exitCodes } from './exit-codes.ts';
import type { Outside } from './leaf.ts';

/** @throws CommandError when there is no such file, or when it is not JSON: there NaN and Infinity are no numbers. */
export async function readJson(outside: Outside, file: string): Promise<Json> {
  const text = await outside.readFile(file);
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message.replaceAll(/\s+/g, ' ') : 'unknown reason';
    throw new CommandError(`${file} is not JSON: ${reason}`, exitCodes.invalid);
  }
}

export const problemLine = ({ severity, code, pointer, message }: Problem): string =>
  `${severity.padEnd(7)} ${code} ${pointer || '/'}: ${message}`;
