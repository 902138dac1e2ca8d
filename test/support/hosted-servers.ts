// Real servers of which several run in one process, one after the other or beside each other: most of what a server costs
// a test is loading it. A test about the process itself, its signals, its exit code or its death, takes startServer.
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Answered, Told } from './server-host-messages.ts';
import { listenTo, prepareFolder, type RunningServer, type Start } from './start-server.ts';

export interface Host {
  start(flags: string[], given?: Start): Promise<RunningServer>;
  /** Ends the process and all servers in it. */
  end(): Promise<void>;
}

type Settled = Exclude<Answered, { kind: 'logged' }>;

const isOf = <Kind extends Settled['kind']>(
  kind: Kind,
  answered: Settled,
): answered is Extract<Settled, { kind: Kind }> => answered.kind === kind;

/** Tells the process what to do, and finds the answer to each. */
function talkTo(child: ChildProcess) {
  const said = listenTo(child);
  const logs = new Map<number, string>();
  const waiting = new Map<number, (answered: Settled) => void>();
  const settle = (answered: Settled): void => {
    waiting.get(answered.number)?.(answered);
    waiting.delete(answered.number);
  };
  const whyGone = (): string =>
    `The process of the servers is gone (${child.signalCode ?? child.exitCode}): ${said()}`;
  const logOf = (number: number): string => logs.get(number) ?? '';
  child.on('message', (answered: Answered) => {
    if (answered.kind === 'logged') logs.set(answered.number, logOf(answered.number) + answered.line);
    else settle(answered);
  });
  child.once('exit', () => {
    for (const number of waiting.keys()) settle({ kind: 'failed', number, why: whyGone() });
  });
  return {
    saidBy: (number: number): string => logOf(number) + said(),
    forget: (number: number): boolean => logs.delete(number),
    tell: async <Kind extends Settled['kind']>(told: Told, kind: Kind) => {
      const answered = await new Promise<Settled>((resolve) => {
        waiting.set(told.number, resolve);
        child.send(told, (error) => {
          if (error) settle({ kind: 'failed', number: told.number, why: whyGone() });
        });
      });
      if (isOf(kind, answered)) return answered;
      throw new Error(answered.kind === 'failed' ? answered.why : answered.kind);
    },
  };
}

const pathOf = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

const forkHost = (): ChildProcess =>
  fork(pathOf('./server-host.ts'), {
    // Not the test runner's own flags and environment: some of its names are the server's too.
    execArgv: [],
    env: { PATH: process.env.PATH ?? '', NODE_COMPILE_CACHE: pathOf('../../node_modules/.cache/compiled') },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });

export function startHost(): Host {
  const child = forkHost();
  const { saidBy, forget, tell } = talkTo(child);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let given = 0;
  return {
    start: async (flags, how = {}) => {
      given += 1;
      const number = given;
      const { data, leave } = await prepareFolder(how);
      const all = ['--port', '0', '--data', data, ...flags];
      const { url } = await tell({ kind: 'start', number, flags: all, env: how.env ?? {} }, 'started');
      return {
        url,
        folder: data,
        said: () => saidBy(number),
        stop: async () => {
          await tell({ kind: 'stop', number }, 'stopped').finally(leave);
          forget(number);
          return 0;
        },
      };
    },
    end: async () => {
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}
