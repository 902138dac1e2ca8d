// What is kept of the observations is what a server reads that has just started.
import { expect, test } from 'vitest';
import type { Observation } from '../../../engine/index.ts';
import { keepObservations } from '../../../server/store/kept-observations.ts';
import { insertObservations, updateObservationStatus } from '../../../server/store/queries/observations.ts';
import { appendFeed } from '../../../server/store/queries/records.ts';
import { anObservation } from '../../engine/score/given.ts';
import { makeOffice } from '../../support/office.ts';

const period = { start: '2026-01-01', end: '2026-12-31' };
const summer = { periodStart: '2026-06-01', periodEnd: '2026-06-30' };
const at = (minute: number) => `2026-07-01T09:${String(minute).padStart(2, '0')}:00.000Z`;

async function shelf() {
  const { deps } = await makeOffice({ initial: 'end', stages: { end: { type: 'final' } } });
  const observationsIn = keepObservations();
  const byId = (all: Observation[]) => all.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const record = (...all: Observation[]) => deps.store.commit((db) => insertObservations(db, all));
  const verify = (one: Observation) =>
    deps.store.commit(async (db) => {
      await updateObservationStatus(db, { ...one, status: 'verified' });
      await appendFeed(db, { at: at(59), type: 'observation.verified', data: { id: one.id } });
    });
  /** What is kept beside what is read anew. */
  const both = (of = period) =>
    deps.store.read(async (db) => ({
      kept: byId(await observationsIn(db, of)),
      anew: byId(await keepObservations()(db, of)),
    }));
  return { record, verify, both };
}

const figure = (id: string, minute: number, given: Partial<Observation> = {}): Observation =>
  anObservation({ id, measureId: 'm', ...summer, at: at(minute), ...given });

test('what is recorded, verified or brought in later is there at once, and the rest are the same objects', async () => {
  const { record, verify, both } = await shelf();
  await record(figure('a', 10), figure('b', 10, { status: 'provisional' }));
  const first = await both();
  expect(first.kept.map(({ id }) => id)).toEqual(['a', 'b']);
  await record(figure('c', 11), figure('d', 12));
  const second = await both();
  expect(second.kept).toEqual(second.anew);
  expect(second.kept[0]).toBe(first.kept[0]);
  await verify(figure('b', 10));
  const third = await both();
  expect(third.kept).toEqual(third.anew);
  expect(third.kept.map(({ status }) => status)).toEqual(['verified', 'verified', 'verified', 'verified']);
  // Recorded at an earlier instant than the last one that was read.
  await record(figure('e', 1));
  const last = await both();
  expect(last.kept.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect(last.kept).toEqual(last.anew);
});

test('what lies outside the period is not in it, whenever it comes, and another period is read by itself', async () => {
  const { record, both, verify } = await shelf();
  const before = { periodStart: '2025-06-01', periodEnd: '2025-06-30' };
  await record(figure('a', 10), figure('old', 10, before));
  expect((await both()).kept.map(({ id }) => id)).toEqual(['a']);
  await record(figure('older', 20, { ...before, status: 'provisional' }));
  await verify(figure('older', 20, before));
  expect((await both()).kept.map(({ id }) => id)).toEqual(['a']);
  const year = { start: '2025-01-01', end: '2025-12-31' };
  expect((await both(year)).kept.map(({ id }) => id)).toEqual(['old', 'older']);
  expect((await both()).kept.map(({ id }) => id)).toEqual(['a']);
});
