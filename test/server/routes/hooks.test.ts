import { describe, expect, test } from 'vitest';
import type { Actor } from '../../../server/access/actor.ts';
import { turnNextAbsence } from '../../../server/runtime/absences/absence-worker.ts';
import { signatureHeaders } from '../../../server/runtime/deliveries/webhook-signature.ts';
import { fireDue } from '../../../server/runtime/plans/timers.ts';
import { makeOffice } from '../../support/office.ts';
import { makeTestApp } from '../../support/server.ts';

const observing = {
  to: 'observation',
  when: 'payload.kind = "figure"',
  measureId: '"m-" + payload.indicator',
  periodStart: 'payload.from',
  periodEnd: 'payload.until',
  value: 'payload.value * 2',
};
const reporting = {
  to: 'event',
  componentId: 'payload.department',
  type: '"incident.reported"',
  data: { severity: 'payload.severity', kind: 'get value(headers, "x-kind")' },
};
const cycle = {
  initial: 'watch',
  stages: {
    watch: {
      on: {
        'incident.reported': [{ to: 'alarmed', guard: 'event.data.severity > 3' }],
        'observation.recorded': [{ to: 'seen' }],
      },
    },
    alarmed: {},
    seen: {},
  },
};

async function withSource(mapping: Record<string, unknown>, document: Record<string, unknown> = cycle) {
  const office = await makeOffice(document);
  await office.start('p1');
  const admin = await office.as('ada');
  await admin('POST', '/api/v1/goals', { id: 'g1', componentId: 'permits', title: 'In time' });
  await admin('POST', '/api/v1/measures', {
    id: 'm-days',
    goalId: 'g1',
    title: 'Days',
    unit: 'days',
    direction: 'decrease',
  });
  const made = await admin('POST', '/api/v1/sources', { id: 'register', name: 'Permit register', mapping });
  const { app } = await makeTestApp(null, office.deps);
  const post = async (
    payload: unknown,
    change: {
      id?: string;
      secret?: string;
      at?: string;
      headers?: Record<string, string>;
      body?: string;
      path?: string;
    } = {},
  ) => {
    const body = typeof payload === 'string' ? payload : JSON.stringify(payload);
    const signed = signatureHeaders(change.secret ?? made.body.secret, {
      id: change.id ?? 'msg_1',
      at: change.at ?? office.deps.clock.now(),
      body,
    });
    const response = await app.request(change.path ?? '/api/v1/hooks/register', {
      method: 'POST',
      body: change.body ?? body,
      headers: { 'content-type': 'application/json', ...signed, ...change.headers },
    });
    return {
      status: response.status,
      type: response.headers.get('content-type'),
      body: JSON.parse(await response.text()),
    };
  };
  const observations = async () => (await admin('GET', '/api/v1/observations?measureId=m-days')).body.items;
  return { ...office, admin, made, post, observations };
}
const figure = { kind: 'figure', indicator: 'days', from: '2026-01-01', until: '2026-01-31', value: 9 };

describe('a signed message', () => {
  test('becomes an observation, which the plans of its component hear; a replay has no effect', async () => {
    const { post, observations, planState } = await withSource(observing);
    const first = await post(figure);
    const second = await post(figure);
    expect([first.status, first.body]).toEqual([200, { effect: 'observation', repeated: false }]);
    expect([second.status, second.body]).toEqual([200, { effect: 'observation', repeated: true }]);
    expect(await observations()).toMatchObject([
      {
        measureId: 'm-days',
        componentId: 'permits',
        value: 18,
        periodStart: '2026-01-01',
        status: 'verified',
        source: 'source register',
        enteredBy: 'source:register',
      },
    ]);
    expect(await planState('p1')).toMatchObject({ stage: ['seen'], revision: 2 });
  });

  test('replayed a hundred times at once has one effect', async () => {
    const { post, observations, planState } = await withSource(observing);
    const answers = await Promise.all(Array.from({ length: 100 }, () => post(figure)));
    expect(answers.filter((answer) => !answer.body.repeated).length).toBe(1);
    expect([(await observations()).length, (await planState('p1')).revision]).toEqual([1, 2]);
  });

  test('corrects what it said before for the same period, and keeps it', async () => {
    const { post, observations } = await withSource(observing);
    await post(figure);
    const same = await post(figure, { id: 'msg_2' });
    const corrected = await post({ ...figure, value: 10 }, { id: 'msg_3' });
    expect([same.body.effect, corrected.body.effect]).toEqual(['none', 'observation']);
    const all = await observations();
    const first = all.find((one: { value: number }) => one.value === 18);
    const second = all.find((one: { value: number }) => one.value === 20);
    expect([all.length, second.supersedes]).toEqual([2, first.id]);
  });

  test('becomes an event of the plans of a component', async () => {
    const { post, planState, deps } = await withSource(reporting);
    const low = await post({ department: 'permits', severity: 2 }, { id: 'msg_1' });
    expect([low.body.effect, (await planState('p1')).stage]).toEqual(['event', ['watch']]);
    await post({ department: 'permits', severity: 5 }, { id: 'msg_2', headers: { 'x-kind': 'fire' } });
    expect((await planState('p1')).stage).toEqual(['alarmed']);
    const line = await deps.store.read((db) =>
      db.selectFrom('history').selectAll().where('revision', '=', 2).executeTakeFirstOrThrow(),
    );
    expect([line.actor, JSON.parse(line.event)]).toEqual(['source:register', { severity: 5, kind: 'fire' }]);
  });

  test('that its mapping leaves out is taken and has no effect', async () => {
    const { post, observations } = await withSource(observing);
    expect((await post({ kind: 'greeting' })).body).toEqual({ effect: 'none', repeated: false });
    expect(await observations()).toEqual([]);
  });

  test.each([
    [{ ...figure, indicator: 'unknown' }, 422, 'no measure m-unknown'],
    [{ ...figure, from: 'January' }, 422, '“January”'],
    [{ ...figure, value: 'many' }, 422, 'payload.value * 2'],
    ['{"kind":', 400, 'not valid JSON'],
    ['{"kind":"figure","__proto__":{"x":1}}', 400, '__proto__'],
  ])('%j that cannot be used is answered %i, and may be sent again', async (payload, status, words) => {
    const { post, observations, deps } = await withSource(observing);
    for (let time = 0; time < 2; time++) {
      const answer = await post(payload);
      expect([answer.status, answer.type]).toEqual([status, 'application/problem+json']);
      expect(JSON.stringify(answer.body)).toContain(words.replaceAll('“', '').replaceAll('”', ''));
    }
    expect(await observations()).toEqual([]);
    expect(await deps.store.read((db) => db.selectFrom('sourceMessages').selectAll().execute())).toEqual([]);
  });

  test('cannot say what only the server knows', async () => {
    for (const type of ['timer.x', 'outcome.meets', 'task.agree.completed']) {
      const { post } = await withSource({ to: 'event', planId: '"p1"', type: `"${type}"` });
      expect((await post({})).status).toBe(403);
    }
  });

  test('for a plan that does not take it now is refused and may be sent again', async () => {
    const { post } = await withSource({ to: 'event', planId: '"p1"', type: '"nothing.heard"' });
    const [first, second] = [await post({}), await post({})];
    expect([first.status, second.status, second.body.accepted]).toEqual([
      409,
      409,
      ['incident.reported', 'observation.recorded'],
    ]);
  });
});

describe('a leave that an HR system knows of', () => {
  const onLeave = {
    initial: 'work',
    stages: {
      work: { on: { 'leave.started': [{ to: 'away' }] } },
      away: { on: { 'leave.ended': [{ to: 'back' }] } },
      back: {},
    },
  };
  const mapping = { to: 'event', componentId: '"permits"', type: 'payload.type' };
  const days = { personId: 'pat', from: '2026-01-05', to: '2026-02-27' };

  test('is not told by its webhook, which says how it is entered instead', async () => {
    const { post, planState } = await withSource(mapping, onLeave);
    for (const type of ['leave.started', 'leave.ended']) {
      const answer = await post({ type }, { id: type });
      expect([answer.status, answer.body.detail]).toEqual([
        403,
        `“${type}” comes from the server itself: enter the absence instead, or end it, under Organisation or with POST /absences. Nothing was changed.`,
      ]);
    }
    expect(await planState('p1')).toMatchObject({ stage: ['work'], revision: 1 });
  });

  test('begins and ends by its key, and the plan hears of both', async () => {
    const { deps, planState } = await withSource(mapping, onLeave);
    const key: Actor = { id: 'key_hr', name: 'HR system', roles: [], grants: ['absences.change'] };
    const { send } = await makeTestApp(key, deps);
    const turnAll = async () => {
      while (await turnNextAbsence(deps));
      await fireDue(deps, deps.clock.now());
    };
    const begun = await send('POST', '/api/v1/absences', days);
    await turnAll();
    expect([begun.status, (await planState('p1')).stage]).toEqual([201, ['away']]);
    deps.clock.set('2026-01-20T09:00:00.000Z');
    const ended = await send('DELETE', `/api/v1/absences/${begun.body.id}`);
    await turnAll();
    expect([ended.status, (await planState('p1')).stage]).toEqual([200, ['back']]);
    expect((await send('GET', '/api/v1/absences')).status).toBe(403);
  });
});

describe('a message that is not to be believed changes nothing', () => {
  test.each([
    ['with a flipped bit', { body: JSON.stringify({ ...figure, value: 8 }) }],
    ['with another secret', { secret: `whsec_${Buffer.alloc(32, 7).toString('base64')}` }],
    ['six minutes old', { at: '2026-01-05T08:54:00.000Z' }],
    ['six minutes early', { at: '2026-01-05T09:06:00.000Z' }],
    ['without a signature', { headers: { 'webhook-signature': '' } }],
    ['for a source that is not there', { path: '/api/v1/hooks/nobody' }],
  ])('%s', async (_, change) => {
    const { post, observations } = await withSource(observing);
    const answer = await post(figure, change);
    expect([answer.status, answer.type]).toEqual([401, 'application/problem+json']);
    expect(answer.body.detail).toContain('The signature does not hold');
    expect(await observations()).toEqual([]);
    expect((await post(figure)).body.repeated).toBe(false);
  });

  test('larger than 256 KB', async () => {
    const { post } = await withSource(observing);
    expect((await post({ ...figure, filler: 'x'.repeat(256 * 1024) })).status).toBe(413);
  });
});

describe('a source', () => {
  test('tells its secret once and where to send', async () => {
    const { made, admin } = await withSource(observing);
    const { secret, ...known } = made.body;
    expect(secret).toMatch(/^whsec_.{44}$/);
    expect(known).toEqual({
      id: 'register',
      name: 'Permit register',
      mapping: observing,
      active: true,
      createdAt: '2026-01-05T09:00:00.000Z',
      url: '/api/v1/hooks/register',
    });
    expect((await admin('GET', '/api/v1/sources/register')).body).toEqual(known);
    expect((await admin('GET', '/api/v1/sources')).body.items).toEqual([known]);
  });

  test('is made once under its id', async () => {
    const { admin } = await withSource(observing);
    const again = await admin('POST', '/api/v1/sources', {
      id: 'register',
      name: 'Permit register',
      mapping: observing,
    });
    expect([again.status, again.body.errors[0].pointer]).toEqual([409, '/id']);
  });

  test('that is paused refuses what it is sent until it is active again', async () => {
    const { admin, post } = await withSource(observing);
    await admin('PATCH', '/api/v1/sources/register', { active: false });
    expect((await post(figure)).status).toBe(409);
    await admin('PATCH', '/api/v1/sources/register', { active: true });
    expect((await post(figure)).status).toBe(200);
  });

  test('that was removed is believed no more', async () => {
    const { admin, post } = await withSource(observing);
    expect((await admin('DELETE', '/api/v1/sources/register')).status).toBe(200);
    expect((await admin('DELETE', '/api/v1/sources/register')).status).toBe(404);
    expect((await post(figure)).status).toBe(401);
  });

  test.each([
    [{ ...observing, value: 'payload.' }, '/mapping/value'],
    [{ ...observing, value: 'paylaod.value' }, '/mapping/value'],
    [{ ...observing, value: 'score + 1' }, '/mapping/value'],
    [{ ...reporting, planId: 'payload.plan' }, '/mapping'],
    [{ to: 'event', type: '"x.happened"' }, '/mapping'],
    [{ ...reporting, data: { a: 'function(x) x' } }, '/mapping/data/a'],
  ])('with the mapping %j is refused with its place', async (mapping, pointer) => {
    const { made } = await withSource(mapping);
    expect([made.status, made.body.errors[0].pointer]).toEqual([422, pointer]);
  });

  test('is nothing that anybody but an admin may see or make', async () => {
    const { as } = await withSource(observing);
    for (const id of ['hana', 'deputy', 'pat', 'dora']) {
      const send = await as(id);
      const statuses = [
        (await send('GET', '/api/v1/sources')).status,
        (await send('POST', '/api/v1/sources', { name: 'X', mapping: observing })).status,
        (await send('GET', '/api/v1/sources/register')).status,
        (await send('PATCH', '/api/v1/sources/register', { active: false })).status,
        (await send('DELETE', '/api/v1/sources/register')).status,
      ];
      expect(statuses).toEqual([403, 403, 403, 403, 403]);
    }
  });
});
