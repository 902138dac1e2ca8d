import { rm } from 'node:fs/promises';
import pino from 'pino';
import { expect, onTestFinished, test, vi } from 'vitest';
import { readConfig } from '../../server/config.ts';
import { FolderInUseError } from '../../server/data-folder.ts';
import { startServer } from '../../server/start-server.ts';
import { makeFolder } from '../support/start-server.ts';

/** Whole servers, on a machine that may be busy with other tests. */
vi.setConfig({ testTimeout: 120_000 });

const token = 'an-admin-token-for-tests';
const headers = { authorization: `Bearer ${token}` };

async function startIn(folder: string, flags: string[]) {
  const read = readConfig(['--data', folder, ...flags], { CYCLEWRIGHT_ADMIN_TOKEN: token });
  if (read.kind !== 'config') throw new Error('The flags are wrong.');
  const { stop, url } = await startServer(read.config, pino({ level: 'silent' }));
  let stopped: Promise<void> | undefined;
  const stopOnce = () => {
    stopped ??= stop();
    return stopped;
  };
  onTestFinished(stopOnce);
  return { url, stop: stopOnce };
}

test('a server that was stopped has let go of its folder, its port and its streams for the next in the process', async () => {
  const folder = await makeFolder();
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const first = await startIn(folder, ['--clean', '--port', '0']);
  await expect(startIn(folder, ['--port', '0'])).rejects.toThrow(FolderInUseError);
  const stream = await fetch(`${first.url}/api/v1/events`, { headers });
  const heard = stream.text();
  await first.stop();
  expect([stream.status, typeof (await heard)]).toEqual([200, 'string']);
  await expect(fetch(`${first.url}/readyz`)).rejects.toThrow();

  const second = await startIn(folder, ['--port', new URL(first.url).port]);
  expect(second.url).toBe(first.url);
  // It is set up already: what the first one wrote is there.
  expect((await fetch(`${second.url}/api/v1/me`, { headers })).status).toBe(200);
});
