import { expect, test } from 'vitest';
import { appendVersions } from '../../../server/store/queries/component-versions.ts';
import { findComponent } from '../../../server/store/queries/components.ts';
import { drawn, makeRatedOffice, needle } from '../../support/rated-office.ts';

type RatedOffice = Awaited<ReturnType<typeof makeRatedOffice>>;

/** The office as it was entered, before anybody was rated. */
async function makeRecordedOffice() {
  const office = await makeRatedOffice(drawn);
  await office.deps.store.commit(async (db) => {
    const permits = await findComponent(db, 'permits');
    if (permits) await appendVersions(db, [permits], { at: '2026-01-01T00:00:00.000Z', by: 'ada' });
  });
  return office;
}

async function giveThePost({ as, deps }: RatedOffice, ownerId: string): Promise<void> {
  deps.clock.advance(60_000);
  const answer = await (await as('ada'))('PATCH', '/api/v1/components/permits', { ownerId });
  expect(answer.status).toBe(200);
}

test('who takes over a post reads nothing of how their predecessor was judged', async () => {
  const office = await makeRecordedOffice();
  await office.rateAndKeep();
  await office.release('hana');
  await office.work('pat', 'sign', { decision: 'signed' });
  await giveThePost(office, 'dora');
  expect(await office.appraisal('dora')).toMatchObject({
    ...{ ofPredecessor: true, hidden: false, self: null, ratings: [], acknowledgements: [], disputes: [] },
  });
  for (const door of ['/appraisal', '/answers', '/history', ''])
    expect(JSON.stringify(await office.get('dora', `/plans/p1${door}`))).not.toContain(needle);
  const read = await office.appraisal('hana');
  expect([read.about, read.ofPredecessor, read.ratings.length]).toEqual([
    { id: 'pat', name: 'Pat' },
    false,
    2,
  ]);
});

test('a slip in who has a post takes nothing from whoever had it, and has it again', async () => {
  const office = await makeRecordedOffice();
  await office.rateAndKeep();
  await office.release('hana');
  await giveThePost(office, 'dora');
  await giveThePost(office, 'pat');
  expect(await office.appraisal('pat')).toMatchObject({ ofPredecessor: false, about: { id: 'pat' } });
  expect((await office.appraisal('pat')).ratings).toHaveLength(2);
});

test('a rating is signed and disputed by whom it is about, also once somebody else has the post', async () => {
  const office = await makeRecordedOffice();
  await office.rateAndKeep();
  await office.release('hana');
  await giveThePost(office, 'dora');
  expect((await office.openTask('sign')).assignee).toEqual({ id: 'pat', name: 'Pat' });
  expect((await office.appraisal('pat')).ratings).toHaveLength(2);
  expect((await office.work('pat', 'sign', { decision: 'signed' })).status).toBe(200);
  expect((await office.openTask('dispute')).assignee).toEqual({ id: 'pat', name: 'Pat' });
});

test('feedback to whoever had a person’s post is not read by who has it after them', async () => {
  const office = await makeRecordedOffice();
  await office.deps.store.commit((db) =>
    db.updateTable('components').set({ kind: 'employee' }).where('id', '=', 'permits').execute(),
  );
  const text = 'On Monday you showed the new form to the visitors; they asked nothing more.';
  const given = { to: { componentId: 'permits' }, text, visibility: 'plan' };
  expect((await office.post('deputy', '/feedback', given)).status).toBe(201);
  await giveThePost(office, 'dora');
  const readBy = async (person: string) =>
    (await office.get(person, '/feedback?componentId=permits')).items.filter(
      (one: { text: string }) => one.text === text,
    ).length;
  expect([await readBy('dora'), await readBy('pat'), await readBy('chief')]).toEqual([0, 1, 1]);
});
