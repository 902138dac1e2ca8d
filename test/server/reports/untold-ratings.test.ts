// Who was promised not to be named is told by no figure, and nothing that is sealed.
import { expect, test } from 'vitest';
import { given, makeRatedOffice } from '../../support/rated-office.ts';

const raters = { group: 'peer', threshold: 3 };

test('the one answer of a rater who is not named is in no filter of the plans and on no board', async () => {
  const office = await makeRatedOffice({
    initial: 'rating',
    stages: {
      rating: {
        kind: 'appraise',
        tasks: { rate: { title: 'Rate', form: 'appraisal', assignee: 'person:ian', raters } },
        on: { 'rating.over': [{ to: 'end' }] },
      },
      end: { type: 'final' },
    },
  });
  await office.work('ian', 'rate', given);
  const deputy = await office.as('deputy');
  for (const asked of ['results=exceeds', 'methods=meets'])
    expect((await deputy('GET', `/api/v1/plans?${asked}&count=true`)).body.count).toBe(0);
  expect((await deputy('GET', '/api/v1/reports/boards/methods')).body.rows).toEqual([]);
});

test('a sealed rating is in no filter and on no board until the other one is there too', async () => {
  const rate = (assignee: string) => ({ title: 'Rate', form: 'appraisal', assignee, sealed: true });
  const office = await makeRatedOffice({
    initial: 'rating',
    stages: {
      rating: {
        kind: 'appraise',
        tasks: { one: rate('manager'), other: rate('role:hr') },
        on: { 'task.other.completed': [{ to: 'told' }] },
      },
      told: { kind: 'appraise', on: { 'rating.over': [{ to: 'end' }] } },
      end: { type: 'final' },
    },
  });
  const hana = await office.as('hana');
  const told = async () => [
    (await hana('GET', '/api/v1/plans?results=exceeds&count=true')).body.count,
    (await hana('GET', '/api/v1/reports/boards/methods')).body.rows.length,
  ];
  await office.work('deputy', 'one', given);
  expect(await told()).toEqual([0, 0]);
  await office.work('hana', 'other', given);
  expect(await told()).toEqual([1, 1]);
});
