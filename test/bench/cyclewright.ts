// Cyclewright under load: the real server on a folder of its own, with plans of a small cycle under way.
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { counterCycle } from '../support/cycles.ts';
import {
  adminToken,
  callServer,
  makeDataFolder,
  type ServerProcess,
  startServer,
} from '../support/server-process.ts';
import { type Measured, measure } from './load.ts';

export interface Bench {
  name: string;
  events(connections: number, requests: number): Promise<Measured>;
  end(): Promise<void>;
}

const PLANS = 200;
const { counting, done } = counterCycle.stages;
/** No stage may wait for ever; this one ends long after the benchmark. */
const counter = {
  schema: 'cycle/1',
  id: 'counter',
  name: 'Counter',
  ...counterCycle,
  stages: { counting: { ...counting, after: [{ delay: 'P10Y', to: 'done' }] }, done },
};
const sample = new URL('../../samples/organisation-loop.cycle.json', import.meta.url);

async function must(server: ServerProcess, method: string, path: string, body?: unknown) {
  const answer = await callServer(server, method, path, body);
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.body.detail}`);
  return answer.body;
}

const owner = { id: 'owner', name: 'Owner', email: 'owner@city.test' };
const people = { ownerId: owner.id, managerId: owner.id };

async function addComponents(server: ServerProcess, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, (_, index) => `c${index}`);
  for (let start = 0; start < ids.length; start += 50) {
    const part = ids.slice(start, start + 50);
    await Promise.all(
      part.map((id) =>
        must(server, 'POST', '/components', { id, kind: 'team', name: `Team ${id}`, ...people }),
      ),
    );
  }
  return ids;
}

/** Milliseconds until the last plan of the launch has started. */
async function launch(
  server: ServerProcess,
  cycleId: string,
  componentIds: string[],
): Promise<{ id: string; took: number }> {
  const began = performance.now();
  const { id } = await must(server, 'POST', '/launches', { cycleId, componentIds });
  for (;;) {
    const { status, failed } = await must(server, 'GET', `/launches/${id}`);
    if (failed > 0) throw new Error(`${failed} of the launch failed.`);
    if (status === 'done') return { id, took: performance.now() - began };
    await sleep(20);
  }
}

async function open(cycle: { id: string }) {
  const folder = await makeDataFolder();
  const server = await startServer(folder.path);
  await must(server, 'POST', '/people', { ...owner, roles: ['employee'] });
  await must(server, 'PUT', `/cycles/${cycle.id}`, cycle);
  await must(server, 'POST', `/cycles/${cycle.id}/publish`, {});
  const end = async () => {
    await server.end('SIGTERM');
    await folder.remove();
  };
  return { server, end };
}

export async function makeCyclewrightBench(): Promise<Bench> {
  const { server, end } = await open(counter);
  const { id } = await launch(server, counter.id, await addComponents(server, PLANS));
  const { items } = await must(server, 'GET', `/plans?limit=200&launchId=${id}`);
  const planIds: string[] = items.map((plan: { id: string }) => plan.id);
  let sent = 0;
  return {
    name: 'Cyclewright',
    events: (connections, requests) => {
      const offset = sent;
      sent += requests;
      return measure({
        url: server.url,
        connections,
        requests,
        headers: { authorization: `Bearer ${adminToken}` },
        request: (number) => ({
          path: `/api/v1/plans/${planIds[number % planIds.length]}/events`,
          body: { type: 'count.raised', id: `e${offset + number}` },
        }),
      });
    },
    end,
  };
}

/** Seconds that one launch of the sample cycle for so many components takes, tasks and timers included. */
export async function measureLaunch(count: number): Promise<number> {
  const cycle = JSON.parse(await readFile(sample, 'utf8'));
  const { server, end } = await open(cycle);
  const { took } = await launch(server, cycle.id, await addComponents(server, count));
  await end();
  return took / 1000;
}

const middle = (spans: number[]): number => spans.toSorted((a, b) => a - b)[spans.length >> 1] ?? 0;

/** Milliseconds until the plans of a version are counted by stage, with so many of them: what lies over the canvas. */
export async function measureCounts(count: number): Promise<{ plans: number; took: number }> {
  const cycle = JSON.parse(await readFile(sample, 'utf8'));
  const { server, end } = await open(cycle);
  await launch(server, cycle.id, await addComponents(server, count));
  const spans: number[] = [];
  let plans = 0;
  for (let turn = 0; turn < 5; turn++) {
    const began = performance.now();
    const { active, ended } = await must(
      server,
      'GET',
      `/reports/stage-counts?cycleId=${cycle.id}&version=1`,
    );
    spans.push(performance.now() - began);
    plans = active + ended;
  }
  await end();
  return { plans, took: middle(spans) };
}
