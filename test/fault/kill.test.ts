// The real server, eight clients, and kill -9 at random moments: what was acknowledged is there, once.
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { callServer, makeDataFolder, type ServerProcess, startServer } from '../support/server-process.ts';
import { examine } from './invariants.ts';
import { makeRandom, startClients } from './ledger.ts';
import { startSink } from './webhook-sink.ts';

const KILLS = Number(process.env.CYCLEWRIGHT_KILLS ?? 50);
const SEED = Number(process.env.CYCLEWRIGHT_SEED ?? 20260105);
const CLIENTS = 8;
const COMPONENTS = 40;

const task = (title: string) => ({ title, assignee: 'owner', form: 'feedback', due: 'P10D' });
const count = { do: 'set', variable: 'steps', value: 'steps + 1' };

/** Round and round: each step closes a task and a timer and opens others; a timer of a second steps in between. */
const cycle = {
  schema: 'cycle/1',
  id: 'round-and-round',
  name: 'Round and round',
  variables: { steps: 0 },
  initial: 'work',
  stages: {
    work: {
      tasks: { 'do-work': task('Do the work') },
      after: [{ delay: 'P30D', to: 'check', do: [count] }],
      on: {
        'step.taken': [{ to: 'check', do: [count] }],
        'work.ended': [{ to: 'done' }],
      },
    },
    check: {
      tasks: { 'check-work': task('Check the work') },
      after: [{ delay: 'PT1S', guard: 'round > 0 and steps < 1000000', to: 'work' }],
      on: {
        'step.taken': [{ to: 'work', guard: 'round < 2 and steps < 1000000' }],
        'work.ended': [{ to: 'done' }],
      },
    },
    done: { type: 'final' },
  },
};

const folder = await makeDataFolder();
const sink = await startSink();
let server: ServerProcess;

const start = () => startServer(folder.path, { env: { CYCLEWRIGHT_ALLOW_PRIVATE_WEBHOOKS: '1' } });

async function must(status: number, ...call: [method: string, path: string, body?: unknown]) {
  const answer = await callServer(server, ...call);
  expect([call[1], answer.status, answer.body.detail]).toEqual([call[1], status, undefined]);
  return answer.body;
}

async function launchPlans(): Promise<string[]> {
  await must(201, 'POST', '/people', {
    id: 'owner',
    name: 'Owner',
    email: 'owner@city.test',
    roles: ['employee'],
  });
  for (let number = 0; number < COMPONENTS; number++)
    await must(201, 'POST', '/components', {
      id: `c${number}`,
      kind: 'team',
      name: 'Team',
      ownerId: 'owner',
    });
  await must(201, 'POST', '/subscriptions', { url: sink.url, events: ['plan.moved'] });
  await must(200, 'PUT', '/cycles/round-and-round', cycle);
  await must(201, 'POST', '/cycles/round-and-round/publish', {});
  const { id } = await must(202, 'POST', '/launches', { cycleId: cycle.id, selector: {} });
  await expect
    .poll(async () => (await must(200, 'GET', `/launches/${id}`)).status, { timeout: 20_000 })
    .toBe('done');
  const { items } = await must(200, 'GET', '/plans?limit=200');
  return items.map((plan: { id: string }) => plan.id);
}

beforeAll(async () => {
  server = await start();
});
afterAll(async () => {
  await server.end('SIGKILL');
  await sink.close();
  await folder.remove();
});

test(`${KILLS} times kill -9 under ${CLIENTS} clients: nothing acknowledged is lost, nothing is done twice`, async () => {
  const planIds = await launchPlans();
  expect(planIds.length).toBe(COMPONENTS);
  const random = makeRandom(SEED);
  const clients = startClients(CLIENTS, planIds, SEED);
  clients.use(server);
  for (let kill = 0; kill < KILLS; kill++) {
    const before = clients.acknowledged.length;
    // Most servers die while they answer, every fifth before it may have answered at all.
    if (kill % 5 > 0) await vi.waitUntil(() => clients.acknowledged.length > before, { timeout: 30_000 });
    await new Promise((resolve) => setTimeout(resolve, 5 + random() * 495));
    await server.end('SIGKILL');
    server = await start();
    clients.use(server);
  }
  await clients.stop();
  await server.end('SIGTERM');

  const findings = examine(folder.path, clients.acknowledged, sink.received);
  const { lost, doubled, gaps, astray, misdelivered, events } = findings;
  console.log(
    `seed ${SEED}: ${KILLS} kills, ${clients.acknowledged.length} events acknowledged, ${clients.resent} sent again without an answer, ${events} revisions in ${findings.plans} plans; ${lost.length} lost, ${doubled.length} effects doubled or missing, ${gaps.length} gaps, ${astray.length} tasks or timers astray; ${sink.count} webhooks came, ${sink.count - sink.received.size} of them again, ${misdelivered.length} wrong`,
  );
  expect({ lost, doubled, gaps, astray, misdelivered }).toEqual({
    lost: [],
    doubled: [],
    gaps: [],
    astray: [],
    misdelivered: [],
  });
  expect(sink.count).toBeGreaterThan(0);
  expect(clients.acknowledged.length).toBeGreaterThanOrEqual(KILLS * 0.8);
}, 600_000);
