// A rating that its plan has not heard yet, because others still judge or because a step failed, is held back like any.
import { expect, test } from 'vitest';
import { feedSightOf, toldTo } from '../../../server/live/visible-lines.ts';
import { listFeed } from '../../../server/store/queries/feed.ts';
import { actorOf } from '../../support/office.ts';
import { given, makeRatedOffice, undrawn } from '../../support/rated-office.ts';
import { readThrough } from '../../support/rating-doors.ts';

type Office = Awaited<ReturnType<typeof makeRatedOffice>>;

const rateThen = (task: object, way: object = {}) => ({
  ...undrawn,
  stages: {
    ...undrawn.stages,
    rating: {
      kind: 'appraise',
      tasks: { rate: { title: 'rate', form: 'appraisal', ...task } },
      on: { 'task.rate.completed': [{ to: 'session', ...way }] },
    },
  },
});
const bySeveral = (complete: 'all' | number) => rateThen({ assignee: 'role:hr', complete });
const failing = rateThen(
  { assignee: 'manager' },
  { do: [{ do: 'reward', title: 'A day off', amount: '0 - count(result.summary)' }] },
);

/** Hana and Ian are HR, and each rates Permits. */
async function officeOfTwo(complete: 'all' | number = 'all'): Promise<Office & { rate: Rate }> {
  const document = bySeveral(complete);
  const office = await makeRatedOffice(document);
  await office.deps.store.commit((db) =>
    db.updateTable('people').set({ roles: '["hr"]' }).where('id', '=', 'ian').execute(),
  );
  await office.start('p3', 'permits');
  const rate: Rate = async (person) => {
    office.deps.clock.advance(60_000);
    const [task] = await office.tasksOf(person, 'assignee=me&planId=p3');
    return office.post(person, `/tasks/${task.id}/complete`, { result: given });
  };
  return { ...office, rate };
}
type Rate = (person: string) => ReturnType<Office['post']>;

test('what the first of two raters gave is held back until the plan has both and is released', async () => {
  const office = await officeOfTwo();
  expect((await office.rate('hana')).status).toBe(200);
  expect(await readThrough(office, 'pat', 'p3')).toEqual([]);
  expect(await office.appraisal('pat', 'p3')).toMatchObject({ hidden: true, held: true, ratings: [] });
  expect((await office.get('pat', '/plans/p3')).underReview).toBe(true);
  expect((await office.get('pat', '/plans')).items.map(({ id }: { id: string }) => id)).toContain('p3');
  expect((await office.appraisal('hana', 'p3')).ratings).toHaveLength(1);
  const [early] = (await office.release('hana', ['p3'])).items;
  expect(early.reason).toBe(
    'A rating was given that the plan has not gone on with: others still judge, or a step failed.',
  );
  expect((await office.rate('ian')).status).toBe(200);
  expect(await readThrough(office, 'pat', 'p3')).toEqual([]);
  await office.release('hana', ['p3']);
  expect((await office.appraisal('pat', 'p3')).ratings).toHaveLength(2);
});

test('a rating is held back while the step that it led to has failed', async () => {
  const office = await makeRatedOffice(failing);
  expect((await office.work('deputy', 'rate', given)).status).toBe(200);
  expect((await office.get('ada', '/incidents?planId=p1')).items).toHaveLength(1);
  expect(await readThrough(office, 'pat')).toEqual([]);
  expect(await office.appraisal('pat')).toMatchObject({ hidden: true, held: true, ratings: [] });
});

test('nobody reads, retries or drops a failed step of a plan about themselves, also not an administrator', async () => {
  const office = await makeRatedOffice(failing);
  await office.work('deputy', 'rate', given);
  const [incident] = (await office.get('ada', '/incidents?planId=p1')).items;
  expect(incident.event.data.result).toEqual(given);
  const owner = async (ownerId: string) =>
    office.deps.store.commit((db) =>
      db.updateTable('components').set({ ownerId }).where('id', '=', 'permits').execute(),
    );
  await owner('ada');
  expect((await office.get('ada', '/incidents?planId=p1')).items).toEqual([]);
  expect((await office.get('ada', '/incidents')).items).toEqual([]);
  const heard = await office.deps.store.read(async (db) => {
    const sight = await feedSightOf(db, actorOf('ada'));
    return (await listFeed(db, 0, 200)).map((line) => toldTo(sight, line));
  });
  expect(heard.find(({ type }) => type === 'incident.opened')?.data).toEqual({});
  for (const verb of ['retry', 'skip']) {
    const answer = await office.post('ada', `/incidents/${incident.id}/${verb}`, {
      reason: 'I know better.',
    });
    expect([answer.status, answer.body.detail]).toEqual([
      403,
      'The step that failed is of a plan about you: somebody else retries or drops it. Nothing was changed.',
    ]);
  }
  expect((await office.get('hana', '/incidents?state=open')).items).toHaveLength(1);
  await owner('hana');
  expect((await office.get('hana', '/incidents')).items).toEqual([]);
});
