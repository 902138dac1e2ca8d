import { expect, test } from 'vitest';
import { drawn, given, makeRatedOffice, undrawn } from '../../support/rated-office.ts';

const unseen = { seen: false };
const noEvidence = {
  rule: 'RAT-08',
  message: 'A rating above the standard rests on no evidence. Link at least 2, or rate anew.',
};

const trail = (office: Awaited<ReturnType<typeof makeRatedOffice>>) =>
  office.deps.store.read(async (db) =>
    (
      await db
        .selectFrom('audit')
        .select('detail')
        .where('action', '=', 'rating.release')
        .orderBy('seq')
        .execute()
    ).map(({ detail }) => JSON.parse(detail).confirmed),
  );

test.for([
  ['by hand', undrawn],
  ['by a task that the cycle draws', drawn],
] as const)(
  'a rating without evidence is released %s once it is confirmed, on record',
  async ([, document]) => {
    const office = await makeRatedOffice(document, unseen);
    await office.rateAndKeep();
    const refused = await office.release('hana');
    expect(refused).toMatchObject({
      done: 0,
      items: [{ planId: 'p1', outcome: 'refused', questions: [noEvidence] }],
    });
    expect((await office.appraisal('pat')).release?.releasedBy ?? null).toBeNull();
    expect((await office.release('hana', ['p1'], { confirmed: ['p2'] })).done).toBe(0);
    expect((await office.release('hana', ['p1'], { confirmed: ['p1'] })).done).toBe(1);
    expect(await trail(office)).toEqual([['RAT-08']]);
  },
);

test('the task of the release itself is no way round it', async () => {
  const office = await makeRatedOffice(drawn, unseen);
  await office.rateAndKeep();
  const answer = await office.work('hana', 'release', {});
  expect(answer.status).toBe(409);
  expect(answer.body.errors).toMatchObject([{ code: 'RAT-08' }]);
});

test('who was rated far from how they see themselves is talked to first, and that it was done is on record', async () => {
  const look = {
    tasks: { look: { title: 'Look back', form: 'self-appraisal', assignee: 'owner' } },
    on: { 'task.look.completed': [{ to: undrawn.initial }] },
  };
  const office = await makeRatedOffice({ ...undrawn, initial: 'look', stages: { look, ...undrawn.stages } });
  await office.work('pat', 'look', { results: 'below', methods: 'meets', evidence: 'A hard year.' });
  await office.rateAndKeep();
  const [{ questions }] = (await office.release('hana')).items;
  expect(questions).toEqual([
    {
      rule: 'RAT-04',
      message: 'Rates 2 levels lower than the manager does. Let both talk before the release.',
    },
  ]);
  expect((await office.release('hana', ['p1'], { confirmed: ['p1'] })).done).toBe(1);
  expect(await trail(office)).toEqual([['RAT-04']]);
});

test('in a release of many each row answers for itself', async () => {
  const office = await makeRatedOffice(undrawn, unseen);
  await office.start('p2', 'inspection');
  await office.rateAndKeep();
  await office.work('deputy', 'rate', { ...given, results: 'meets' }, 'p2');
  await office.work('hana', 'calibrate', { decision: 'changed', outcome: 'meets', reason: 'As seen.' }, 'p2');
  const answer = await office.release('hana', ['p1', 'p2']);
  expect(answer).toMatchObject({
    done: 1,
    refused: 1,
    items: [{ outcome: 'refused' }, { planId: 'p2', outcome: 'done' }],
  });
});

test('what rests on enough asks for nothing', async () => {
  const office = await makeRatedOffice(undrawn);
  await office.rateAndKeep();
  expect((await office.release('hana')).done).toBe(1);
  expect(await trail(office)).toEqual([undefined]);
});
