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
  const { headers } = await fetch(`${server.url}/readyz`);
  const secret = await stat(join(folder, 'cookie-secret'));
  expect([me.status, ready.status, metrics.status, secret.mode & 0o777]).toEqual([200, 200, 200, 0o600]);
  // A proxy before it keeps its connections for at most 75 seconds.
  expect(headers.get('keep-alive')).toBe('timeout=80');
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

const short = {
  schema: 'cycle/1',
  id: 'short',
  name: 'Short',
  initial: 'wait',
  stages: { wait: { after: [{ delay: 'P1D', to: 'done' }] }, done: { type: 'final' } },
};

/** Milliseconds: less than that thread is kept for who draws next. */
const SOON = 50_000;

test('a server whose drafts were checked stops without waiting for the thread that checked them', {
  timeout: SOON,
}, async () => {
  const server = await start(['--clean'], await folderOfItsOwn(), env);
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const cycle = `${server.url}/api/v1/cycles/short`;
  const kept = await fetch(cycle, { method: 'PUT', headers, body: JSON.stringify(short) });
  expect(kept.status).toBe(200);
  const isCounted = async () => {
    const { items } = await (await fetch(`${server.url}/api/v1/cycles`, { headers })).json();
    return typeof items[0].errors === 'number';
  };
  while (!(await isCounted()));
  expect(await server.stop()).toBe(0);
});

test('a launch that is under way when the server is told to stop goes on after the next start', async () => {
  const folder = await folderOfItsOwn();
  const first = await start(['--clean'], folder, env);
  const call = async (url: string, method: string, path: string, body?: unknown) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const init = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
    const response = await fetch(`${url}/api/v1${path}`, init);
    expect([path, response.status < 300]).toEqual([path, true]);
    return response.json();
  };
  const total = 700;
  for (let made = 0; made < total; made += 50)
    await Promise.all(
      Array.from({ length: 50 }, (_, index) => {
        const component = { id: `c${made + index}`, kind: 'team', name: `Team ${made + index}` };
        return call(first.url, 'POST', '/components', component);
      }),
    );
  await call(first.url, 'PUT', '/cycles/short', short);
  await call(first.url, 'POST', '/cycles/short/publish', {});
  const launch = await call(first.url, 'POST', '/launches', { cycleId: 'short', selector: {} });
  const lookAt = (url: string) => call(url, 'GET', `/launches/${launch.id}`);
  let seen = launch;
  while (seen.started === 0) seen = await lookAt(first.url);
  expect(await first.stop()).toBe(0);

  const second = await start(['--clean'], folder, env);
  const found = await lookAt(second.url);
  expect(found.started).toBeGreaterThanOrEqual(seen.started);
  expect(seen.started).toBeLessThan(total);
  let now = found;
  while (now.status !== 'done') now = await lookAt(second.url);
  expect(now).toMatchObject({ total, started: total, failed: 0, skipped: 0 });
  const started = new Set<string>();
  for (let next: string | null = ''; next !== null; ) {
    const page = await call(second.url, 'GET', `/plans?launchId=${launch.id}&limit=200${next}`);
    for (const plan of page.items) started.add(plan.componentId);
    next = page.nextCursor && `&cursor=${page.nextCursor}`;
  }
  expect(started.size).toBe(total);
  expect(await second.stop()).toBe(0);
});
