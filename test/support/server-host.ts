// A process that runs servers as it is told: what a server consists of is loaded once for all of them.
import { inspect } from 'node:util';
import pino from 'pino';
import { readConfig } from '../../server/config.ts';
import { type RunningServer, startServer } from '../../server/start-server.ts';
import type { Answered, Told } from './server-host-messages.ts';

const running = new Map<number, RunningServer>();

const answer = (answered: Answered): void => {
  process.send?.(answered);
};

async function start({ number, flags, env }: Extract<Told, { kind: 'start' }>): Promise<Answered> {
  const read = readConfig(flags, env);
  if (read.kind !== 'config') throw new Error(read.kind === 'refused' ? read.problems.join('\n') : read.kind);
  const write = (line: string) => answer({ kind: 'logged', number, line });
  const server = await startServer(read.config, pino({ level: read.config.logLevel }, { write }));
  running.set(number, server);
  return { kind: 'started', number, url: server.url };
}

async function stop({ number }: Extract<Told, { kind: 'stop' }>): Promise<Answered> {
  const server = running.get(number);
  running.delete(number);
  await server?.stop();
  return { kind: 'stopped', number };
}

process.on('message', (told: Told) => {
  const done = told.kind === 'start' ? start(told) : stop(told);
  done
    .catch((error: unknown): Answered => ({ kind: 'failed', number: told.number, why: inspect(error) }))
    .then(answer);
});
// Nobody is left to tell it anything.
process.once('disconnect', () => process.exit());
