// The server as a process: reads its configuration, starts, says so, and stops when it is told to.
import pino from 'pino';
import { type Config, helpText, readConfig } from './config.ts';
import { FolderInUseError } from './data-folder.ts';
import { startServer, UnfitFolderError } from './start-server.ts';

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
const complain = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

const untilToldToStop = (): Promise<NodeJS.Signals> =>
  new Promise((resolve) => {
    process.once('SIGTERM', resolve);
    process.once('SIGINT', resolve);
  });

async function serve(config: Config): Promise<void> {
  const log = pino({ level: config.logLevel }, pino.destination(2));
  const server = await startServer(config, log);
  // Before the first word is out: who hears it may answer with a signal at once.
  const toldToStop = untilToldToStop();
  say(`Cyclewright is ready: ${server.url}`);
  say(`Data in ${server.folder}. Ctrl+C stops it.`);
  await toldToStop;
  await server.stop();
}

const isExpected = (error: unknown): error is Error =>
  error instanceof FolderInUseError ||
  error instanceof UnfitFolderError ||
  (error instanceof Error &&
    'code' in error &&
    ['EADDRINUSE', 'EACCES', 'EADDRNOTAVAIL'].includes(String(error.code)));

/** @returns the exit code: 0 stopped as told, 1 failed, 2 wrong configuration. */
export async function runServer(argv: string[], env: NodeJS.ProcessEnv): Promise<number> {
  const read = readConfig(argv, env);
  if (read.kind === 'help') {
    say(helpText());
    return 0;
  }
  if (read.kind === 'refused') {
    for (const problem of read.problems) complain(problem);
    return 2;
  }
  try {
    await serve(read.config);
    return 0;
  } catch (error) {
    if (!isExpected(error)) throw error;
    complain(error.message);
    return error instanceof UnfitFolderError ? 2 : 1;
  }
}
