import { describe, expect, test } from 'vitest';
import { runLaunches } from '../../../server/runtime/launches/launch-worker.ts';
import { makeOffice } from '../../support/office.ts';

const task = (key: string, form: string, assignee: string, to: string) => ({
  tasks: { [key]: { title: key, form, assignee } },
  on: { [`task.${key}.completed`]: [{ to }] },
});
const cycle = {
  initial: 'rating',
  stages: {
    rating: task('rate', 'appraisal', 'manager', 'session'),
    session: task('calibrate', 'calibration', 'role:hr', 'told'),
    told: task('sign', 'acknowledgement', 'owner', 'end'),
    end: { type: 'final' },
  },
};
const rating = { goals: [], results: 'exceeds', methods: 'meets', summary: 'It was a good year.' };
const plan = {
  name: 'Buildings, spring',
  heldOn: '2026-03-02',
  facilitatorId: 'hana',
  memberIds: ['ian', 'dora'],
};

/** A session about Permits (Pat) and Inspection (Ian), in which Ian and Dora sit. */
async function makeSession(more: object = {}, document: object = cycle) {
  const office = await makeOffice({ ...document });
  const send = async (who: string, method: string, path: string, body?: object) =>
    (await office.as(who))(method, `/api/v1${path}`, body);
  const started = await send('hana', 'POST', '/launches', {
    cycleId: 'small',
    componentIds: ['permits', 'inspection'],
  });
  await runLaunches(office.deps);
  const work = async (who: string, componentId: string, result: object) => {
    const open = (await send('ada', 'GET', `/tasks?state=open&componentId=${componentId}`)).body.items;
    return send(who, 'POST', `/tasks/${open[0].id}/complete`, { result });
  };
  for (const id of ['permits', 'inspection']) await work('deputy', id, rating);
  const planned = await send('hana', 'POST', '/calibration-sessions', {
    ...{ ...plan, ...more },
    launchId: started.body.id,
  });
  const { id } = planned.body;
  const read = async (who: string) => (await send(who, 'GET', `/calibration-sessions/${id}`)).body;
  const move = (who: string, state: string) =>
    send(who, 'POST', `/calibration-sessions/${id}/state`, { state });
  const namesFor = async (who: string): Promise<string[]> =>
    (await read(who)).table.lines.map(({ componentName }: { componentName: string }) => componentName);
  return { ...office, send, work, planned, id, read, move, namesFor };
}

test('whoever sits in a session hears at once that it begins and that it is closed', async () => {
  const { move, deps } = await makeSession();
  for (const state of ['held', 'closed']) await move('hana', state);
  const lines = await deps.store.read((db) =>
    db.selectFrom('feed').select('personId').where('type', '=', 'calibration.moved').execute(),
  );
  const heard = ['dora', 'hana', 'ian'];
  expect(lines.map(({ personId }) => personId).sort()).toEqual([...heard, ...heard].sort());
});

test('a session is planned with its members, held and closed, on record', async () => {
  const { planned, move, read, deps, id, send } = await makeSession();
  expect(planned.status).toBe(201);
  expect(planned.body).toMatchObject({
    ...{ name: plan.name, heldOn: plan.heldOn, state: 'planned', before: null },
    facilitator: { id: 'hana' },
    members: [{ id: 'dora' }, { id: 'ian' }],
  });
  const changed = await send('hana', 'PATCH', `/calibration-sessions/${id}`, { ...plan, memberIds: ['ian'] });
  expect(changed.body.members).toEqual([{ id: 'ian', name: 'Ian' }]);
  expect((await move('hana', 'closed')).status).toBe(409);
  expect((await move('hana', 'held')).body).toMatchObject({ state: 'held', mayChange: false });
  expect((await send('hana', 'PATCH', `/calibration-sessions/${id}`, plan)).status).toBe(409);
  expect((await move('hana', 'closed')).body.state).toBe('closed');
  expect(await read('hana')).toMatchObject({ mayMove: false });
  const audit = await deps.store.read((db) =>
    db.selectFrom('audit').select('action').where('resource', '=', `calibration/${id}`).execute(),
  );
  expect(audit.map(({ action }) => action)).toEqual([
    'calibration.plan',
    'calibration.change',
    'calibration.held',
    'calibration.closed',
  ]);
});

describe('who sees the lines', () => {
  test('its members while it is held, without their own; HR at any time', async () => {
    const { read, move, namesFor } = await makeSession();
    expect(await namesFor('hana')).toEqual(['Inspection', 'Permits']);
    expect((await read('ian')).table).toBeNull();
    await move('hana', 'held');
    expect(await namesFor('ian')).toEqual(['Permits']);
    expect(await namesFor('dora')).toEqual(['Inspection', 'Permits']);
    await move('hana', 'closed');
    expect(await read('dora')).toMatchObject({ table: null, before: null, changes: [] });
  });

  test('nobody who does not sit in it, and in none of another part', async () => {
    const { send, id, move } = await makeSession();
    await move('hana', 'held');
    expect((await send('pat', 'GET', `/calibration-sessions/${id}`)).status).toBe(404);
    expect((await send('pat', 'GET', '/calibration-sessions')).body.items).toEqual([]);
    expect((await send('ian', 'GET', '/calibration-sessions')).body.items).toHaveLength(1);
    const elsewhere = await makeSession({ groupId: 'city' });
    await elsewhere.move('hana', 'held');
    expect(await elsewhere.namesFor('dora')).toEqual([]);
  });

  test('who leads it without working for HR does not see or move their own line either', async () => {
    const { move, namesFor, read } = await makeSession({ facilitatorId: 'pat', memberIds: [] });
    expect((await move('pat', 'held')).status).toBe(200);
    expect(await namesFor('pat')).toEqual(['Inspection']);
    expect((await read('pat')).table.lines[0].task.mayDecide).toBe(false);
  });
});

test('who only sits in it neither plans, begins nor closes it', async () => {
  const { send, move, id } = await makeSession();
  expect((await move('ian', 'held')).status).toBe(403);
  expect((await send('ian', 'PATCH', `/calibration-sessions/${id}`, plan)).status).toBe(403);
  expect((await send('chief', 'POST', '/calibration-sessions', { ...plan, launchId: 'x' })).status).toBe(403);
});

test('what was found is told beside what is left, each change with who and why', async () => {
  const { move, work, read, deps } = await makeSession();
  await move('hana', 'held');
  deps.clock.advance(60_000);
  const reason = 'Two of three months were counted twice.';
  await work('hana', 'permits', { decision: 'changed', outcome: 'meets', reason });
  deps.clock.advance(60_000);
  const { body } = await move('hana', 'closed');
  expect(body).toMatchObject({
    before: { below: 0, meets: 0, exceeds: 2, unrated: 0 },
    after: { below: 0, meets: 1, exceeds: 1, unrated: 0 },
    changes: [{ name: 'Pat', by: { id: 'hana' }, from: 'exceeds', to: 'meets', reason }],
  });
  deps.clock.advance(60_000);
  await work('hana', 'inspection', { decision: 'kept', reason: 'After the session.' });
  expect((await read('hana')).changes).toHaveLength(1);
});

test('a closed session keeps what it found and left when the next round is rated', async () => {
  const told = task('sign', 'acknowledgement', 'owner', 'rating');
  const { move, work, read, deps } = await makeSession({}, { ...cycle, stages: { ...cycle.stages, told } });
  const minuteLater = () => deps.clock.advance(60_000);
  minuteLater();
  await move('hana', 'held');
  minuteLater();
  const counted = { decision: 'changed', outcome: 'meets', reason: 'Counted twice.' };
  expect((await work('hana', 'permits', counted)).status).toBe(200);
  minuteLater();
  const { before, after, changes } = (await move('hana', 'closed')).body;
  minuteLater();
  expect((await work('pat', 'permits', { decision: 'signed' })).status).toBe(200);
  expect(await read('hana')).toMatchObject({ before, after, changes });
  minuteLater();
  expect((await work('deputy', 'permits', { ...rating, results: 'meets' })).status).toBe(200);
  expect(await read('hana')).toMatchObject({ before, after, changes });
});

test('a session is planned for a day to come, with people who are there', async () => {
  const { deps, send, id } = await makeSession();
  const change = (more: object) => send('hana', 'PATCH', `/calibration-sessions/${id}`, { ...plan, ...more });
  const why = async (more: object) => {
    const { status, body } = await change(more);
    return [status, body.errors];
  };
  const pastDay = 'That day is past. Choose the day on which the session will be held.';
  expect(await why({ heldOn: '2025-12-31' })).toEqual([422, [{ pointer: '/heldOn', detail: pastDay }]]);
  await send('hana', 'POST', '/absences', { personId: 'ian', from: '2026-01-01', to: null });
  expect(await why({ facilitatorId: 'ian' })).toEqual([
    422,
    [
      {
        pointer: '/facilitatorId',
        detail: 'That person has left. Choose somebody else to lead the session.',
      },
    ],
  ]);
  expect(await why({})).toEqual([
    422,
    [{ pointer: '/memberIds/0', detail: 'That person has left. Leave them out.' }],
  ]);
  // A session whose day has passed is changed in other things.
  deps.clock.set('2026-03-10T09:00:00.000Z');
  expect((await change({ memberIds: ['dora'] })).status).toBe(200);
});
