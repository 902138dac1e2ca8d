import { describe, expect, test } from 'vitest';
import { drawn, given, makeRatedOffice, undrawn } from '../../support/rated-office.ts';
import { readThrough } from '../../support/rating-doors.ts';

describe.each([
  ['a cycle that draws its release', drawn],
  ['a cycle that draws none', undrawn],
])('%s', (_, document) => {
  test('lets nothing of a rating through any door to whom it is about before it is released', async () => {
    const office = await makeRatedOffice(document);
    await office.rateAndKeep();
    expect(await readThrough(office, 'pat')).toEqual([]);
    // What would be a leak is seen where it is allowed, so that a door which is shut by mistake is noticed too.
    expect(await readThrough(office, 'hana')).toEqual(
      expect.arrayContaining([
        '/plans/p1',
        '/plans',
        '/plans/p1/history',
        '/plans/p1/appraisal',
        '/tasks',
        '/reports/boards/outcomes',
        '/reports/boards/methods',
        '/reports/boards/outcomes/csv',
      ]),
    );
    const plan = await office.get('pat', '/plans/p1');
    expect([plan.outcome, plan.variables]).toEqual([null, {}]);
    expect((await office.get('pat', '/plans?outcome=exceeds')).items).toEqual([]);
    expect((await office.get('hana', '/plans?outcome=exceeds')).items).toHaveLength(1);
    expect(await office.appraisal('pat')).toMatchObject({
      hidden: true,
      held: true,
      ratings: [],
      released: null,
    });
  });

  test('shows it all once it is released, with who released it and when', async () => {
    const office = await makeRatedOffice(document);
    await office.rateAndKeep();
    expect(await office.release('hana')).toEqual({
      done: 1,
      refused: 0,
      items: [{ planId: 'p1', outcome: 'done' }],
    });
    expect((await office.get('pat', '/plans/p1')).outcome).toBe('exceeds');
    const { hidden, released, ratings } = await office.appraisal('pat');
    expect([hidden, released]).toEqual([false, { at: expect.any(String), by: { id: 'hana', name: 'Hana' } }]);
    expect(ratings).toMatchObject([
      { version: 1, kind: 'appraisal', by: { id: 'deputy' }, results: 'exceeds', words: given.summary },
      { version: 1, kind: 'calibration', decision: 'kept', by: { id: 'hana' }, results: 'exceeds' },
    ]);
    const trail = await office.deps.store.read((db) =>
      db
        .selectFrom('audit')
        .select(['actor', 'resource', 'detail'])
        .where('action', '=', 'rating.release')
        .execute(),
    );
    expect(trail.map(({ detail, ...line }) => ({ ...line, ...JSON.parse(detail) }))).toMatchObject([
      { actor: 'hana', resource: 'plan/p1', before: { released: false }, after: { released: true } },
    ]);
  });
});

test('a release that the cycle draws is a step of the plan, in its history', async () => {
  const office = await makeRatedOffice(drawn);
  await office.rateAndKeep();
  await office.release('hana');
  const { items } = await office.get('pat', '/plans/p1/history');
  expect(items.at(-1)).toMatchObject({
    event: { type: 'task.release.completed' },
    actor: { id: 'hana' },
    stage: ['told'],
  });
});

test('whose rating it is by hand is told that it may be read', async () => {
  const office = await makeRatedOffice(undrawn);
  await office.rateAndKeep();
  await office.release('deputy');
  const { items } = await office.get('pat', '/notifications');
  expect(items).toMatchObject([{ message: 'Your appraisal is released: read it on the page of your plan.' }]);
});

test('many are released at once, and each plan answers for itself', async () => {
  const office = await makeRatedOffice(drawn);
  await office.start('p2', 'inspection');
  await office.rateAndKeep();
  const answer = await office.release('hana', ['p1', 'p2', 'p3', 'p1']);
  expect(answer).toMatchObject({ done: 1, refused: 2 });
  expect(answer.items).toEqual([
    { planId: 'p1', outcome: 'done' },
    {
      planId: 'p2',
      outcome: 'refused',
      reason: 'There is no rating that is not released.',
    },
    { planId: 'p3', outcome: 'refused', reason: 'There is no such plan, or you may not see it.' },
  ]);
  const again = await office.release('hana');
  expect(again).toMatchObject({ done: 0, refused: 1 });
});

test('nobody releases what is open elsewhere, or about themselves, or without the right to it', async () => {
  const office = await makeRatedOffice(drawn);
  await office.work('deputy', 'rate', given);
  const [early] = (await office.release('hana')).items;
  expect(early.reason).toBe('“calibrate” is open: the cycle comes to the release once it is done.');
  expect(await office.appraisal('hana')).toMatchObject({ release: { may: false, why: early.reason } });
  const by = async (person: string) =>
    (await office.post(person, '/ratings/release', { planIds: ['p1'] })).status;
  expect([await by('pat'), await by('dora')]).toEqual([403, 403]);
  await office.work('hana', 'calibrate', { decision: 'kept', reason: 'Right.' });
  const [foreign] = (await office.release('deputy')).items;
  expect(foreign.reason).toBe('“Release it” is somebody else’s task. Ask them, or HR.');
  await office.deps.store.commit((db) =>
    db.updateTable('components').set({ ownerId: 'hana' }).where('id', '=', 'permits').execute(),
  );
  const [own] = (await office.release('hana')).items;
  expect(own.reason).toBe('These ratings are about you: somebody else releases them.');
  const { id } = await office.openTask('release');
  expect((await office.post('hana', `/tasks/${id}/complete`, { result: {} })).status).toBe(403);
});

test('a person of HR reads their own rating no sooner than anybody else', async () => {
  const office = await makeRatedOffice(drawn);
  await office.rateAndKeep();
  await office.deps.store.commit((db) =>
    db.updateTable('components').set({ ownerId: 'ada' }).where('id', '=', 'permits').execute(),
  );
  expect(await readThrough(office, 'ada')).toEqual([]);
  expect((await office.appraisal('ada')).ratings).toEqual([]);
});
