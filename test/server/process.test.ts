import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { makeFolder, runToEnd, startServer } from '../support/start-server.ts';

/** Several starts of a whole server, on a machine that may be busy with other tests. */
vi.setConfig({ testTimeout: 120_000 });

const token = 'an-admin-token-for-tests';
const env = { CYCLEWRIGHT_ADMIN_TOKEN: token };
const get = async (url: string, headers: Record<string, string> = {}) => {
  const response = await fetch(url, { headers });
  return { status: response.status, text: await response.text() };
};

async function folderOfItsOwn() {
  const folder = await makeFolder();
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A server that does not outlive its test, however that ends. */
async function start(flags: string[], folder: string, variables: Record<string, string> = {}) {
  const server = await startServer(flags, { folder, env: variables });
  onTestFinished(async () => {
    await server.stop();
  });
  return server;
}

test('a server starts in an empty folder, answers, and stops with 0 when it is told to', async () => {
  const folder = await folderOfItsOwn();
  const server = await start(['--clean'], folder, env);
  const me = await get(`${server.url}/api/v1/me`, { authorization: `Bearer ${token}` });
  const ready = await get(`${server.url}/readyz`);
  const metrics = await get(`${server.url}/metrics`);
  const secret = await stat(join(folder, 'cookie-secret'));
  expect([me.status, ready.status, metrics.status, secret.mode & 0o777]).toEqual([200, 200, 200, 0o600]);
  expect(metrics.text).toMatch(/http_request_duration_seconds_count\{method="GET",route="\/api\/v1\/me"/);
  expect(await server.stop()).toBe(0);
});

test('a second server on the same folder is refused and told which process has it', async () => {
  const folder = await folderOfItsOwn();
  const first = await start(['--clean'], folder, env);
  const second = await runToEnd(['--clean', '--data', folder, '--port', '0'], env);
  expect(await first.stop()).toBe(0);
  expect([second.code, second.stdout]).toEqual([1, '']);
  expect(second.stderr).toMatch(/is in use by the server with process id \d+\. Stop that one first/);
});

test('what is configured wrongly is told and nothing starts', async () => {
  const refused = await runToEnd(['--demo', '--host', '0.0.0.0']);
  expect([refused.code, refused.stdout]).toEqual([2, '']);
  expect(refused.stderr).toContain('--demo lets anybody sign in as anybody');
});

test('a demo stays on this computer after a restart', async () => {
  const folder = await folderOfItsOwn();
  const demo = await start(['--demo'], folder);
  const setup = JSON.parse((await get(`${demo.url}/api/v1/setup`)).text);
  expect([setup.state, setup.demo, setup.demoPeople.length]).toEqual(['ready', true, 4]);
  expect(await demo.stop()).toBe(0);
  const open = await runToEnd(['--data', folder, '--host', '0.0.0.0', '--port', '0']);
  expect([open.code, open.stderr.includes('not served on 0.0.0.0')]).toEqual([2, true]);
  const again = await start(['--demo'], folder);
  expect(await again.stop()).toBe(0);
});

test('--help explains every flag', async () => {
  const help = await runToEnd(['--help']);
  expect(help.code).toBe(0);
  for (const word of ['--port', '--data', '--demo', 'CYCLEWRIGHT_ADMIN_TOKEN'])
    expect(help.stdout).toContain(word);
});
