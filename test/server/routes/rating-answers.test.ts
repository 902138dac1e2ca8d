import { expect, test } from 'vitest';
import { actorOf } from '../../support/office.ts';
import { drawn, makeRatedOffice } from '../../support/rated-office.ts';

async function withRelease() {
  const office = await makeRatedOffice(drawn);
  await office.rateAndKeep();
  await office.release('hana');
  return office;
}

test('whom a rating is about signs it, or refuses and says why', async () => {
  const signed = await withRelease();
  expect((await signed.appraisal('pat')).acknowledgements).toMatchObject([
    { state: 'waiting', countsAt: '2026-01-19T09:03:00.000Z' },
  ]);
  await signed.work('pat', 'sign', { decision: 'signed' });
  expect((await signed.appraisal('pat')).acknowledgements).toMatchObject([
    { state: 'signed', by: { id: 'pat' }, countsAt: null },
  ]);
  const refused = await withRelease();
  expect((await refused.work('pat', 'sign', { decision: 'refused' })).status).toBe(422);
  await refused.work('pat', 'sign', { decision: 'refused', comment: 'The spring is missing.' });
  const { acknowledgements, deciding } = await refused.appraisal('deputy');
  expect(acknowledgements).toMatchObject([{ state: 'refused', comment: 'The spring is missing.' }]);
  expect(deciding).toMatchObject({ assignee: { id: 'mayor' } });
});

test('a rating that nobody answers counts as received after ten working days', async () => {
  const office = await withRelease();
  expect(await office.fireAt('2026-01-19T09:02:59.000Z')).toBe(0);
  expect(await office.fireAt('2026-01-19T09:03:00.000Z')).toBe(1);
  const { acknowledgements, disputes } = await office.appraisal('pat');
  expect(acknowledgements).toMatchObject([
    { state: 'deemed-received', at: '2026-01-19T09:03:00.000Z', by: null },
  ]);
  expect(disputes).toMatchObject([{ state: 'open', until: '2026-02-02T09:03:00.000Z' }]);
});

test('a dispute is raised by whom the rating is about and decided by somebody who neither rated nor calibrated', async () => {
  const office = await withRelease();
  await office.work('pat', 'sign', { decision: 'signed' });
  const wish = await office.openTask('dispute');
  const foreign = await office.post('deputy', `/tasks/${wish.id}/complete`, { result: { grounds: 'No.' } });
  expect([403, 404]).toContain(foreign.status);
  await office.work('pat', 'dispute', { grounds: 'The spring is missing.' });
  expect((await office.appraisal('deputy')).disputes).toMatchObject([
    { state: 'raised', by: { id: 'pat' }, grounds: 'The spring is missing.' },
  ]);
  const { id } = await office.openTask('decide');
  expect(await office.get('mayor', `/tasks/${id}`)).toMatchObject({ decidesObjection: true });
  expect(await office.get('pat', `/tasks/${wish.id}`)).toMatchObject({ decidesObjection: false });
  const delegated = await office.post('ada', `/tasks/${id}/delegate`, {
    to: 'deputy',
    reason: 'You know it.',
  });
  expect(delegated.status).toBe(409);
  const unfounded = { decision: 'changed', outcome: 'meets', reason: '' };
  const calibrated = await office.work('hana', 'decide', {
    ...unfounded,
    reason: 'The spring was left out.',
  });
  expect([calibrated.status, calibrated.body.detail]).toEqual([
    403,
    'You gave this rating or calibrated it; somebody else decides whether it stays. Nothing was changed.',
  ]);
  expect((await office.work('mayor', 'decide', unfounded)).status).toBe(422);
  await office.work('mayor', 'decide', { ...unfounded, reason: 'The spring was left out.' });
  const { ratings, deciding } = await office.appraisal('pat');
  expect(deciding).toBeNull();
  expect(
    ratings.map(({ version, kind, results }: Record<string, unknown>) => [version, kind, results]),
  ).toEqual([
    [1, 'appraisal', 'exceeds'],
    [1, 'calibration', 'exceeds'],
    [2, 'dispute', 'meets'],
  ]);
  expect(ratings.at(-1)).toMatchObject({ reason: 'The spring was left out.', by: { id: 'mayor' } });
  expect((await office.get('pat', '/plans/p1')).outcome).toBe('meets');
});

test('a dispute goes to whoever of HR did not calibrate, where there is somebody', async () => {
  const office = await withRelease();
  await office.post('ada', '/people', { id: 'hal', name: 'Hal', email: 'hal@city.test', roles: ['hr'] });
  await office.work('pat', 'sign', { decision: 'refused', comment: 'The spring is missing.' });
  expect((await office.appraisal('deputy')).deciding).toMatchObject({ assignee: { id: 'hal' } });
});

test('a dispute that comes too late is told when its time ended and what to do', async () => {
  const office = await withRelease();
  await office.work('pat', 'sign', { decision: 'signed' });
  const { id } = await office.openTask('dispute');
  expect(await office.fireAt('2026-02-03T09:00:00.000Z')).toBeGreaterThan(0);
  const late = await office.post('pat', `/tasks/${id}/complete`, { result: { grounds: 'The spring.' } });
  expect([late.status, late.body.detail]).toEqual([
    409,
    'The time to dispute this appraisal ended on 2026-01-19. Talk to HR: they can look at it again with you in the next round. Nothing was changed.',
  ]);
  expect((await office.appraisal('pat')).disputes).toMatchObject([{ state: 'lapsed' }]);
});

test('the day on which the time for a dispute ended is that of who may dispute', async () => {
  const office = await withRelease();
  await office.work('pat', 'sign', { decision: 'signed' });
  const { id } = await office.openTask('dispute');
  await office.deps.store.commit(async (db) => {
    await db
      .updateTable('components')
      .set({ zone: 'Pacific/Auckland' })
      .where('id', '=', 'permits')
      .execute();
    await db.updateTable('tasks').set({ dueAt: '2026-01-19T20:00:00.000Z' }).where('id', '=', id).execute();
  });
  await office.fireAt('2026-02-03T09:00:00.000Z');
  const late = await office.post('pat', `/tasks/${id}/complete`, { result: { grounds: 'The spring.' } });
  expect(late.body.detail).toContain('ended on 2026-01-20.');
});

/** Three of HR who did not calibrate decide on the dispute; as many of them as `complete` says are enough. */
async function withPanel(complete: number | 'all', on: object = drawn.stages.panel.on) {
  const stages = structuredClone({ ...drawn.stages, panel: { ...drawn.stages.panel, on } });
  Object.assign(stages.panel.tasks.decide, { complete });
  const office = await makeRatedOffice({ ...drawn, stages });
  for (const id of ['mayor', 'ada', 'dora'])
    await office.deps.store.commit(async (db) => {
      const roles = JSON.stringify([...actorOf(id).roles, 'hr']);
      await db.updateTable('people').set({ roles }).where('id', '=', id).execute();
    });
  await office.rateAndKeep();
  await office.release('hana');
  await office.work('pat', 'sign', { decision: 'refused', comment: 'The spring is missing.' });
  const decide = async (who: string, result: object) => {
    const { items } = await office.get('ada', '/tasks?state=open&planId=p1');
    const theirs = items.find((one: { assignee: { id: string } | null }) => one.assignee?.id === who);
    office.deps.clock.advance(60_000);
    return office.post(who, `/tasks/${theirs?.id}/complete`, { result });
  };
  return { ...office, decide };
}
const wishMeets = { decision: 'changed', outcome: 'meets', reason: 'The spring was left out.' };
const wishKept = { decision: 'kept', reason: 'The spring changes nothing.' };

test('nothing that one of a panel decides is told before enough of them have', async () => {
  const office = await withPanel('all');
  const { deciding: before } = await office.appraisal('pat');
  expect(before.open.map(({ id }: { id: string }) => id).sort()).toEqual(['ada', 'dora', 'mayor']);
  await office.decide('ada', wishMeets);
  const { ratings, deciding } = await office.appraisal('pat');
  expect(ratings.map(({ kind }: { kind: string }) => kind)).toEqual(['appraisal', 'calibration']);
  expect(deciding).toMatchObject({ done: 1, needed: 3 });
});

test('a panel changes a rating as most of it wish, whoever decides last, and the plan follows', async () => {
  const office = await withPanel('all');
  await office.decide('ada', wishMeets);
  await office.decide('dora', wishMeets);
  await office.decide('mayor', wishKept);
  const { ratings, deciding } = await office.appraisal('pat');
  expect(deciding).toBeNull();
  expect(ratings).toHaveLength(3);
  expect(ratings.at(-1)).toMatchObject({
    ...{ version: 2, kind: 'dispute', decision: 'changed', results: 'meets' },
    voices: [
      { by: { id: 'ada' }, decision: 'changed', results: 'meets' },
      { by: { id: 'dora' }, decision: 'changed' },
      { by: { id: 'mayor' }, decision: 'kept', reason: wishKept.reason },
    ],
  });
  expect((await office.get('pat', '/plans/p1')).outcome).toBe('meets');
});

test('a rating stays where a panel is divided, on the plan as in its appraisal', async () => {
  const office = await withPanel(2);
  await office.decide('ada', wishKept);
  await office.decide('mayor', wishMeets);
  const { ratings } = await office.appraisal('pat');
  expect(ratings.at(-1)).toMatchObject({ version: 1, decision: 'kept', results: 'exceeds' });
  expect((await office.get('pat', '/plans/p1')).outcome).toBe('exceeds');
});

test('what a panel decided is told no more once one of them has to decide anew', async () => {
  const fails = { do: 'reward', title: 'A day off', amount: '0 - count(result.reason)' };
  const office = await withPanel('all', { 'task.decide.completed': [{ to: 'settle', do: [fails] }] });
  await office.decide('ada', wishMeets);
  await office.decide('dora', wishMeets);
  await office.decide('mayor', wishKept);
  const [incident] = (await office.get('ada', '/incidents?planId=p1')).items;
  const skipped = await office.post('ada', `/incidents/${incident.id}/skip`, { reason: 'It is no reward.' });
  expect(skipped.status).toBe(200);
  const { ratings, deciding } = await office.appraisal('deputy');
  expect(deciding).toMatchObject({ open: [{ id: 'mayor' }], done: 2, needed: 3 });
  expect(ratings.map(({ kind }: { kind: string }) => kind)).toEqual(['appraisal', 'calibration']);
});
