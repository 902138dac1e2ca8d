// A program of the benchmark as a process of its own; it says its address in its first lines.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export interface Child {
  url: string;
  end(): Promise<void>;
}

export async function startChild(
  command: string,
  args: string[],
  given: { env?: Record<string, string>; cwd?: string } = {},
): Promise<Child> {
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    cwd: given.cwd,
    env: { PATH: process.env.PATH, ...given.env },
  });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const end = async (): Promise<void> => {
    child.kill('SIGKILL');
    await exited;
  };
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /https?:\/\/\S+/.exec(line)?.[0];
    if (!url) continue;
    child.stdout.resume();
    return { url, end };
  }
  throw new Error(`${command} ${args.join(' ')} ended before it gave an address.`);
}
