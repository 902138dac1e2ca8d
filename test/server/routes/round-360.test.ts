// A whole 360 round by the template of the gallery: named, agreed, asked, looked through, released.
import { expect, test } from 'vitest';
import { makeRatedOffice } from '../../support/rated-office.ts';
import { readCycle } from '../../support/sample-cycles.ts';

const { id: _, name: __, schema: ___, ...template } = readCycle('templates/feedback-360.cycle.json');
const words = (who: string) =>
  `On 4 May you (${who} saw it) brought the open list, so we could begin at nine. Please keep that up next month.`;

async function makeRound() {
  const office = await makeRatedOffice(template);
  const answer = async (who: string, methods: string) => {
    const [task] = await office.tasksOf(who, 'assignee=me&state=open&planId=p1');
    office.deps.clock.advance(60_000);
    const given = { text: words(who), methods };
    const done = await office.post(who, `/tasks/${task?.id}/complete`, { result: given });
    expect(done.status, JSON.stringify(done.body)).toBe(200);
  };
  const answersFor = (who: string) => office.get(who, '/plans/p1/answers');
  return { ...office, answer, answersFor };
}

const nominees = { peers: ['ian', 'chief', 'dora'], reports: ['mayor', 'ada'] };

test('names are proposed by whom it is about and agreed by the manager, who may change them', async () => {
  const { work, get, tasksOf } = await makeRound();
  const refused = async (peers: string[], reports: string[] = []) =>
    (await work('pat', 'nominate', { peers, reports })).body.detail;
  const kept = 'The task stays open as it was.';
  expect(await refused(['ian', 'chief'])).toBe(
    `Fewer than three answers are never shown, so that nobody can be told apart. Name 1 more. ${kept}`,
  );
  expect(await refused(['pat', 'ian', 'chief'])).toContain('Nobody is asked about themselves');
  expect(await refused(['ian', 'chief'], ['ian'])).toContain('Each person is asked once');
  expect(await refused(['deputy', 'ian', 'chief'])).toContain('The manager is asked anyway');
  expect(await refused(['ian', 'chief', 'nobody'])).toContain('There is no person nobody');
  expect((await work('pat', 'nominate', nominees)).status).toBe(200);
  expect((await get('deputy', '/plans/p1')).variables.nominated).toEqual(nominees);
  const changed = { peers: ['ian', 'chief', 'hana'], reports: [] };
  expect((await work('deputy', 'agree-on-raters', changed)).status).toBe(200);
  const [asked] = await tasksOf('hana', 'assignee=me&state=open&planId=p1');
  expect(asked).toMatchObject({
    key: 'peer-view',
    relation: 'nominated',
    why: 'You are asked because you were named to say how Permits works.',
  });
  expect(await tasksOf('dora', 'assignee=me&state=open&planId=p1')).toEqual([]);
});

test('each group is shown as far as it is large enough, oneself apart, and only once it is released', async () => {
  const { work, answer, answersFor } = await makeRound();
  await work('pat', 'nominate', nominees);
  await work('deputy', 'agree-on-raters', nominees);
  for (const [who, methods] of [
    ['ian', 'meets'],
    ['chief', 'meets'],
    ['dora', 'exceeds'],
    ['mayor', 'below'],
    ['ada', 'meets'],
    ['deputy', 'meets'],
  ] as const)
    await answer(who, methods);
  expect(await answersFor('pat')).toMatchObject({ collecting: true, rounds: [] });
  await answer('pat', 'exceeds');
  expect(await answersFor('pat')).toMatchObject({ collecting: false, unreleased: true, rounds: [] });
  await work('hana', 'read-comments', { held: 'Nothing.' });
  const { rounds } = await answersFor('pat');
  const [round] = rounds;
  expect(round.named.map(({ group, level }: Record<string, string>) => [group, level]).sort()).toEqual([
    ['manager', 'meets'],
    ['self', 'exceeds'],
  ]);
  // Two reports alone would be told apart: they are shown with the peers, and oneself counts with nobody.
  expect(round.shown).toHaveLength(1);
  expect(round.shown[0]).toMatchObject({
    groups: ['peer', 'report'],
    levels: { below: 1, meets: 3, exceeds: 1 },
  });
  expect(JSON.stringify(round.shown)).not.toContain('pat saw it');
});

test('whoever does not answer in time is not waited for', async () => {
  const { work, answer, fireAt, answersFor } = await makeRound();
  await work('pat', 'nominate', nominees);
  await work('deputy', 'agree-on-raters', nominees);
  await answer('ian', 'meets');
  await answer('chief', 'meets');
  await fireAt('2026-02-10T09:00:00.000Z');
  await work('hana', 'read-comments', { held: 'Nothing.' });
  expect(await answersFor('pat')).toMatchObject({ rounds: [{ shown: [], held: true }] });
});
