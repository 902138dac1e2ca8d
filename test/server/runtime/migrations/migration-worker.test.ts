import { expect, test } from 'vitest';
import { ProblemError } from '../../../../server/problem.ts';
import { runNextSlice, runSlice } from '../../../../server/runtime/migrations/migration-worker.ts';
import { createMigration } from '../../../../server/runtime/migrations/migrations.ts';
import { makeCompiledCycles } from '../../../../server/runtime/plans/compiled-cycles.ts';
import { dispatch } from '../../../../server/runtime/plans/dispatch.ts';
import { StoreUnavailableError } from '../../../../server/store/store.ts';
import { counterCycle } from '../../../support/cycles.ts';
import { makeOffice } from '../../../support/office.ts';

const next = { ...counterCycle, variables: { count: 0, seen: false } };
const between = {
  cycleId: 'small',
  from: 1,
  to: 2,
  mapping: { schema: 'migration/1' as const },
  dryRun: false,
};

async function makePlans(count: number) {
  const office = await makeOffice(counterCycle);
  await office.publish(2, next);
  for (let number = 0; number < count; number += 1) await office.start(`p${String(number).padStart(4, '0')}`);
  const versions = () =>
    office.deps.store.read((db) =>
      db.selectFrom('plans').select(['id', 'version', 'revision']).orderBy('id').execute(),
    );
  return { ...office, versions };
}

test('a large migration is taken at once, and what it has not come to is done later', async () => {
  const { deps, as, versions } = await makePlans(310);
  const designer = await as('dora');
  const body = { cycleId: 'small', from: 1, to: 2, reason: 'Shorter.' };
  const taken = await designer('POST', '/api/v1/migrations', body);
  expect([taken.status, taken.body.status, taken.body.counts]).toEqual([
    202,
    'running',
    expect.objectContaining({ moved: 300, waiting: 10 }),
  ]);
  // As after a start: nothing is known but what was written.
  const started = { ...deps, cycles: makeCompiledCycles() };
  while (await runNextSlice(started));
  const done = (await designer('GET', `/api/v1/migrations/${taken.body.id}`)).body;
  expect(done).toMatchObject({ status: 'done', counts: { moved: 310, waiting: 0 } });
  expect(done.plans.length).toBe(200);
  expect((await versions()).every(({ version, revision }) => version === 2 && revision === 2)).toBe(true);
  const undone = await designer('POST', `/api/v1/migrations/${taken.body.id}/undo`);
  expect([undone.status, undone.body.status]).toEqual([202, 'undoing']);
  expect((await designer('POST', `/api/v1/migrations/${taken.body.id}/undo`)).body.counts.undone).toBe(310);
  expect((await versions()).every(({ version, revision }) => version === 1 && revision === 3)).toBe(true);
});

test('while the store cannot write no plan fails, and each is migrated once afterwards', async () => {
  const { deps, versions } = await makePlans(60);
  let commits = 0;
  const commit: typeof deps.store.commit = (work) => {
    commits += 1;
    return commits > 20 && commits < 40
      ? Promise.reject(new StoreUnavailableError({ cause: 'full' }))
      : deps.store.commit(work);
  };
  const failing = { ...deps, store: { ...deps.store, commit } };
  await expect(createMigration(failing, between, 'dora')).rejects.toThrow('cannot write');
  while (await runNextSlice(deps));
  expect((await versions()).every(({ version, revision }) => version === 2 && revision === 2)).toBe(true);
});

test('two that work off the same migration do each plan once', async () => {
  const { deps, versions } = await makePlans(40);
  const commit: typeof deps.store.commit = () => Promise.reject(new StoreUnavailableError({ cause: 'full' }));
  let first = true;
  const once: typeof deps.store.commit = (work) => {
    if (!first) return commit(work);
    first = false;
    return deps.store.commit(work);
  };
  // Written down, and not a single plan begun.
  await expect(
    createMigration({ ...deps, store: { ...deps.store, commit: once } }, between, 'dora'),
  ).rejects.toThrow();
  const { id } = await deps.store.read((db) =>
    db.selectFrom('migrations').select('id').executeTakeFirstOrThrow(),
  );
  await Promise.all([runSlice(deps, id), runSlice(deps, id)]);
  const states = await deps.store.read((db) =>
    db.selectFrom('migrationItems').select('state').distinct().where('migrationId', '=', id).execute(),
  );
  expect(states).toEqual([{ state: 'moved' }]);
  expect((await versions()).every(({ version, revision }) => version === 2 && revision === 2)).toBe(true);
});

test('a plan on which the migration breaks fails alone, and is as it was', async () => {
  const { deps, start } = await makePlans(2);
  await start('alone', 'inspection');
  await deps.store.commit((db) => db.deleteFrom('components').where('id', '=', 'inspection').execute());
  const { id } = await createMigration(deps, between, 'dora');
  const items = await deps.store.read((db) =>
    db
      .selectFrom('migrationItems')
      .select(['planId', 'state'])
      .where('migrationId', '=', id)
      .orderBy('planId')
      .execute(),
  );
  expect(items).toEqual([
    { planId: 'alone', state: 'failed' },
    { planId: 'p0000', state: 'moved' },
    { planId: 'p0001', state: 'moved' },
  ]);
  const { version, revision } = await deps.store.read((db) =>
    db
      .selectFrom('plans')
      .select(['version', 'revision'])
      .where('id', '=', 'alone')
      .executeTakeFirstOrThrow(),
  );
  expect([version, revision]).toEqual([1, 1]);
});

test('an event that comes at the same time finds the plan before the migration or after it', async () => {
  const { deps, versions } = await makePlans(30);
  const ids = (await versions()).map(({ id }) => id);
  const send = (planId: string, number: number) =>
    dispatch(deps, { planId, event: { id: `e${number}`, type: 'count.raised', data: {} }, actor: 'ada' });
  const raised = ids.flatMap((planId) => [send(planId, 1), send(planId, 2)]);
  const [, ...moves] = await Promise.all([createMigration(deps, between, 'dora'), ...raised]);
  expect(moves.every((one) => one.kind === 'moved')).toBe(true);
  const states = await deps.store.read((db) => db.selectFrom('plans').select('state').execute());
  for (const { state } of states)
    expect(JSON.parse(state)).toMatchObject({
      revision: 4,
      cycleVersion: 2,
      variables: { count: 2, seen: false },
    });
  const history = await deps.store.read((db) =>
    db.selectFrom('history').select(['planId', 'revision']).orderBy('planId').orderBy('revision').execute(),
  );
  expect(history.map(({ revision }) => revision)).toEqual(ids.flatMap(() => [1, 2, 3, 4]));
});

test('an event for a revision that a migration has passed is refused', async () => {
  const { deps } = await makePlans(1);
  await createMigration(deps, between, 'dora');
  const event = { id: 'e1', type: 'count.raised', data: {} };
  const late = dispatch(deps, { planId: 'p0000', event, actor: 'ada', expectedRevision: 1 });
  await expect(late).rejects.toThrow(ProblemError);
});

test('a plan that ends before its turn is left alone', async () => {
  const { deps } = await makePlans(2);
  const first = { ...deps, store: { ...deps.store } };
  let seen = 0;
  first.store.commit = async (work) => {
    const done = await deps.store.commit(work);
    seen += 1;
    // Right after the migration is written down.
    if (seen === 1)
      await dispatch(deps, {
        planId: 'p0001',
        event: { id: 'x', type: 'count.ended', data: {} },
        actor: 'ada',
      });
    return done;
  };
  const { id } = await createMigration(first, between, 'dora');
  const items = await deps.store.read((db) =>
    db
      .selectFrom('migrationItems')
      .select(['planId', 'state', 'report'])
      .where('migrationId', '=', id)
      .orderBy('planId')
      .execute(),
  );
  expect(items.map(({ state }) => state)).toEqual(['moved', 'gone']);
  expect(JSON.parse(items[1]?.report ?? '{}').lines).toEqual(['The plan has ended meanwhile.']);
});
