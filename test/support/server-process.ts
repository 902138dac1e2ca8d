// The real server as a process of its own, on a free port and a data folder that the test chose.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export const adminToken = 'a-token-that-only-the-tests-know-0123456789';

export interface ServerProcess {
  url: string;
  /** Ends it with the signal and waits until it is gone. */
  end(signal: NodeJS.Signals): Promise<void>;
}

const main = fileURLToPath(new URL('../../server/main.ts', import.meta.url));
/** As `npm start` does: the program's own code in large pages of memory, where the system has them, is found sooner. */
const nodeFlags = ['--use-largepages=silent'];
/** Starts many times in one test: what was compiled once is not compiled again. */
const compiled = join(tmpdir(), 'cyclewright-compile-cache');

async function addressOf(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('The server has no output.');
  const heard: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    heard.push(line);
    const url = /https?:\/\/\S+/.exec(line)?.[0];
    if (url) return url.replace('localhost', '127.0.0.1');
  }
  throw new Error(`The server ended before it was ready. It said: ${heard.join('\n')}`);
}

export async function startServer(
  data: string,
  given: { args?: string[]; env?: NodeJS.ProcessEnv } = {},
): Promise<ServerProcess> {
  const args = [...nodeFlags, main, '--clean', '--data', data, '--port', '0', ...(given.args ?? [])];
  // Not the test runner's own environment: some of its names are the server's too.
  const env = {
    PATH: process.env.PATH,
    CYCLEWRIGHT_ADMIN_TOKEN: adminToken,
    LOG_LEVEL: 'error',
    NODE_COMPILE_CACHE: compiled,
    ...given.env,
  };
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'], env });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = await addressOf(child);
  child.stdout?.resume();
  return {
    url,
    end: async (signal) => {
      child.kill(signal);
      await exited;
    },
  };
}

export async function makeDataFolder(): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'cyclewright-data-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** Sends JSON as the administrator. */
export async function callServer(
  { url }: Pick<ServerProcess, 'url'>,
  method: string,
  path: string,
  body?: unknown,
) {
  const response = await fetch(`${url}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${adminToken}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
}
