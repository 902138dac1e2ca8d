import { expect, test } from 'vitest';
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
