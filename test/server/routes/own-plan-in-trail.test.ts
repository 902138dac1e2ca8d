// An administrator whose own plan is under review is told no more of it by the trail and by counts than by the plan.
import { expect, test } from 'vitest';
import { recordIncident } from '../../../server/runtime/plans/incidents.ts';
import { findPlan } from '../../../server/store/queries/plans.ts';
import { drawn, makeRatedOffice } from '../../support/rated-office.ts';

type Office = Awaited<ReturnType<typeof makeRatedOffice>>;

const own = (office: Office, ownerId: string) =>
  office.deps.store.commit((db) =>
    db.updateTable('components').set({ ownerId }).where('id', '=', 'permits').execute(),
  );

const trail = async (office: Office): Promise<string[]> => [
  ...(await office.get('ada', '/audit?limit=200')).items.map(
    ({ actor, action }: { actor: { id: string }; action: string }) => `${actor.id} ${action}`,
  ),
];

test('what others did in a plan about the reader is left out of their trail until the rating is released', async () => {
  const office = await makeRatedOffice(drawn);
  await office.rateAndKeep();
  expect(await trail(office)).toContain('deputy task.complete');
  await own(office, 'ada');
  expect(await trail(office)).not.toContain('deputy task.complete');
  expect(await trail(office)).not.toContain('hana task.complete');
  await office.release('hana');
  expect(await trail(office)).toEqual(expect.arrayContaining(['deputy task.complete', 'hana task.complete']));
});

test('a failed step of a plan about the reader is not counted for them', async () => {
  const office = await makeRatedOffice(drawn);
  await own(office, 'ada');
  await office.deps.store.commit(async (db) => {
    const stored = await findPlan(db, 'p1');
    if (!stored) throw new Error('The plan is not there.');
    const event = { id: 'e1', type: 'task.rate.completed', data: {} };
    const failed = {
      actor: 'deputy',
      at: office.deps.clock.now(),
      code: 'expression-failed',
      message: 'No.',
    };
    await recordIncident(office.deps, db, { plan: stored.plan, event, ...failed });
  });
  expect((await office.get('ada', '/system')).queues.openIncidents).toBe(0);
  await own(office, 'pat');
  expect((await office.get('ada', '/system')).queues.openIncidents).toBe(1);
});
