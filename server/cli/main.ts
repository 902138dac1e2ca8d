// npm run cyclewright -- <noun> <verb>: the command line as a process.
import '@hono/zod-openapi';
import { readFile } from 'node:fs/promises';
import { CommandError, exitCodes } from './exit-codes.ts';
import { runProgram } from './program.ts';

process.exitCode = await runProgram(process.argv.slice(2), {
  out: (text) => console.log(text),
  err: (text) => console.error(text),
  fetch: (url, init) => fetch(url, init),
  readFile: (path) =>
    readFile(path, 'utf8').catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : 'unknown reason';
      throw new CommandError(`${path} cannot be read: ${reason}`, exitCodes.notFound);
    }),
});
