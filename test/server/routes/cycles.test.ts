import { expect, test } from 'vitest';
import { makeTestApp } from '../../support/server.ts';

const cycle = {
  schema: 'cycle/1',
  id: 'small',
  name: 'Small',
  initial: 'plan',
  stages: {
    plan: {
      name: 'Plan',
      kind: 'plan',
      tasks: { agree: { title: 'Agree', assignee: 'manager', form: 'plan-agreement', due: '10bd' } },
      on: { 'task.agree.completed': [{ to: 'done' }] },
    },
    done: { type: 'final', outcome: 'met' },
  },
};
const path = '/api/v1/cycles/small';

test('a draft is saved, read with its ETag, and not sent again to who has it', async () => {
  const { send } = await makeTestApp();
  const saved = await send('PUT', path, cycle);
  const etag = saved.headers.get('etag') ?? '';
  const read = await send('GET', path);
  expect(read.headers.get('etag')).toBe(etag);
  expect(read.body).toEqual(cycle);
  expect((await send('GET', path, undefined, { 'if-none-match': etag })).status).toBe(304);
});

test('a second writer without the ETag is asked for it, and one with an old ETag is refused', async () => {
  const { send } = await makeTestApp();
  const etag = (await send('PUT', path, cycle)).headers.get('etag') ?? '';
  expect((await send('PUT', path, cycle)).status).toBe(428);
  const renamed = { ...cycle, name: 'Renamed' };
  const first = await send('PUT', path, renamed, { 'if-match': etag });
  const second = await send('PUT', path, { ...cycle, name: 'Late' }, { 'if-match': etag });
  expect([first.status, second.status]).toEqual([200, 412]);
  expect((await send('GET', path)).body.name).toBe('Renamed');
});

test('an unknown key is refused with the nearest one that exists', async () => {
  const { send } = await makeTestApp();
  const answer = await send('PUT', path, { ...cycle, initail: 'plan' });
  expect(answer.status).toBe(422);
  expect(answer.body.errors[0]).toMatchObject({ code: 'DOC-unknown-key' });
  expect(answer.body.errors[0].detail).toContain('initial');
  expect((await send('GET', path)).status).toBe(404);
});

test('a cycle with an error is not published and says where', async () => {
  const { send } = await makeTestApp();
  const stages = { ...cycle.stages, lost: { name: 'Lost', kind: 'observe' } };
  await send('PUT', path, { ...cycle, stages });
  const answer = await send('POST', `${path}/publish`, { note: 'first' });
  expect(answer.status).toBe(409);
  expect(answer.body.errors.map((error: { pointer: string }) => error.pointer)).toContain('/stages/lost');
  expect((await send('GET', `${path}/versions`)).body.items).toEqual([]);
});

test('publishing the same content again gives the same version', async () => {
  const { send } = await makeTestApp();
  await send('PUT', path, cycle);
  const first = await send('POST', `${path}/publish`, { note: 'first' });
  const second = await send('POST', `${path}/publish`, { note: 'again' });
  expect([first.status, second.status]).toEqual([201, 200]);
  expect([first.body.version, second.body.version]).toEqual([1, 1]);
  expect((await send('GET', `${path}/versions/1`)).body).toMatchObject({ note: 'first', cycle });
});

test('a changed draft becomes the next version and the first stays as it was', async () => {
  const { send } = await makeTestApp();
  const etag = (await send('PUT', path, cycle)).headers.get('etag') ?? '';
  await send('POST', `${path}/publish`, {});
  await send('PUT', path, { ...cycle, name: 'Second' }, { 'if-match': etag });
  expect((await send('POST', `${path}/publish`, {})).body.version).toBe(2);
  expect((await send('GET', `${path}/versions/1`)).body.cycle.name).toBe('Small');
  expect((await send('GET', '/api/v1/cycles')).body.items).toMatchObject([
    { id: 'small', latestVersion: 2, changed: false, stages: 2, errors: 0 },
  ]);
});

test('a manager may look at cycles and not change them', async () => {
  const { send } = await makeTestApp({ id: 'm', name: 'M', roles: ['manager'] });
  expect((await send('GET', '/api/v1/cycles')).status).toBe(200);
  expect((await send('PUT', path, cycle)).status).toBe(403);
});

test('an id that is a path finds nothing', async () => {
  const { send } = await makeTestApp();
  for (const id of ['..%2Fsecrets', '%00', 'CON', 'a'.repeat(300)])
    expect([404, 422]).toContain((await send('GET', `/api/v1/cycles/${id}`)).status);
});

test('a cycle that starts another is published once that one is there, if only as a draft', async () => {
  const { send } = await makeTestApp();
  const starts = (id: string, other: string) => {
    const plan = { ...cycle.stages.plan, entry: [{ do: 'start', cycle: other, for: 'children' }] };
    return { ...cycle, id, stages: { ...cycle.stages, plan } };
  };
  await send('PUT', path, starts('small', 'other'));
  const { problems } = (await send('POST', `${path}/check`, {})).body;
  const errors = problems.filter(({ severity }: { severity: string }) => severity === 'error');
  expect(errors).toMatchObject([{ code: 'DOC-unknown-cycle' }]);
  for (let time = 0; time < 2; time++) {
    const refused = await send('POST', `${path}/publish`, { note: '' });
    expect([refused.status, refused.body.errors[0].pointer]).toEqual([409, '/stages/plan/entry/0/cycle']);
  }
  expect((await send('GET', '/api/v1/cycles')).body.items[0].errors).toBe(1);
  await send('PUT', '/api/v1/cycles/other', starts('other', 'small'));
  expect((await send('GET', '/api/v1/cycles')).body.items[0].errors).toBe(0);
  expect((await send('POST', `${path}/publish`, { note: '' })).status).toBe(201);
  expect((await send('POST', '/api/v1/cycles/other/publish', { note: '' })).status).toBe(201);
});

test('checking a draft proves its decision tables and shows the row that is missing', async () => {
  const { send } = await makeTestApp();
  const logic = {
    kind: 'table',
    inputs: [{ expression: 'score', type: 'number' }],
    outputs: [{ type: 'string' }],
    rules: [
      { when: ['< 40'], give: ['"low"'] },
      { when: ['> 40'], give: ['"high"'] },
    ],
  };
  await send('PUT', path, { ...cycle, decisions: { band: { logic } } });
  const { problems } = (await send('POST', `${path}/check`, {})).body;
  const found = problems.filter(({ code }: { code: string }) => code.startsWith('DEC'));
  expect(found).toMatchObject([{ code: 'DEC-05', pointer: '/decisions/band/logic/rules' }]);
  expect(found[0].message).toContain('score is 40');
});

test('a draft is held against the organisation: who has no manager is named, with what would mend it', async () => {
  const { send } = await makeTestApp();
  await send('POST', '/api/v1/components', { id: 'city', kind: 'organisation', name: 'City' });
  await send('PUT', path, cycle);
  const problemsOf = async () =>
    (await send('POST', `${path}/check`, {})).body.problems.filter(
      ({ code }: { code: string }) => code === 'CYC-06',
    );
  expect(await problemsOf()).toMatchObject([
    { severity: 'warning', pointer: '/stages/plan/tasks/agree/assignee', stage: 'plan' },
  ]);
  expect((await problemsOf())[0].message).toContain('"manager" is nobody for City.');
  // It may not be meant for the city at all: only a cycle that says so is refused.
  expect((await send('POST', `${path}/publish`, {})).status).toBe(201);
  await send('DELETE', path);
  const strict = { ...cycle, id: 'strict', subjects: ['organisation'] };
  await send('PUT', '/api/v1/cycles/strict', strict);
  const refused = await send('POST', '/api/v1/cycles/strict/publish', {});
  expect([refused.status, refused.body.errors[0].code]).toEqual([409, 'CYC-06']);
});

test('problems cross the wire with the way round that they show and the commands that mend them', async () => {
  const { send } = await makeTestApp();
  const plan = {
    ...cycle.stages.plan,
    on: { 'task.agree.completed': [{ to: 'work', guard: 'result.decision = "agreed"' }, { to: 'done' }] },
  };
  const work = { after: [{ delay: 'P1M', to: 'plan' }] };
  await send('PUT', path, { ...cycle, stages: { plan, work, done: cycle.stages.done } });
  const { problems } = (await send('POST', `${path}/check`, {})).body;
  const loop = problems.find(({ code }: { code: string }) => code === 'CYC-04');
  expect(loop).toMatchObject({
    severity: 'error',
    lasso: {
      stem: [],
      loop: [
        '/stages/plan',
        '/stages/plan/on/task.agree.completed/0',
        '/stages/work',
        '/stages/work/after/0',
      ],
    },
  });
  expect(loop.fixes[0].commands).toContainEqual({
    op: 'replace',
    path: '/stages/plan/on/task.agree.completed/0/guard',
    value: '(result.decision = "agreed") and round < 4',
  });
});

test('cycles and their versions are read page by page', async () => {
  const { send } = await makeTestApp();
  const ids = ['a', 'b', 'c'];
  for (const id of ids) await send('PUT', `/api/v1/cycles/${id}`, { ...cycle, id });
  for (const name of ['Small', 'Smaller']) {
    const { headers } = await send('GET', '/api/v1/cycles/a');
    const given = { 'if-match': headers.get('etag') ?? '' };
    await send('PUT', '/api/v1/cycles/a', { ...cycle, id: 'a', name }, given);
    await send('POST', '/api/v1/cycles/a/publish', { note: name });
  }
  const walk = async (path: string) => {
    const first = (await send('GET', `${path}?limit=1`)).body;
    const second = (await send('GET', `${path}?limit=1&cursor=${first.nextCursor}`)).body;
    return [...first.items, ...second.items];
  };
  const whole = (await send('GET', '/api/v1/cycles')).body;
  expect([whole.items.length, whole.nextCursor]).toEqual([3, null]);
  expect((await walk('/api/v1/cycles')).map(({ id }) => id)).toEqual(['a', 'b']);
  expect((await walk('/api/v1/cycles/a/versions')).map(({ version }) => version)).toEqual([2, 1]);
});
