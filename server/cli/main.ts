// npm run cyclewright -- <noun> <verb>: the command line as a process.
import '@hono/zod-openapi';
import { runProgram } from './program.ts';
import { readText } from './read-file.ts';

process.exitCode = await runProgram(process.argv.slice(2), {
  out: (text) => console.log(text),
  err: (text) => console.error(text),
  fetch: (url, init) => fetch(url, init),
  readFile: (path) => readText(path, { env: process.env, folder: process.cwd() }),
});
