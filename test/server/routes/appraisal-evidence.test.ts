// What a judgement names as evidence: of the plan and its period, readable for who judges, and for each reader no more
// than they may read anyway.
import { expect, test } from 'vitest';
import { listEvidenceDays } from '../../../server/store/queries/appraisals.ts';
import { drawn, given, makeRatedOffice } from '../../support/rated-office.ts';

async function withEvidence() {
  const office = await makeRatedOffice(drawn);
  const say = async (who: string, text: string, visibility: string, at = '2026-03-04T10:00:00.000Z') => {
    office.deps.clock.set(at);
    const to = { componentId: 'permits' };
    return (await office.post(who, '/feedback', { to, text, visibility })).body.id as string;
  };
  const plain = await say('ian', 'On 4 March the visit was ready at nine.', 'plan');
  const noted = await say('deputy', 'On 3 March the list was late again.', 'private');
  const strange = await say('ian', 'On 2 March Ada prepared the room.', 'private');
  const early = await say('ian', 'On 5 May the list was complete.', 'plan', '2025-05-05T10:00:00.000Z');
  const rate = async (evidenceIds: string[]) => {
    const { id } = await office.openTask('rate');
    return office.post('deputy', `/tasks/${id}/complete`, { result: { ...given, evidenceIds } });
  };
  office.deps.clock.set('2026-03-05T09:00:00.000Z');
  return { ...office, say, plain, noted, strange, early, rate };
}

test('what the rater may not read, and what is of another time or not there, is no evidence', async () => {
  const { strange, early, rate } = await withEvidence();
  for (const id of [strange, early, 'nothing']) {
    const { status, body } = await rate([id]);
    expect([status, body.errors]).toEqual([
      422,
      [
        {
          pointer: '/result/evidenceIds/0',
          detail: `There is no evidence ${id} of this plan and its period that you may read. Choose what stands beside the form.`,
        },
      ],
    ]);
  }
});

test('whom a released rating is about reads of its evidence what they may read, and not that there is more', async () => {
  const { plain, noted, rate, work, release, appraisal } = await withEvidence();
  expect((await rate([plain, noted])).status).toBe(200);
  await work('hana', 'calibrate', { decision: 'kept', reason: 'Right.' });
  expect((await appraisal('pat')).ratings).toEqual([]);
  await release('hana');
  const seenBy = async (person: string) =>
    (await appraisal(person)).ratings[0].evidenceItems.map(({ id }: { id: string }) => id);
  expect(await seenBy('pat')).toEqual([plain]);
  expect(await seenBy('hana')).toEqual([plain]);
  expect(await seenBy('deputy')).toEqual([plain, noted]);
  expect((await appraisal('pat')).ratings[0].evidenceItems).toEqual([
    {
      kind: 'feedback',
      id: plain,
      text: 'On 4 March the visit was ready at nine.',
      at: '2026-03-04T10:00:00.000Z',
      author: { id: 'ian', name: expect.any(String) },
    },
  ]);
});

test('what was said on the first day of the period there is evidence of it', async () => {
  const { deps, say, rate } = await withEvidence();
  await deps.store.commit((db) =>
    db.updateTable('components').set({ zone: 'Pacific/Auckland' }).where('id', '=', 'dob').execute(),
  );
  const first = await say('ian', 'On 1 January the desk was open.', 'plan', '2025-12-31T20:00:00.000Z');
  deps.clock.set('2026-03-05T09:00:00.000Z');
  const period = { start: '2026-01-01', end: '2026-01-31' };
  expect(await deps.store.read((db) => listEvidenceDays(db, ['permits'], period))).toEqual([
    { componentId: 'permits', day: '2026-01-01' },
  ]);
  expect((await rate([first])).status).toBe(200);
});

test('a goal rests on what was observed of it', async () => {
  const office = await makeRatedOffice(drawn);
  const goal = { componentId: 'permits', title: 'Issue permits', priority: 100 };
  const goalId = (await office.post('ada', '/goals', goal)).body.id;
  const counted = { kind: 'number', direction: 'increase', timeAggregation: 'mean', unit: '%', weight: 100 };
  const measure = { goalId, title: 'In time', ...counted };
  const measureId = (await office.post('ada', '/measures', measure)).body.id;
  const month = { periodStart: '2026-01-01', periodEnd: '2026-01-31' };
  const seen = await office.post('ada', '/observations', { measureId, ...month, value: 91 });
  const [{ id }] = seen.body.items;
  const judged = { goalId, results: 'meets', methods: 'meets', evidence: 'The register.' };
  const result = { ...given, goals: [{ ...judged, evidenceIds: [id] }] };
  expect((await office.work('deputy', 'rate', result)).status).toBe(200);
  expect((await office.appraisal('deputy')).ratings[0].goals).toEqual([
    {
      ...judged,
      title: 'Issue permits',
      evidenceItems: [
        {
          ...{ kind: 'observation', id, title: 'In time', unit: '%', value: 91 },
          ...{ numerator: null, denominator: null, ...month },
        },
      ],
    },
  ]);
});
