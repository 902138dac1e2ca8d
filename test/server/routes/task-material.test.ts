// What a task says may be asked for its form is what is answered: nobody's page asks for what is refused.
import { expect, test } from 'vitest';
import type { makeOffice } from '../../support/office.ts';
import { drawn, makeRatedOffice } from '../../support/rated-office.ts';
import { readCycle } from '../../support/sample-cycles.ts';

const { id: _, name: __, schema: ___, ...round } = readCycle('templates/feedback-360.cycle.json');

type Office = Awaited<ReturnType<typeof makeOffice>>;

async function maySee({ as }: Pick<Office, 'as'>, person: string) {
  const send = await as(person);
  const { body } = await send('GET', '/api/v1/tasks?assignee=me&state=open');
  const { mayRead, planId, componentId } = (await send('GET', `/api/v1/tasks/${body.items[0].id}`)).body;
  const { status } = await send('GET', `/api/v1/plans/${planId}`);
  const { status: lists } = await send('GET', `/api/v1/observations?componentId=${componentId}`);
  expect([mayRead.plan, mayRead.observations && lists !== 200]).toEqual([status === 200, false]);
  return mayRead;
}

const nothing = { plan: false, goals: false, observations: false };
const all = { plan: true, goals: true, observations: true };

test('a rater from elsewhere is told that nothing of the plan may be asked for', async () => {
  const office = await makeRatedOffice(round);
  const named = { peers: ['ian', 'chief', 'dora'], reports: ['mayor', 'ada'] };
  await office.work('pat', 'nominate', named);
  await office.work('deputy', 'agree-on-raters', named);
  expect([await maySee(office, 'dora'), await maySee(office, 'ian')]).toEqual([nothing, nothing]);
  expect([await maySee(office, 'deputy'), await maySee(office, 'pat')]).toEqual([all, all]);
});

test('who was given an appraisal reads what it cannot be given without, until it is done', async () => {
  const office = await makeRatedOffice(drawn);
  const { id } = await office.openTask('rate');
  await office.post('deputy', `/tasks/${id}/delegate`, { to: 'dora', reason: 'I am away.' });
  expect(await maySee(office, 'dora')).toEqual(all);
});
