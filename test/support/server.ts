// A whole server without a socket: in-memory store, a clock that the test moves, ids that count.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { onTestFinished } from 'vitest';
import type { Actor } from '../../server/access/actor.ts';
import { actorOf } from '../../server/access/actor-of.ts';
import type { SignIns } from '../../server/access/sign-in.ts';
import { makeApp } from '../../server/app.ts';
import type { Deps } from '../../server/deps.ts';
import { countErrorsHere, makeErrorCounts } from '../../server/runtime/cycles/error-counts.ts';
import { makeCalendars } from '../../server/runtime/organisation/calendars.ts';
import { makeCompiledCycles } from '../../server/runtime/plans/compiled-cycles.ts';
import { makeSimulations } from '../../server/runtime/simulations/run-simulation.ts';
import { makeBackups } from '../../server/store/backups/backups.ts';
import { openDrafts } from '../../server/store/drafts/drafts.ts';
import { openSqliteStore } from '../../server/store/open-sqlite.ts';
import { makeFakeScheduler } from './fake-scheduler.ts';

export interface FakeClock {
  now(): string;
  set(instant: string): void;
  advance(milliseconds: number): void;
}

export function makeFakeClock(start = '2026-01-05T09:00:00.000Z'): FakeClock {
  let at = Date.parse(start);
  return {
    now: () => new Date(at).toISOString(),
    set: (instant) => {
      at = Date.parse(instant);
    },
    advance: (milliseconds) => {
      at += milliseconds;
    },
  };
}

export function makeCountingIds() {
  let count = 0;
  return { next: (prefix: string) => `${prefix}_${String(++count).padStart(6, '0')}` };
}

/** Nobody signs in: the tests say who sends a request. */
const fakeSignIns: SignIns = {
  handle: async () => new Response(null, { status: 404 }),
  sessionOf: async () => null,
  signInAs: async () => [],
  hashPassword: async (password) => `hash of ${password.length} characters`,
};

export async function makeTestDeps(): Promise<Deps & { clock: FakeClock }> {
  const store = await openSqliteStore(':memory:');
  const folder = await makeTestFolder();
  const draftsFolder = join(folder, 'cycles');
  return {
    store,
    drafts: await openDrafts(draftsFolder),
    backups: makeBackups({
      folder: join(folder, 'backups'),
      draftsFolder,
      version: 'test',
      copyTo: store.copyTo,
    }),
    cycles: makeCompiledCycles(),
    calendars: makeCalendars(),
    clock: makeFakeClock(),
    scheduler: makeFakeScheduler().scheduler,
    ids: makeCountingIds(),
    log: pino({ level: 'silent' }),
    signIns: fakeSignIns,
    simulations: makeSimulations(),
    errorCounts: makeErrorCounts(countErrorsHere, () => {}),
    site: { loopback: true, clean: false },
    stopping: new AbortController().signal,
  };
}

export const admin: Actor = { id: 'ada', name: 'Ada Admin', roles: ['admin'] };

/** A data folder of the test's own, removed when it has finished. */
export async function makeTestFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cyclewright-data-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** The app with every request made by `actor`; null is nobody. */
export async function makeTestApp(
  actor: Actor | null = admin,
  given?: Awaited<ReturnType<typeof makeTestDeps>>,
) {
  const deps = given ?? (await makeTestDeps());
  const identify = async () =>
    actor && !actor.grants ? { ...actor, ...(await deps.store.read((db) => actorOf(db, actor))) } : actor;
  const app = makeApp(deps, { identify });
  const send = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const response = await app.request(path, {
      method,
      headers: body === undefined ? headers : { 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : null };
  };
  return { deps, app, send };
}
