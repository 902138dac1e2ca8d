// What somebody is rated leads their plan on before they may read it. Two offices differ in the rating alone, and in all
// that came of it: whom it is about gets the same answer from both, through every door that there is.
import { describe, expect, test } from 'vitest';
import type { Actor } from '../../../server/access/actor.ts';
import { keyScopes } from '../../../server/access/key-scopes.ts';
import { boardNames } from '../../../server/reports/boards/board.ts';
import { actorOf } from '../../support/office.ts';
import { branching, given, makeRatedOffice } from '../../support/rated-office.ts';
import { makeTestApp } from '../../support/server.ts';

type Office = Awaited<ReturnType<typeof makeRatedOffice>>;
type Outcome = 'exceeds' | 'below';

const ids: Record<string, string> = {
  plans: 'p1',
  components: 'permits',
  people: 'pat',
  cycles: 'small',
  launches: 'l1',
};
/** Queries by which lists tell where plans are, besides the plain answer. */
const asked: Record<string, readonly string[]> = {
  '/plans': [
    ...['', '?sort=urgent&count=true', '?sort=stage', '?sort=-stage', '?sort=-round', '?sort=score'],
    ...['?sort=component&limit=1', '?sort=dueAt&limit=1', '?status=active&count=true', '?status=ended'],
    ...['?stuck=true&count=true'],
    ...['rating', 'praise', 'help', 'deeper'].map((stage) => `?stage=${stage}&count=true`),
    ...['?outcome=exceeds', '?outcome=below', '?late=true', '?waits=others', '?owes=hana', '?owes=deputy'],
    ...['?owes=pat', '?cycleId=small&version=1&limit=1', '?sort=urgent&limit=1', '?sort=movedAt&limit=1'],
  ],
  '/tasks': ['', '?planId=p1', '?planId=p1&state=open', '?componentId=permits', '?assignee=me'],
  '/reports/stage-counts': ['?cycleId=small&version=1'],
  '/reports/roll-up': ['', '?top=true', '?at=permits'],
  '/rewards': ['', '?box=mine'],
  '/search': ['?q=permits', '?q=praise'],
};

const parts = (path: string): string[] =>
  path.includes('{board}') ? boardNames.map((board) => path.replace('{board}', board)) : [path];
const filled = (path: string): string =>
  path.replace(/\/([^/]+)\/\{(id|version|revision)\}/g, (_, of, name) =>
    name === 'id' ? `/${of}/${ids[of] ?? 'none'}` : `/${of}/1`,
  );

/** Every path that can be read, as the API itself lists them. */
async function doorsOf({ deps }: Office): Promise<string[]> {
  const { send } = await makeTestApp(actorOf('ada'), deps);
  const { paths } = (await send('GET', '/api/v1/openapi.json')).body as { paths: Record<string, object> };
  return Object.entries(paths)
    .filter(([path, verbs]) => 'get' in verbs && !path.endsWith('/events'))
    .map(([path]) => path.replace(/^\/api\/v1/, ''))
    .flatMap((path) => (asked[path] ?? ['']).map((query) => `${path}${query}`))
    .flatMap(parts)
    .map(filled);
}

async function office(results: Outcome): Promise<Office> {
  const made = await makeRatedOffice(branching);
  await made.start('p2', 'inspection');
  await made.work('deputy', 'rate', { ...given, results });
  if (results === 'below')
    await made.work('deputy', 'find-cause', {
      cause: 'capability',
      analysis: 'New to it.',
      support: 'A course.',
    });
  made.deps.clock.set('2026-02-02T09:00:00.000Z');
  return made;
}

async function readThrough({ app }: Awaited<ReturnType<typeof makeTestApp>>, door: string) {
  const response = await app.request(`/api/v1${door}`);
  // Requests are counted, and tell nothing.
  const text = (await response.text()).replace(/"requestId":"[^"]*"/, '');
  return { status: response.status, text };
}

/** The step that the rating leads to fails, so that the plan has not heard of it. */
async function stuck(results: Outcome): Promise<Office> {
  const { rating } = branching.stages;
  const failing = { to: 'help', do: [{ do: 'reward', title: 'A day', amount: '0 - count(result.summary)' }] };
  const made = await makeRatedOffice({
    ...branching,
    stages: { ...branching.stages, rating: { ...rating, on: { 'task.rate.completed': [failing] } } },
  });
  await made.start('p2', 'inspection');
  await made.work('deputy', 'rate', { ...given, results });
  return made;
}

/** Only whoever exceeds is done with it: the plan has ended, and is released by hand. */
async function ending(results: Outcome): Promise<Office> {
  const { rating, help, deeper } = branching.stages;
  const [toPraise, toHelp] = rating.on['task.rate.completed'];
  const made = await makeRatedOffice({
    ...branching,
    stages: {
      rating: { ...rating, on: { 'task.rate.completed': [{ ...toPraise, to: 'done' }, toHelp] } },
      ...{ help, deeper: { ...deeper, on: { 'task.look-again.completed': [{ to: 'done' }] } } },
      done: { type: 'final', entry: [{ do: 'appraise', outcome: 'rating' }] },
    },
  });
  await made.start('p2', 'inspection');
  await made.work('deputy', 'rate', { ...given, results });
  return made;
}

async function inBoth(make = office) {
  const offices = [await make('exceeds'), await make('below')] as const;
  const doors = await doorsOf(offices[0]);
  const differing = async (actor: Actor): Promise<string[]> => {
    const found: string[] = [];
    const [here, there] = [
      await makeTestApp(actor, offices[0].deps),
      await makeTestApp(actor, offices[1].deps),
    ];
    for (const door of doors) {
      const [one, other] = [await readThrough(here, door), await readThrough(there, door)];
      if (one.status !== other.status || one.text !== other.text) found.push(door);
    }
    return found;
  };
  const giveTo = async (ownerId: string) => {
    for (const { deps } of offices)
      await deps.store.commit((db) =>
        db.updateTable('components').set({ ownerId }).where('id', '=', 'permits').execute(),
      );
  };
  return { differing, giveTo };
}

describe('a cycle that branches on a rating before it is released', () => {
  test('answers whom the rating is about the same, whatever it was, through every door', async () => {
    const { differing } = await inBoth();
    expect(await differing(actorOf('pat'))).toEqual([]);
    // Hana reads what differs, so that a door which is shut by mistake is noticed too.
    const seen = await differing(actorOf('hana'));
    expect(seen).toEqual(
      expect.arrayContaining([
        ...[
          '/plans/p1',
          '/plans/p1/history',
          '/plans/p1/why',
          '/plans/p1/transitions',
          '/plans/p1/appraisal',
        ],
        ...['/plans', '/plans?sort=stage', '/plans?stage=praise&count=true', '/plans?outcome=exceeds'],
        ...[
          '/tasks',
          '/reports/stage-counts?cycleId=small&version=1',
          '/reports/stage-times',
          '/reports/roll-up',
        ],
        ...[
          '/reports/boards/dwell',
          '/reports/boards/dwell/csv',
          '/reports/boards/effects',
          '/plans/p1/follow-ups',
        ],
      ]),
    );
  });

  test('answers them the same while the plan has not heard how they were rated', async () => {
    const { differing } = await inBoth(stuck);
    expect(await differing(actorOf('pat'))).toEqual([]);
    expect(await differing(actorOf('hana'))).toEqual(
      expect.arrayContaining(['/plans/p1/appraisal', '/tasks', '/reports/boards/methods']),
    );
  });

  test('answers them the same when one rating ends the plan and another does not', async () => {
    const { differing } = await inBoth(ending);
    expect(await differing(actorOf('pat'))).toEqual([]);
    expect(await differing(actorOf('hana'))).toEqual(expect.arrayContaining(['/plans', '/search?q=permits']));
  });

  test('shows them where the plan stood when they were judged, and that it is being reviewed', async () => {
    const helped = await office('below');
    expect(await helped.get('pat', '/plans/p1')).toMatchObject({
      underReview: true,
      stage: ['rating'],
      status: 'active',
      outcome: null,
      waits: [],
      acceptedEvents: [],
      interventions: [],
    });
    const { items } = await helped.get('pat', '/plans/p1/history');
    expect(items.at(-1)).toMatchObject({
      event: { type: 'task.rate.completed', data: {} },
      ...{ stage: ['rating'], left: [], entered: [], transitions: [], effects: [] },
    });
    expect((await helped.get('pat', '/plans/p1/why')).stage).toEqual([{ id: 'rating', name: 'rating' }]);
    const list = await helped.get('pat', '/plans?stage=rating&count=true');
    expect([list.items.map(({ id }: { id: string }) => id), list.count]).toEqual([['p1'], 1]);
    expect(list.groups).toEqual([
      { cycleId: 'small', cycleName: 'Small', stage: ['rating'], count: 1, stuck: 0 },
    ]);
    expect(await helped.get('deputy', '/plans/p1')).toMatchObject({ underReview: false, stage: ['deeper'] });
  });

  test('gives somebody of HR no more of their own plan than anybody else', async () => {
    const { differing, giveTo } = await inBoth();
    await giveTo('dora');
    expect(await differing({ ...actorOf('dora'), roles: ['hr'] })).toEqual([]);
  });
});

test('a key tells of a plan about its maker no more than they read themselves', async () => {
  // The trail tells who did what, to those who look after the organisation.
  const grants = keyScopes.filter((scope) => scope !== 'audit.read');
  const key = { id: 'key_1', name: 'Payroll', roles: [], grants };
  for (const make of [office, stuck, ending]) {
    const { differing } = await inBoth(make);
    expect(await differing({ ...key, madeBy: 'pat' })).toEqual([]);
    expect(await differing({ ...key, madeBy: 'ada' })).toContain('/plans/p1/appraisal');
  }
});

test('nobody moves a plan in which they are judged, nor learns what it would accept', async () => {
  const made = await office('below');
  await made.deps.store.commit((db) =>
    db.updateTable('components').set({ ownerId: 'hana' }).where('id', '=', 'permits').execute(),
  );
  const refused = await made.post('hana', '/plans/p1/events', { type: 'no.such-event' });
  expect([refused.status, refused.body.detail]).toEqual([
    403,
    'This plan is about you and is being reviewed: somebody else moves it until its ratings are released. Nothing was changed.',
  ]);
});

test('all of it is told at the release', async () => {
  const made = await office('exceeds');
  expect((await made.post('pat', '/notifications/read', {})).body).toEqual({ marked: 0 });
  await made.work('hana', 'praise', { note: 'Well done.' });
  await made.work('hana', 'release', {});
  expect(await made.get('pat', '/plans/p1')).toMatchObject({
    ...{ underReview: false, stage: ['told'], outcome: 'exceeds' },
    rewards: [{ key: 'bonus' }],
  });
  const told = await made.get('pat', '/notifications');
  expect(told.items).toMatchObject([
    { message: 'You are rewarded: “Bonus”. Say whether it may be shown to everybody.', readAt: null },
  ]);
  expect((await made.get('pat', '/rewards?box=mine')).items).toMatchObject([{ title: 'Bonus' }]);
  const { items } = await made.get('pat', '/plans/p1/history');
  expect(items.map(({ event }: { event: { type: string } }) => event.type)).toEqual(
    expect.arrayContaining(['task.rate.completed', 'task.praise.completed', 'task.release.completed']),
  );
});
