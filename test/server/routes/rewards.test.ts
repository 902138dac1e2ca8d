import { expect, test } from 'vitest';
import { makeOffice } from '../../support/office.ts';

/** Each approval gives the reward of its key. */
const cycle = (key: string) => ({
  initial: 'decide',
  stages: {
    decide: {
      tasks: { approve: { title: 'Approve a reward', assignee: 'manager', form: 'reward', due: 'P10D' } },
      on: {
        'task.approve.completed': [
          {
            to: 'again',
            guard: 'result.decision = "approved"',
            do: [{ do: 'reward', title: 'A day off', key, amount: 'result.amount' }],
          },
          { to: 'again' },
        ],
      },
    },
    again: { on: { 'one.more': [{ to: 'decide' }] } },
  },
});

async function makeRewards(key = '"the-one"') {
  const office = await makeOffice(cycle(key));
  await office.start('p1');
  const ask = async (who: string, method: string, path: string, body?: unknown) =>
    (await office.as(who))(method, `/api/v1${path}`, body);
  const approve = async (amount: number, said: { title?: string } = {}) => {
    const [task] = await office.tasksOf('deputy', 'assignee=me&state=open');
    const result = { decision: 'approved', amount, ...said };
    return ask('deputy', 'POST', `/tasks/${task.id}/complete`, { result });
  };
  const more = () => ask('ada', 'POST', '/plans/p1/events', { type: 'one.more' });
  const rewards = async (who: string, box: string) =>
    (await ask(who, 'GET', `/rewards?box=${box}`)).body.items;
  return { ...office, ask, approve, more, rewards };
}
const budget = { periodStart: '2026-01-01', periodEnd: '2026-12-31', currency: 'EUR' };

test('a reward is given once by its key, however often the cycle comes by, and counts once', async () => {
  const office = await makeRewards();
  await office.ask('hana', 'POST', '/reward-budgets', { ...budget, componentId: 'dob', amount: 500 });
  await office.approve(120.5);
  await office.more();
  await office.approve(120.5);
  expect(await office.rewards('pat', 'mine')).toHaveLength(1);
  const { body } = await office.ask('deputy', 'GET', '/reward-budgets?componentId=permits');
  expect(body).toMatchObject({
    componentName: 'Department of Buildings',
    amount: 500,
    spent: 120.5,
    left: 379.5,
  });
});

test('a reward is called what whoever approved it says is given, else as in the cycle', async () => {
  const office = await makeRewards('string(result.amount)');
  await office.approve(1, { title: 'Two tickets for the opera' });
  await office.more();
  await office.approve(2);
  const titles = (await office.rewards('pat', 'mine')).map(({ title }: { title: string }) => title);
  expect(titles.toSorted()).toEqual(['A day off', 'Two tickets for the opera']);
});

test('more than what is left of the budget is refused, and the task stays open', async () => {
  const office = await makeRewards('string(round) + string(result.amount)');
  await office.ask('hana', 'POST', '/reward-budgets', { ...budget, componentId: 'city', amount: 200 });
  expect((await office.approve(150)).status).toBe(200);
  await office.more();
  const refused = await office.approve(50.01);
  expect(refused.status).toBe(422);
  expect(refused.body.detail).toContain('The reward budget of City has 50.00 EUR left until 2026-12-31.');
  expect((await office.approve(50)).status).toBe(200);
  expect(await office.rewards('pat', 'mine')).toHaveLength(2);
});

test('a budget below spends none of what one above has not: the least that is left counts', async () => {
  const office = await makeRewards('string(round) + string(result.amount)');
  await office.ask('hana', 'POST', '/reward-budgets', { ...budget, componentId: 'dob', amount: 100 });
  const own = await office.ask('hana', 'POST', '/reward-budgets', {
    ...budget,
    componentId: 'permits',
    amount: 1000,
  });
  expect(own.body).toMatchObject({ componentId: 'permits', amount: 1000, left: 1000 });
  const left = async () => (await office.ask('deputy', 'GET', '/reward-budgets?componentId=permits')).body;
  expect(await left()).toMatchObject({ componentId: 'dob', amount: 100, left: 100 });
  const refused = await office.approve(900);
  expect(refused.status).toBe(422);
  expect(refused.body.detail).toContain('The reward budget of Department of Buildings has 100.00 EUR left');
  expect((await office.approve(40)).status).toBe(200);
  expect(await left()).toMatchObject({ componentId: 'dob', spent: 40, left: 60 });

  await office.ask('hana', 'POST', '/reward-budgets', { ...budget, componentId: 'dob', amount: 5000 });
  expect(await left()).toMatchObject({ componentId: 'permits', left: 960 });
});

test('a budget of other days does not count, and without any nothing is refused', async () => {
  const office = await makeRewards();
  await office.ask('hana', 'POST', '/reward-budgets', { ...budget, componentId: 'permits', amount: 900 });
  const past = { ...budget, periodStart: '2025-01-01', periodEnd: '2025-12-31' };
  await office.ask('hana', 'POST', '/reward-budgets', { ...past, componentId: 'permits', amount: 2 });
  expect((await office.approve(800)).status).toBe(200);
  const free = await makeRewards();
  expect((await free.ask('deputy', 'GET', '/reward-budgets?componentId=permits')).body).toBe(null);
  expect((await free.approve(1_000_000)).status).toBe(200);
});

test('budgets that cover each other in the same days are in one currency', async () => {
  const office = await makeRewards();
  const set = (componentId: string, currency: string, period: Partial<typeof budget> = {}) =>
    office.ask('hana', 'POST', '/reward-budgets', {
      ...budget,
      componentId,
      amount: 100,
      currency,
      ...period,
    });
  expect((await set('dob', 'EUR')).status).toBe(201);
  for (const place of ['city', 'permits']) {
    const refused = await set(place, 'USD');
    expect(refused.status).toBe(422);
    expect(refused.body.errors).toEqual([
      {
        pointer: '/currency',
        detail:
          'Department of Buildings has a budget in EUR from 2026-01-01 to 2026-12-31, and what is given may count in both. Use the same currency, or other days.',
      },
    ]);
  }
  expect((await set('dob', 'USD', { periodEnd: '2026-03-31' })).status).toBe(422);
  const next = { periodStart: '2027-01-01', periodEnd: '2027-12-31' };
  expect((await set('permits', 'USD', next)).status).toBe(201);
  // One that takes the place of another may be in another currency where nothing else is counted.
  expect((await set('dob', 'USD')).status).toBe(201);
  expect((await set('city', 'USD')).status).toBe(201);
});

test('the days of a budget are those of its component', async () => {
  const office = await makeRewards();
  await office.ask('ada', 'PATCH', '/components/dob', { zone: 'Pacific/Auckland' });
  const january = { ...budget, periodEnd: '2026-01-31' };
  const february = { ...budget, periodStart: '2026-02-01', periodEnd: '2026-02-28' };
  await office.ask('hana', 'POST', '/reward-budgets', { ...january, componentId: 'dob', amount: 100 });
  await office.ask('hana', 'POST', '/reward-budgets', { ...february, componentId: 'dob', amount: 70 });
  office.deps.clock.set('2026-01-31T20:00:00.000Z');
  const { body } = await office.ask('deputy', 'GET', '/reward-budgets?componentId=permits');
  expect(body).toMatchObject({ periodStart: '2026-02-01', left: 70 });
  expect((await office.approve(60)).status).toBe(200);
  const { items } = (await office.ask('hana', 'GET', '/reward-budgets/all')).body;
  expect(items.map(({ spent }: { spent: number }) => spent)).toEqual([60, 0]);
});

test('only HR and administrators set a budget', async () => {
  const office = await makeRewards();
  const set = async (who: string) =>
    (await office.ask(who, 'POST', '/reward-budgets', { ...budget, componentId: 'dob', amount: 5 })).status;
  expect([await set('pat'), await set('deputy'), await set('hana'), await set('ada')]).toEqual([
    403, 403, 201, 201,
  ]);
});

test('a reward is on the wall only while who got it wants it there', async () => {
  const office = await makeRewards();
  await office.approve(80);
  expect(await office.rewards('ian', 'wall')).toEqual([]);
  const [{ id, ...own }] = await office.rewards('pat', 'mine');
  expect(own).toMatchObject({ title: 'A day off', amount: 80, shown: false, decided: false });
  const say = (who: string, shown: boolean) => office.ask(who, 'PUT', `/rewards/${id}/consent`, { shown });
  for (const who of ['deputy', 'hana', 'ada', 'ian']) expect((await say(who, true)).status).toBe(404);
  expect((await office.ask('ian', 'POST', `/rewards/${id}/thanks`)).status).toBe(404);

  await say('pat', true);
  const trail = await office.deps.store.read((db) =>
    db.selectFrom('audit').select('detail').where('action', '=', 'reward.show').execute(),
  );
  expect(trail.map(({ detail }) => JSON.parse(detail))).toEqual([
    { before: { shown: false }, after: { shown: true } },
  ]);
  // What it was worth is nobody else's to read.
  expect(await office.rewards('ian', 'wall')).toMatchObject([
    { person: { id: 'pat' }, amount: null, thanks: 0 },
  ]);
  await office.ask('ian', 'POST', `/rewards/${id}/thanks`);
  expect((await office.ask('ian', 'POST', `/rewards/${id}/thanks`)).body).toMatchObject({
    thanks: 1,
    thanked: true,
  });
  const told = (await office.ask('pat', 'GET', '/notifications')).body.items;
  expect(told.map(({ message }: { message: string }) => message).sort()).toEqual([
    'Ian congratulates you on “A day off”.',
    'You are rewarded: “A day off”. Say whether it may be shown to everybody.',
  ]);

  await say('pat', false);
  expect(await office.rewards('ian', 'wall')).toEqual([]);
});

test('budgets are listed with what is left, to managers those of their part alone', async () => {
  const office = await makeRewards();
  await office.ask('hana', 'POST', '/reward-budgets', { ...budget, componentId: 'city', amount: 900 });
  await office.ask('hana', 'POST', '/reward-budgets', { ...budget, componentId: 'dob', amount: 100 });
  office.deps.clock.advance(1000);
  await office.ask('hana', 'POST', '/reward-budgets', { ...budget, componentId: 'dob', amount: 500 });
  await office.approve(120.5);
  const list = async (who: string) => (await office.ask(who, 'GET', '/reward-budgets/all')).body.items;
  const told = (items: { componentId: string; left: number }[]) =>
    items.map(({ componentId, left }) => [componentId, left]);
  // What was given below counts at each budget above it.
  expect(told(await list('hana'))).toEqual([
    ['city', 779.5],
    ['dob', 379.5],
  ]);
  expect(told(await list('deputy'))).toEqual([['dob', 379.5]]);
  expect((await office.ask('pat', 'GET', '/reward-budgets/all')).status).toBe(403);
});

test('a budget that is removed takes the earlier ones of its days along, and nothing is counted then', async () => {
  const office = await makeRewards();
  for (const amount of [10, 20])
    await office.ask('hana', 'POST', '/reward-budgets', { ...budget, componentId: 'dob', amount });
  const [{ id }] = (await office.ask('hana', 'GET', '/reward-budgets/all')).body.items;
  const remove = (who: string) => office.ask(who, 'DELETE', `/reward-budgets/${id}`, {});
  expect([(await remove('deputy')).status, (await remove('hana')).status]).toEqual([403, 200]);
  expect((await remove('hana')).status).toBe(404);
  expect((await office.ask('deputy', 'GET', '/reward-budgets?componentId=permits')).body).toBe(null);
});

/** Each round asks for two rewards; neither has a key. */
const twoRewards = {
  initial: 'decide',
  stages: {
    decide: { on: { give: [{ to: 'again', do: [] as object[] }] } },
    again: { on: { 'one.more': [{ to: 'decide' }] } },
  },
};
const giving = (...titles: string[]) => ({
  ...twoRewards,
  stages: {
    ...twoRewards.stages,
    decide: { on: { give: [{ to: 'again', do: titles.map((title) => ({ do: 'reward', title })) }] } },
  },
});

async function makeTwo() {
  const office = await makeOffice(giving('A day off', 'A book voucher'));
  await office.start('p1');
  const ask = async (method: string, path: string, body?: unknown) =>
    (await office.as('ada'))(method, `/api/v1${path}`, body);
  const send = (type: string) => ask('POST', '/plans/p1/events', { type });
  const given = async () =>
    (await ask('GET', '/plans/p1')).body.rewards.map(({ title }: { title: string }) => title);
  const told = async () =>
    (await ask('GET', '/plans/p1/history')).body.items
      .flatMap(({ effects }: { effects: { type: string; text: string }[] }) => effects)
      .filter(({ type }: { type: string }) => type === 'reward')
      .map(({ text }: { text: string }) => text);
  return { ...office, send, given, told };
}

test('two rewards of one round are both given, and given again only in the next', async () => {
  const { send, given, told } = await makeTwo();
  await send('give');
  expect((await given()).sort()).toEqual(['A book voucher', 'A day off']);
  await send('one.more');
  await send('give');
  expect(await given()).toHaveLength(2);
  expect(await told()).toEqual([
    'Reward: A day off',
    'Reward: A book voucher',
    'Reward asked for, was given already: A day off',
    'Reward asked for, was given already: A book voucher',
  ]);
});

test('a plan that has a reward from before by its round alone is not given it again', async () => {
  const { deps, send, given } = await makeTwo();
  await send('give');
  await deps.store.commit(async (db) => {
    await db.deleteFrom('rewards').where('key', '=', 'round-1').execute();
    await db.updateTable('rewards').set({ key: 'round-1' }).execute();
    const { effects, seq } = await db
      .selectFrom('history')
      .select(['effects', 'seq'])
      .where('effects', 'like', '%book%')
      .executeTakeFirstOrThrow();
    const before = JSON.parse(effects).filter((one: { title?: string }) => one.title === 'A book voucher');
    const asked = before.map((one: object) => ({ ...one, key: 'round-1' }));
    await db
      .updateTable('history')
      .set({ effects: JSON.stringify(asked) })
      .where('seq', '=', seq)
      .execute();
  });
  await send('one.more');
  await send('give');
  expect(await given()).toEqual(['A book voucher']);
});

test('a reward keeps the currency that it was given in, and a budget counts what was given in its own', async () => {
  const office = await makeRewards('string(round) + string(result.amount)');
  const dob = { ...budget, componentId: 'dob', amount: 500 };
  await office.approve(10);
  await office.ask('hana', 'POST', '/reward-budgets', { ...dob, currency: 'USD' });
  await office.more();
  await office.approve(120.5);
  await office.ask('hana', 'POST', '/reward-budgets', dob);
  await office.more();
  await office.approve(30);
  const own = (await office.rewards('pat', 'mine')).map(
    ({ amount, currency }: { amount: number; currency: string | null }) => [amount, currency],
  );
  expect(own.toSorted()).toEqual([
    [10, null],
    [120.5, 'USD'],
    [30, 'EUR'],
  ]);
  const { body } = await office.ask('deputy', 'GET', '/reward-budgets?componentId=permits');
  expect(body).toMatchObject({ currency: 'EUR', spent: 40, left: 460 });
});
