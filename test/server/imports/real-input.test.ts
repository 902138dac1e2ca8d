import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { tokenActor } from '../../../server/access/actor.ts';
import { compareWithPublished } from '../../../server/cli/verify-indicators.ts';
import { goRound, launchOver } from '../../support/go-round.ts';
import { makeTestApp } from '../../support/server.ts';

const excerpt = await readFile(new URL('../../samples/indicators-excerpt.csv', import.meta.url), 'utf8');
interface Judged {
  componentId: string;
  outcome: string | null;
}
const loop = new URL('../../../samples/organisation-loop.cycle.json', import.meta.url);

test('every indicator with a target lands on the published side and every other is not scored', async () => {
  const agreement = await compareWithPublished(excerpt);
  expect(agreement).toEqual({ agreed: 25, rows: 25, disagreements: [] });
});

test('one inverted label is found and named', async () => {
  const inverted = excerpt.replace(/Did_Not_Meet$/m, 'Met_Goal');
  const agreement = await compareWithPublished(inverted);
  expect(agreement.rows - agreement.agreed).toBe(1);
  expect(agreement.disagreements[0]).toMatch(/here Did_Not_Meet, published Met_Goal/);
});

test('one launch takes every agency and unit round the loop to its outcome', async () => {
  // A program answers for everybody; one person could not sign both sides of a plan.
  const api = await makeTestApp(tokenActor);
  const cycle = JSON.parse(await readFile(loop, 'utf8'));
  const { launch } = await launchOver(api, { content: excerpt, cycle, kinds: ['department', 'team'] });
  expect(launch).toMatchObject({ status: 'done', failed: 0, started: launch.total });
  await goRound(api);
  const { items } = (await api.send('GET', '/api/v1/plans?limit=200')).body;
  const { items: judged } = (await api.send('GET', '/api/v1/reports/roll-up')).body;
  const outcomes = new Map(judged.map((one: Judged) => [one.componentId, one.outcome]));
  expect(items).toHaveLength(launch.total);
  for (const plan of items) {
    const outcome = outcomes.get(plan.componentId);
    const ending = outcome === null ? 'not-scored' : outcome === 'below' ? 'stopped' : 'met';
    expect(plan).toMatchObject({ status: 'ended', outcome, ending });
  }
});
