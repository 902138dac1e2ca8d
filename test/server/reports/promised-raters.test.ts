// Who was promised not to be named is told by no figure.
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
