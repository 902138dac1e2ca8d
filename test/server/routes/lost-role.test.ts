// Who loses a role has no longer what they had by it, and decides on nobody's rating by it any more.
import { expect, test } from 'vitest';
import { given, makeRatedOffice, undrawn } from '../../support/rated-office.ts';

type Office = Awaited<ReturnType<typeof makeRatedOffice>>;

const anybody = {
  ...undrawn,
  stages: {
    ...undrawn.stages,
    session: {
      kind: 'appraise',
      tasks: {
        calibrate: { title: 'calibrate', form: 'calibration', assignee: 'role:hr', complete: 'any' },
      },
      on: { 'task.calibrate.completed': [{ to: 'ready' }] },
    },
  },
};
const kept = { result: { decision: 'kept', reason: 'The figures of the neighbours are the same.' } };

const giveRoles = (office: Office, id: string, roles: string[]) =>
  office.as('ada').then((send) => send('PATCH', `/api/v1/people/${id}`, { roles }));
const noticesOf = async (office: Office, person: string): Promise<string[]> =>
  (await office.get(person, '/notifications')).items.map(({ message }: { message: string }) => message);

/** Permits is rated, and Dora has taken its calibration as one of HR. */
async function takenByDora({ colleagues = ['hana', 'ian'] } = {}): Promise<Office & { id: string }> {
  const office = await makeRatedOffice(anybody);
  await giveRoles(office, 'dora', ['designer', 'hr']);
  await giveRoles(office, 'ian', colleagues.includes('ian') ? ['employee', 'hr'] : ['employee']);
  await office.work('deputy', 'rate', given);
  const { id } = await office.openTask('calibrate');
  await office.deps.store.commit((db) =>
    db.updateTable('tasks').set({ assigneeId: 'dora' }).where('id', '=', id).execute(),
  );
  return { ...office, id };
}

test('a task that somebody took by a role waits for the others of it once they lose the role', async () => {
  const office = await takenByDora();
  expect((await office.appraisal('dora')).ratings).toHaveLength(1);
  expect((await giveRoles(office, 'dora', ['designer'])).status).toBe(200);
  expect(await office.openTask('calibrate')).toMatchObject({ assignee: null });
  expect(await office.tasksOf('dora', 'assignee=me&state=open')).toEqual([]);
  expect((await office.appraisal('dora')).ratings).toBeUndefined();
  expect((await office.post('dora', `/tasks/${office.id}/complete`, kept)).status).toBe(404);
  expect(await noticesOf(office, 'dora')).toContain(
    'You no longer have 1 open task: “calibrate (Permits)”. It goes by a role, and who has the role was changed. What you completed stays under your name.',
  );
  const waits =
    'One of you is to take 1 open task: “calibrate (Permits)”. Who had it no longer has the role.';
  expect(await noticesOf(office, 'hana')).toContain(waits);
  expect(await noticesOf(office, 'ian')).toContain(waits);
  const trail = await office.get('ada', '/audit?action=task.hand-over');
  expect(trail.items).toMatchObject([{ resource: `task/${office.id}`, actor: { id: 'ada' } }]);
});

test('the only one who is left of the role has it at once', async () => {
  const office = await takenByDora({ colleagues: ['hana'] });
  await giveRoles(office, 'dora', ['designer']);
  expect(await office.openTask('calibrate')).toMatchObject({ assignee: { id: 'hana' } });
  expect(await noticesOf(office, 'hana')).toContain(
    'You answer for more now and take over 1 open task: “calibrate (Permits)”. What was completed stays as it is.',
  );
});

test('what was passed on to somebody by hand stays with them, whatever their roles are', async () => {
  const office = await takenByDora();
  await office.deps.store.commit((db) =>
    db.updateTable('tasks').set({ delegatedBy: 'hana' }).where('id', '=', office.id).execute(),
  );
  await giveRoles(office, 'dora', ['designer']);
  expect(await office.openTask('calibrate')).toMatchObject({ assignee: { id: 'dora' } });
  expect((await office.post('dora', `/tasks/${office.id}/complete`, kept)).status).toBe(200);
});

test('a task that somebody still has by a role that they lost before is not theirs to complete', async () => {
  const office = await takenByDora();
  await office.deps.store.commit((db) =>
    db.updateTable('people').set({ roles: '["designer"]' }).where('id', '=', 'dora').execute(),
  );
  const refused = await office.post('dora', `/tasks/${office.id}/complete`, kept);
  expect([refused.status, refused.body.detail]).toEqual([
    403,
    'This task is for whoever has the role “HR”, and you no longer have it. Nothing was changed.',
  ]);
});
