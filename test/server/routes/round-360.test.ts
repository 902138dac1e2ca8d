// A whole 360 round by the template of the gallery: named, agreed, asked, looked through, released.
import { expect, test } from 'vitest';
import { feedSightOf, mayHear } from '../../../server/live/visible-lines.ts';
import { actorOf } from '../../support/office.ts';
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

const views = [
  ['ian', 'meets'],
  ['chief', 'meets'],
  ['dora', 'exceeds'],
  ['mayor', 'below'],
  ['ada', 'meets'],
  ['deputy', 'meets'],
  ['pat', 'exceeds'],
] as const;

/** A round that is looked through and released: the debrief has begun. */
async function makeDebrief() {
  const round = await makeRound();
  await round.work('pat', 'nominate', nominees);
  await round.work('deputy', 'agree-on-raters', nominees);
  for (const [who, methods] of views) await round.answer(who, methods);
  await round.work('hana', 'read-comments', { held: 'Nothing.' });
  // Chief leads them by a dotted line.
  await round.deps.store.commit((db) =>
    db.updateTable('components').set({ secondManagerId: 'chief' }).where('id', '=', 'permits').execute(),
  );
  return round;
}
const pat = { id: 'pat', name: 'Pat' };
const leading = ['deputy', 'chief', 'mayor'];

test('whom the round is about reads it first, and then those who lead them', async () => {
  const round = await makeDebrief();
  for (const who of leading)
    expect(await round.answersFor(who), who).toMatchObject({
      readFirstBy: pat,
      unreleased: false,
      rounds: [],
    });
  expect(await round.answersFor('pat')).toMatchObject({ readFirstBy: null, rounds: [{ round: 1 }] });
  const opened = round.deps.clock.now();
  round.deps.clock.advance(60_000);
  for (const who of [...leading, 'pat'])
    expect(await round.answersFor(who), who).toMatchObject({ readFirstBy: null, rounds: [{ round: 1 }] });
  const trail = await round.deps.store.read((db) =>
    db.selectFrom('audit').selectAll().where('action', '=', 'answers.open').execute(),
  );
  expect(trail).toMatchObject([{ at: opened, actor: 'pat', resource: 'plan/p1', detail: '{"round":1}' }]);
});

test('whom the round is about is told before they open it, and those who lead them hear of it', async () => {
  const round = await makeDebrief();
  const look = () => round.get('pat', '/plans/p1/answers?open=false');
  for (const _ of [1, 2]) expect(await look()).toMatchObject({ unopened: 1, rounds: [] });
  expect(await round.answersFor('deputy')).toMatchObject({ readFirstBy: pat, unopened: 0, rounds: [] });
  expect(await round.answersFor('pat')).toMatchObject({ unopened: 0, rounds: [{ round: 1 }] });
  expect(await look()).toMatchObject({ unopened: 0, rounds: [{ round: 1 }] });
  expect(await round.answersFor('deputy')).toMatchObject({ rounds: [{ round: 1 }] });
  const { lines, hears } = await round.deps.store.read(async (db) => {
    const found = await db.selectFrom('feed').selectAll().where('type', '=', 'feedback.opened').execute();
    const sights = await Promise.all(['deputy', 'ian'].map((who) => feedSightOf(db, actorOf(who))));
    const lines = found.map((row) => ({ ...row, data: JSON.parse(row.data) }));
    return { lines, hears: sights.map((sight) => lines.map((line) => mayHear(sight, line))) };
  });
  expect([lines.length, hears]).toEqual([1, [[true], [false]]]);
});

test('what raters wrote under their names is not read in their tasks before whom it is about reads the round', async () => {
  const round = await makeDebrief();
  for (const who of leading) {
    const tasks = await round.tasksOf(who, 'state=completed&planId=p1&limit=200');
    const results = tasks.map((task: { result: object | null }) => JSON.stringify(task.result)).join();
    for (const other of ['pat', 'deputy'].filter((one) => one !== who))
      expect(results, who).not.toContain(`${other} saw it`);
  }
});

test('HR, who looks the answers through, does not wait for whom they are about', async () => {
  const round = await makeDebrief();
  expect(await round.answersFor('hana')).toMatchObject({ readFirstBy: null, rounds: [{ round: 1 }] });
  expect(await round.answersFor('deputy')).toMatchObject({ readFirstBy: pat, rounds: [] });
});

test('a round that is not opened holds up nobody once the debrief is over', async () => {
  const round = await makeDebrief();
  await round.work('hana', 'talk-it-through', { text: words('hana') });
  expect(await round.answersFor('deputy')).toMatchObject({ readFirstBy: null, rounds: [{ round: 1 }] });
});

test('a stand-in who reads the round does not open it for others', async () => {
  const round = await makeDebrief();
  await round.work('hana', 'talk-it-through', { text: words('hana') });
  await round.deps.store.commit((db) =>
    db
      .updateTable('tasks')
      .set({ assigneeId: 'ian', onBehalfOf: 'pat' })
      .where('key', '=', 'choose-behaviours')
      .execute(),
  );
  await round.answersFor('ian');
  const kept = await round.deps.store.read((db) => db.selectFrom('answerOpenings').selectAll().execute());
  expect(kept).toEqual([]);
});

test('while a new round is asked the answers of the one before stay readable', async () => {
  const round = await makeDebrief();
  await round.work('hana', 'talk-it-through', { text: words('hana') });
  await round.work('pat', 'choose-behaviours', { behaviours: 'Begin at nine.' });
  const [before] = (await round.answersFor('pat')).rounds;
  await round.fireAt('2026-06-01T09:00:00.000Z');
  expect((await round.planState('p1')).stage).toEqual(['pulse']);
  const asked = await round.tasksOf('ada', 'state=open&planId=p1');
  for (const who of ['pat', 'deputy', 'hana'])
    expect(await round.answersFor(who), who).toMatchObject({ collecting: true, rounds: [before] });
  for (const { assignee } of asked) await round.answer(assignee.id, 'exceeds');
  const { collecting, rounds } = await round.answersFor('pat');
  expect([collecting, rounds.map((one: { round: number }) => one.round)]).toEqual([false, [1, 2]]);
  expect(rounds[0]).toEqual(before);
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
