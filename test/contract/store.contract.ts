// What every store must hold, whatever is below it. A store joins by giving a way to open it; what it cannot
// hold by its nature it skips by the test's title, with the reason.
import { afterEach, describe, expect, test } from 'vitest';
import type { Plan } from '../../engine/index.ts';
import { insertReward } from '../../server/store/queries/awards.ts';
import { lineageOf, listChildPlans, placesBelow } from '../../server/store/queries/facts.ts';
import {
  allHistory,
  appendHistory,
  appendToPlan,
  findHistoryLine,
  insertInbox,
  pageHistory,
} from '../../server/store/queries/history.ts';
import { pagePlans } from '../../server/store/queries/plan-list.ts';
import { repinPlan } from '../../server/store/queries/plan-rows.ts';
import { findPlan, insertPlan, receivePlan, updatePlan } from '../../server/store/queries/plans.ts';
import { appendAudit, firstBrokenAuditLine } from '../../server/store/queries/records.ts';
import { insertTimer, listDueTimers, nextDueInstant } from '../../server/store/queries/timers.ts';
import type { Db } from '../../server/store/schema.ts';
import type { Store } from '../../server/store/store.ts';

export interface StoreUnderTest {
  name: string;
  /** A new, empty store; `again` opens the same one after it was closed. */
  open(): Promise<{ store: Store; again(): Promise<Store> }>;
  skip?: { test: string; reason: string }[];
}

const at = '2026-01-05T09:00:00.000Z';
const setting = (name: string, value = '1') => ({ name, value });
const addSetting = (name: string) => (db: Db) => db.insertInto('settings').values(setting(name)).execute();
const settingNames = (store: Store) =>
  store.read(async (db) => {
    const rows = await db.selectFrom('settings').select('name').orderBy('name').execute();
    return rows.map((row) => row.name);
  });

const planOf = (id: string, given: Partial<Plan> = {}): Plan => ({
  id,
  componentId: 'unit',
  cycleId: 'small',
  cycleVersion: 1,
  period: { start: '2026-01-01', end: '2026-12-31' },
  status: 'active',
  stage: ['observe'],
  chart: { value: 'observe', history: {} },
  variables: { note: 'as it was: “ü”' },
  round: 1,
  outcome: null,
  score: 99.9999,
  coverage: 0.25,
  goals: {},
  tasks: {},
  timers: {},
  activations: 1,
  ending: null,
  revision: 1,
  startedAt: at,
  movedAt: at,
  ...given,
});
const addPlan = (plan: Plan) => (db: Db) => insertPlan(db, { plan, launchId: null, lastLine: 1 });

const addComponent = (id: string, parentId: string | null) => (db: Db) =>
  db
    .insertInto('components')
    .values({
      id,
      kind: 'team',
      name: id.toUpperCase(),
      parentId,
      ownerId: null,
      managerId: null,
      zone: null,
      holidayRegion: null,
      createdAt: at,
    })
    .execute();

const line = (planId: string, revision: number) => ({
  planId,
  revision,
  at,
  actor: 'ada',
  event: { id: `e${revision}`, type: 'note.taken', data: { text: 'a' } },
  moves: { left: [], entered: [], transitions: ['/on/note.taken/0'], asked: [] },
  stage: ['observe'],
  effects: [],
  status: 'active' as const,
  round: 1,
  outcome: null,
  score: 12.5,
  coverage: 0.5,
});

/** A plan with lines up to the revision. */
const addWithHistory = (store: Store, planId: string, revision: number) =>
  store.commit(async (db) => {
    const lastLine = await appendHistory(db, line(planId, 1), null);
    await insertPlan(db, { plan: planOf(planId, { revision }), launchId: null, lastLine });
    for (let next = 2; next <= revision; next++) await appendToPlan(db, line(planId, next));
  });

const goOnInTurns = (store: Store, next: Record<string, number>, times: number) =>
  store.commit(async (db) => {
    for (let turn = 0; turn < times; turn++)
      for (const [planId, first] of Object.entries(next)) await appendToPlan(db, line(planId, first + turn));
  });

export function storeContract({ name, open, skip = [] }: StoreUnderTest): void {
  const opened: Store[] = [];
  const openOne = async () => {
    const { store, again } = await open();
    opened.push(store);
    return { store, again };
  };
  const empty = async (): Promise<Store> => (await openOne()).store;
  const it = (title: string, run: () => Promise<void>) => {
    const skipped = skip.find((entry) => entry.test === title);
    test.skipIf(skipped !== undefined)(skipped ? `${title} (skipped: ${skipped.reason})` : title, run);
  };
  afterEach(async () => {
    for (const store of opened.splice(0)) await store.close();
  });

  describe(`${name}: commits`, () => {
    it('keeps all works that waited together, in their order', async () => {
      const store = await empty();
      await Promise.all(
        ['a', 'b', 'c'].map((text) =>
          store.commit((db) =>
            db
              .insertInto('feed')
              .values({ at, type: text, planId: null, componentId: null, personId: null, data: '{}' })
              .execute(),
          ),
        ),
      );
      const rows = await store.read((db) => db.selectFrom('feed').select('type').orderBy('seq').execute());
      expect(rows.map((row) => row.type)).toEqual(['a', 'b', 'c']);
    });

    it('undoes a work that throws, alone and whole', async () => {
      const store = await empty();
      const works = [
        store.commit(addSetting('first')),
        store.commit(async (db) => {
          await addSetting('undone')(db);
          throw new Error('no');
        }),
        store.commit(async (db) => {
          await addSetting('undone too')(db);
          await addSetting('first')(db);
        }),
        store.commit(addSetting('last')),
      ];
      const settled = await Promise.allSettled(works);
      expect(settled.map((result) => result.status)).toEqual([
        'fulfilled',
        'rejected',
        'rejected',
        'fulfilled',
      ]);
      expect(await settingNames(store)).toEqual(['first', 'last']);
    });

    it('gives each work its own result', async () => {
      const store = await empty();
      const results = await Promise.all([1, 2, 3].map((number) => store.commit(async () => number * 2)));
      expect(results).toEqual([2, 4, 6]);
    });

    it('lets a work see what the works before it wrote', async () => {
      const store = await empty();
      await store.commit((db) => db.insertInto('settings').values(setting('count', '0')).execute());
      const raise = () =>
        store.commit(async (db) => {
          const row = await db.selectFrom('settings').select('value').executeTakeFirstOrThrow();
          await db
            .updateTable('settings')
            .set({ value: String(Number(row.value) + 1) })
            .execute();
        });
      await Promise.all(Array.from({ length: 300 }, raise));
      const row = await store.read((db) =>
        db.selectFrom('settings').select('value').executeTakeFirstOrThrow(),
      );
      expect(row.value).toBe('300');
    });

    it('shows what a commit wrote to whoever reads after it', async () => {
      const store = await empty();
      await store.commit(addSetting('here'));
      expect(await settingNames(store)).toEqual(['here']);
    });

    it('hints after a commit until nobody listens, and not when all was undone', async () => {
      const store = await empty();
      let hints = 0;
      const stop = store.onCommit(() => {
        hints += 1;
      });
      await store.commit(addSetting('a'));
      expect(hints).toBe(1);
      await expect(store.commit(addSetting('a'))).rejects.toThrow();
      expect(hints).toBe(1);
      stop();
      await store.commit(addSetting('b'));
      expect(hints).toBe(1);
    });

    it('has on disk what it answered, once it is opened again', async () => {
      const { store, again } = await openOne();
      await store.commit(addSetting('kept'));
      await opened.pop()?.close();
      const reopened = await again();
      opened.push(reopened);
      expect(await settingNames(reopened)).toEqual(['kept']);
    });

    it('finishes the works under way before it closes', async () => {
      const { store, again } = await openOne();
      const work = store.commit(addSetting('under way'));
      opened.pop();
      await Promise.all([work, store.close()]);
      const reopened = await again();
      opened.push(reopened);
      expect(await settingNames(reopened)).toEqual(['under way']);
    });
  });

  describe(`${name}: plans`, () => {
    it('gives back a plan as it was stored', async () => {
      const store = await empty();
      const plan = planOf('p1');
      await store.commit((db) => insertPlan(db, { plan, launchId: 'l1', lastLine: 1 }));
      expect(await store.read((db) => findPlan(db, 'p1'))).toEqual({ plan, launchId: 'l1' });
      expect(await store.read((db) => findPlan(db, 'p0'))).toBe(null);
    });

    it('changes a plan only from the revision before', async () => {
      const store = await empty();
      await store.commit(addPlan(planOf('p1')));
      const update = (revision: number) =>
        store.commit((db) => updatePlan(db, planOf('p1', { revision, stage: [`s${revision}`] }), revision));
      expect([await update(3), await update(2), await update(2), await update(3)]).toEqual([
        false,
        true,
        false,
        true,
      ]);
      const stored = await store.read((db) => findPlan(db, 'p1'));
      expect(stored?.plan).toMatchObject({ revision: 3, stage: ['s3'] });
    });

    it('takes a plan to another version only from the revision before', async () => {
      const store = await empty();
      await store.commit(addPlan(planOf('p1')));
      const repin = (revision: number) =>
        store.commit((db) => repinPlan(db, planOf('p1', { revision, cycleVersion: 2 })));
      const version = () =>
        store.read((db) => db.selectFrom('plans').select('version').executeTakeFirstOrThrow());
      expect([await repin(3), await version()]).toEqual([false, { version: 1 }]);
      expect([await repin(2), await version()]).toEqual([true, { version: 2 }]);
      expect(await repin(2)).toBe(false);
    });

    it('takes an event id once per plan', async () => {
      const store = await empty();
      await store.commit(addPlan(planOf('p1')));
      await store.commit(addPlan(planOf('p2')));
      const take = (planId: string) =>
        store.commit((db) => insertInbox(db, { planId, eventId: 'e1', revision: 2 }));
      await take('p1');
      await expect(take('p1')).rejects.toThrow();
      await take('p2');
      const [first, other] = await store.read(async (db) => [
        await receivePlan(db, 'p1', 'e1'),
        await receivePlan(db, 'p1', 'e2'),
      ]);
      expect([first?.takenAs, other?.takenAs]).toEqual([2, null]);
    });

    it('gives back a line of the history whole', async () => {
      const store = await empty();
      await addWithHistory(store, 'p1', 2);
      const [found, none, elsewhere] = await store.read(async (db) => [
        await findHistoryLine(db, 'p1', 2),
        await findHistoryLine(db, 'p1', 3),
        await findHistoryLine(db, 'p0', 2),
      ]);
      expect(found).toEqual({ ...line('p1', 2), seq: 2 });
      expect([none, elsewhere]).toEqual([null, null]);
    });

    it('finds every part of a long history among those of other plans', async () => {
      const store = await empty();
      await addWithHistory(store, 'p1', 3);
      await addWithHistory(store, 'p2', 1);
      await goOnInTurns(store, { p1: 4, p2: 2 }, 197);
      const page = (planId: string, after: number, limit: number) =>
        store.read(async (db) =>
          (await pageHistory(db, { planId, after, limit })).map((one) => [one.planId, one.revision]),
        );
      const expected = (planId: string, from: number, to: number) =>
        Array.from({ length: to - from + 1 }, (_, index) => [planId, from + index]);
      for (const [after, limit] of [
        [0, 50],
        [50, 14],
        [60, 4],
        [63, 2],
        [120, 70],
        [-1, 3],
        [0, 300],
      ] as const)
        expect(await page('p1', after, limit)).toEqual(
          expected('p1', Math.max(after, 0) + 1, Math.min(Math.max(after, 0) + limit, 200)),
        );
      expect(await page('p2', 190, 50)).toEqual(expected('p2', 191, 198));
      expect(await page('p1', 200, 50)).toEqual([]);
      const whole = await store.read((db) => allHistory(db, 'p2'));
      expect(whole.map(({ revision }) => revision)).toEqual(expected('p2', 1, 198).map(([, n]) => n));
    });

    it('gives an award once per plan and key', async () => {
      const store = await empty();
      const reward = (id: string, planId: string) =>
        store.commit((db) =>
          insertReward(db, {
            ...{ id, planId, componentId: 'unit', key: 'round-1', title: 'Bonus', at },
            ...{ amount: null, currency: null, personId: null, shown: 0, decidedAt: null },
          }),
        );
      expect([await reward('r1', 'p1'), await reward('r2', 'p1'), await reward('r3', 'p2')]).toEqual([
        true,
        false,
        true,
      ]);
    });

    it('lists plans from the one that moved last, page by page', async () => {
      const store = await empty();
      await store.commit(async (db) => {
        await addComponent('unit', null)(db);
        await db
          .insertInto('cycleVersions')
          .values({
            cycleId: 'small',
            version: 1,
            name: 'Small',
            hash: 'h',
            document: '{}',
            note: '',
            publishedAt: at,
            publishedBy: 'ada',
          })
          .execute();
        for (const [id, second] of [
          ['a', 1],
          ['b', 2],
          ['c', 2],
        ] as const)
          await addPlan(planOf(id, { movedAt: `2026-01-05T09:00:0${second}.000Z` }))(db);
      });
      const page = (before: { at: string; id: string } | null) =>
        store.read(async (db) => {
          const items = await pagePlans(db, 'all', {
            filter: { stage: 'observe', q: 'UNI' },
            page: { before, limit: 2 },
          });
          return items.map((item) => item.id);
        });
      expect(await page(null)).toEqual(['c', 'b']);
      expect(await page({ at: '2026-01-05T09:00:02.000Z', id: 'b' })).toEqual(['a']);
      expect(
        await store.read((db) => pagePlans(db, new Set(), { filter: {}, page: { before: null, limit: 2 } })),
      ).toEqual([]);
    });
  });

  describe(`${name}: organisation and time`, () => {
    it('walks the tree of components up and down', async () => {
      const store = await empty();
      await store.commit(async (db) => {
        await addComponent('city', null)(db);
        await addComponent('agency', 'city')(db);
        await addComponent('unit', 'agency')(db);
      });
      const [up, down] = await store.read(async (db) => [
        (await lineageOf(db, 'unit')).map((component) => component.id),
        (await placesBelow(db, 'city')).map((place) => place.id),
      ]);
      expect([up, down]).toEqual([
        ['unit', 'agency', 'city'],
        ['agency', 'unit'],
      ]);
      expect(await store.read((db) => lineageOf(db, 'nowhere'))).toEqual([]);
    });

    it('knows the latest plan of each child', async () => {
      const store = await empty();
      await store.commit(async (db) => {
        await addComponent('agency', null)(db);
        await addComponent('unit', 'agency')(db);
        await addPlan(planOf('old', { status: 'ended', outcome: 'meets' }))(db);
        await addPlan(planOf('new', { startedAt: '2026-02-01T00:00:00.000Z' }))(db);
      });
      const children = await store.read((db) => listChildPlans(db, 'agency'));
      expect(children).toEqual([
        {
          planId: 'new',
          componentId: 'unit',
          componentName: 'UNIT',
          settled: false,
          stage: ['observe'],
          outcome: null,
          score: 99.9999,
        },
      ]);
    });

    it('finds due timers in the order of their instants and names', async () => {
      const store = await empty();
      const timers = [
        ['t1', '2026-01-02T00:00:00.000Z', 'stage.1'],
        ['t2', '2026-01-02T00:00:00.000Z', 'stage.0'],
        ['t3', '2026-01-01T00:00:00.000Z', 'stage.9'],
        ['t4', '2027-01-01T00:00:00.000Z', 'stage.0'],
      ] as const;
      await store.commit(async (db) => {
        for (const [id, dueAt, name] of timers)
          await insertTimer(db, { id, planId: 'p', kind: 'stage', name, activation: 1, dueAt, data: {} });
      });
      expect(await store.read((db) => listDueTimers(db, '2026-06-01T00:00:00.000Z', 10))).toEqual([
        't3',
        't2',
        't1',
      ]);
      expect(await store.read((db) => nextDueInstant(db))).toBe('2026-01-01T00:00:00.000Z');
    });

    it('chains the audit trail, so that a changed line is found', async () => {
      const store = await empty();
      for (const action of ['a', 'b', 'c'])
        await store.commit((db) => appendAudit(db, { at, actor: 'ada', action, resource: 'x' }));
      expect(await store.read(firstBrokenAuditLine)).toBe(null);
      await store.commit((db) =>
        db.updateTable('audit').set({ actor: 'eve' }).where('action', '=', 'b').execute(),
      );
      expect(await store.read(firstBrokenAuditLine)).toBe(2);
    });
  });
}
