// The plans of the demo have been through real forms, scores and decisions; their own version is the one candidate of
// which it is known beforehand what it must say.
import { expect, test } from 'vitest';
import { startDemo } from '../../../../server/runtime/demo/first-run.ts';
import { fireDue } from '../../../../server/runtime/plans/timers.ts';
import { replayCycle } from '../../../../server/runtime/replays/replay-cycle.ts';
import { makeShadowWorker } from '../../../../server/runtime/shadows/shadow-worker.ts';
import { startShadow } from '../../../../server/runtime/shadows/shadows.ts';
import { findCycleVersion } from '../../../../server/store/queries/cycles.ts';
import { actorOf } from '../../../support/office.ts';
import { makeTestDeps } from '../../../support/server.ts';

test('every plan of the demo, ended or under way, is the same under its own version, now and a year later', async () => {
  const deps = await makeTestDeps();
  await startDemo(deps);
  const cycleIds = ['organisation-loop', 'probation', 'quarterly-okr'];
  for (const cycleId of cycleIds) await startShadow(deps, { cycleId, candidate: 1 }, 'dora');
  const verdicts = async () => {
    const worker = makeShadowWorker(deps);
    while ((await worker.turn()) === 0);
    const rows = await deps.store.read((db) => db.selectFrom('shadowVerdicts').selectAll().execute());
    return rows.map(
      ({ planId, verdict, report }) => `${planId} ${verdict} ${verdict === 'same' ? '' : report}`,
    );
  };
  const replayed = async () => {
    const counts: object[] = [];
    for (const cycleId of cycleIds) {
      const row = await deps.store.read((db) => findCycleVersion(db, cycleId));
      const cycle = JSON.parse(row?.document ?? '');
      const { signal } = new AbortController();
      counts.push((await replayCycle(deps, { cycleId, cycle, signal, actor: actorOf('ada') })).counts);
    }
    return counts;
  };
  const odd = { 'other-outcome': 0, 'other-path': 0, 'not-replayed': 0 };
  const same = (total: number) => ({ total, same: total, ...odd });
  expect((await verdicts()).filter((line) => !line.includes(' same '))).toEqual([]);
  expect(await replayed()).toEqual([same(1), same(0), same(0)]);
  const lines = () => deps.store.read((db) => db.selectFrom('history').select('seq').execute());
  const before = (await lines()).length;
  for (let month = 0; month < 12; month += 1) {
    deps.clock.advance(30 * 86_400_000);
    await fireDue(deps, deps.clock.now());
  }
  expect((await lines()).length).toBeGreaterThan(before + 10);
  const later = await verdicts();
  expect(later).toHaveLength(15);
  expect(later.filter((line) => !line.includes(' same '))).toEqual([]);
}, 30_000);
