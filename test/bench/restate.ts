// Restate with XState under the same load. It is no dependency: the benchmark brings it into a temporary
// folder, binds it to this machine only, and tells it to call nobody.
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { type Child, startChild } from './child.ts';
import type { Bench } from './cyclewright.ts';
import { measure } from './load.ts';

const packages = [
  '@restatedev/restate-server@1.7.12',
  '@restatedev/xstate@0.5.2',
  '@restatedev/restate-sdk@1.17.2',
  'xstate@5.33.3',
];
const MACHINES = 200;

/** The same counter as the other two run, as Restate's own documentation serves a machine. */
const service = `
import * as restate from '@restatedev/restate-sdk';
import { xstate } from '@restatedev/xstate';
import { assign, setup } from 'xstate';
const machine = setup({}).createMachine({
  id: 'counter',
  initial: 'counting',
  context: { count: 0 },
  states: {
    counting: { on: { 'count.raised': { actions: assign({ count: ({ context }) => context.count + 1 }) } } },
  },
});
const port = Number(process.argv[2]);
await restate.serve({ services: [xstate('counter', machine)], port });
console.log('http://127.0.0.1:' + port);
`;

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(address)));
    });
  });

async function install(folder: string): Promise<void> {
  await writeFile(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  await writeFile(join(folder, 'service.js'), service);
  const args = ['install', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund', ...packages];
  const env = { ...process.env, SCARF_ANALYTICS: 'false', DO_NOT_TRACK: '1' };
  await promisify(execFile)('npm', args, { cwd: folder, env, timeout: 240_000 });
}

async function untilHealthy(admin: string): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt++) {
    const answer = await fetch(`${admin}/health`).catch(() => null);
    if (answer?.ok) return;
    await sleep(100);
  }
  throw new Error('Restate did not become healthy within 30 seconds.');
}

async function must(url: string, body: unknown): Promise<void> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`);
}

interface Ports {
  ingress: number;
  admin: number;
  fabric: number;
  service: number;
}

async function startBoth(folder: string, ports: Ports): Promise<Child[]> {
  const server = await startChild('sh', ['-c', 'echo "$ADDRESS"; exec "$BINARY" --no-logo >&2'], {
    cwd: folder,
    env: {
      // The program itself and not its wrapper: what is started is what is ended.
      BINARY: `node_modules/@restatedev/restate-server-${process.platform}-${process.arch}/bin/restate-server`,
      ADDRESS: `http://127.0.0.1:${ports.ingress}`,
      DO_NOT_TRACK: '1',
      RESTATE_DISABLE_TELEMETRY: 'true',
      RESTATE_LOG_FILTER: 'off',
      RESTATE_NODE_NAME: 'bench',
      RESTATE_BASE_DIR: join(folder, 'data'),
      RESTATE_LISTEN_MODE: 'tcp',
      RESTATE_BIND_IP: '127.0.0.1',
      RESTATE_BIND_PORT: String(ports.fabric),
      RESTATE_INGRESS__BIND_ADDRESS: `127.0.0.1:${ports.ingress}`,
      RESTATE_ADMIN__BIND_ADDRESS: `127.0.0.1:${ports.admin}`,
    },
  });
  const machines = await startChild(process.execPath, ['service.js', String(ports.service)], {
    cwd: folder,
    env: { NODE_ENV: 'production', RESTATE_LOGGING: 'ERROR' },
  });
  return [server, machines];
}

async function prepare(ports: Ports): Promise<void> {
  const admin = `http://127.0.0.1:${ports.admin}`;
  await untilHealthy(admin);
  await must(`${admin}/deployments`, { uri: `http://127.0.0.1:${ports.service}` });
  for (let machine = 0; machine < MACHINES; machine++)
    await must(`http://127.0.0.1:${ports.ingress}/counter/m${machine}/create`, {});
}

/** @throws when it cannot be had here, with the reason. */
export async function makeRestateBench(): Promise<Bench> {
  const folder = await mkdtemp(join(tmpdir(), 'cyclewright-restate-'));
  const children: Child[] = [];
  const end = async () => {
    for (const child of children) await child.end();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await install(folder);
    const [ingress, admin, fabric, machines] = [
      await freePort(),
      await freePort(),
      await freePort(),
      await freePort(),
    ];
    const ports = { ingress, admin, fabric, service: machines };
    children.push(...(await startBoth(folder, ports)));
    await prepare(ports);
    let sent = 0;
    const events: Bench['events'] = (connections, requests) => {
      const offset = sent;
      sent += requests;
      return measure({
        url: `http://127.0.0.1:${ingress}`,
        connections,
        requests,
        request: (number) => ({
          path: `/counter/m${number % MACHINES}/send`,
          body: { event: { type: 'count.raised' } },
          headers: { 'idempotency-key': `e${offset + number}` },
        }),
      });
    };
    return { name: 'Restate with @restatedev/xstate', events, end };
  } catch (error) {
    await end();
    throw error;
  }
}
