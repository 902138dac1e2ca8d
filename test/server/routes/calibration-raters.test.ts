// At a table of one team its manager is compared with those who rated the others of the round.
import { expect, test } from 'vitest';
import { makeReviewedOffice, reviewed } from '../../support/reviewed-office.ts';

/** The deputy gives all 12 of Buildings the highest level, Max all 6 of Parks the lowest. */
async function withLaunch() {
  const office = await makeReviewedOffice();
  const createdAt = office.deps.clock.now();
  await office.deps.store.commit(async (db) => {
    for (const [raterId, results] of [
      ['deputy', 'exceeds'],
      ['max', 'below'],
    ] as const) {
      const result = JSON.stringify({ goals: [], results, methods: 'meets', summary: 'As it was.' });
      await db.updateTable('tasks').set({ result }).where('completedBy', '=', raterId).execute();
    }
    const launch = { id: 'l1', cycleId: 'small', version: 1, originPlanId: null, again: 0 as const };
    const period = { periodStart: '2026-01-01', periodEnd: '2026-12-31', variables: '{}' };
    const made = { status: 'done', total: reviewed.length, createdAt, createdBy: 'hana' };
    await db
      .insertInto('launches')
      .values({ ...launch, ...period, ...made, finishedAt: createdAt })
      .execute();
  });
  return office;
}

interface Finding {
  rule: string;
  about: object;
  message: string;
}
// The mean of the round is (12·3 + 6·1) / 18 = 2.33: −1.33 · 6/11 = −0.73. The deputy is 0.67 · 12/17 = 0.47 above.
const harsh = [
  {
    about: { kind: 'rater', raterId: 'max' },
    message:
      'Rates 0.7 of a level below the others of the round, over 6 people. Look at what they saw before you move anything.',
  },
];
const milder = (findings: Finding[]) =>
  findings.filter(({ rule }) => rule === 'RAT-01').map(({ about, message }) => ({ about, message }));

test('the manager of a single team is told from the others, also when that team alone is looked at', async () => {
  const send = await (await withLaunch()).as('hana');
  const read = async (group: string) =>
    milder((await send('GET', `/api/v1/launches/l1/calibration${group}`)).body.findings);
  expect(await read('')).toEqual(harsh);
  expect(await read('?group=parks')).toEqual(harsh);
  expect(await read('?group=dob')).toEqual([]);
});

test('a session of one team compares its manager with those of the other teams', async () => {
  const office = await withLaunch();
  const send = await office.as('hana');
  const planned = { name: 'Parks', heldOn: '2026-02-01', facilitatorId: 'hana', memberIds: ['max'] };
  const { body } = await send('POST', '/api/v1/calibration-sessions', {
    ...planned,
    launchId: 'l1',
    groupId: 'parks',
  });
  const seen = (await send('GET', `/api/v1/calibration-sessions/${body.id}`)).body;
  expect(seen.table.lines).toHaveLength(6);
  expect(milder(seen.table.findings)).toEqual(harsh);
});
