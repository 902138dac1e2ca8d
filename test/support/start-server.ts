// A real server in a process of its own, on a free port and in a folder of its own.
import { type ChildProcess, spawn } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

export interface RunningServer {
  url: string;
  folder: string;
  /** What it has said until now, for whoever looks for why a test failed. */
  said(): string;
  /** Tells the server to stop; its exit code. */
  stop(): Promise<number | null>;
}

export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

export const makeFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'cyclewright-'));

const spawnServer = (flags: string[], env: Record<string, string>): ChildProcess =>
  spawn(process.execPath, ['server/main.ts', ...flags], {
    cwd: root,
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

/** All that a process says, on either stream. */
export function listenTo(child: ChildProcess): () => string {
  let said = '';
  const listen = (chunk: Buffer) => {
    said += chunk.toString();
  };
  child.stdout?.on('data', listen);
  child.stderr?.on('data', listen);
  return () => said;
}

/** The server's first words, or how it ended before it said them. */
function untilReady(child: ChildProcess, said: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const url = /ready: (http\S+)/.exec(said())?.[1];
      if (url) resolve(url);
    };
    child.stdout?.on('data', look);
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}: ${said()}`)));
  });
}

const ended = (child: ChildProcess): Promise<number | null> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve(child.exitCode)
    : new Promise((resolve) => child.once('exit', (code) => resolve(code)));

export interface Start {
  /** Where its data are kept; without it, in a folder that goes with the server. */
  folder?: string;
  /** A folder that the server's own begins as a copy of. */
  copyOf?: string;
  env?: Record<string, string>;
}

/** The folder of a server that is about to start, and what removes it again if it goes with the server. */
export async function prepareFolder({ folder, copyOf }: Start) {
  const data = folder ?? (await makeFolder());
  if (copyOf) await cp(copyOf, data, { recursive: true });
  return {
    data,
    leave: async () => {
      if (!folder) await rm(data, { recursive: true, force: true });
    },
  };
}

/** Starts a server that goes on. */
export async function startServer(flags: string[], given: Start = {}): Promise<RunningServer> {
  const { data, leave } = await prepareFolder(given);
  const child = spawnServer(['--port', '0', '--data', data, ...flags], given.env ?? {});
  const said = listenTo(child);
  const url = await untilReady(child, said);
  return {
    url,
    folder: data,
    said,
    stop: async () => {
      child.kill('SIGTERM');
      const code = await ended(child);
      await leave();
      return code;
    },
  };
}

/** Runs a server that is expected to refuse to start. */
export async function runToEnd(flags: string[], env: Record<string, string> = {}): Promise<Ended> {
  const child = spawnServer(flags, env);
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    stdout += chunk.toString();
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  return { code: await ended(child), stdout, stderr };
}
