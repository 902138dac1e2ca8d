import { expect, test } from 'vitest';
import { visibleComponentIds } from '../../../server/access/visibility.ts';
import { insertComponent, insertComponents } from '../../../server/store/queries/components.ts';
import { makeOffice } from '../../support/office.ts';
import { makeTestDeps } from '../../support/server.ts';

async function city() {
  const { store } = await makeTestDeps();
  const rows: [id: string, parentId: string | null, ownerId: string | null, managerId: string | null][] = [
    ['city', null, 'mayor', null],
    ['parks', 'city', 'priya', 'mia'],
    ['trees', 'parks', 'tom', null],
    ['playgrounds', 'parks', 'eve', 'other'],
    ['buildings', 'city', 'ben', null],
    ['permits', 'buildings', 'tom', 'mia'],
  ];
  await store.commit(async (db) => {
    for (const [id, parentId, ownerId, managerId] of rows) {
      const component = { id, parentId, ownerId, managerId, name: id, zone: null, holidayRegion: null };
      await insertComponent(
        db,
        { ...component, kind: 'team' },
        { at: '2026-01-05T09:00:00.000Z', by: 'ada' },
      );
    }
  });
  return async (id: string, scope: 'all' | 'team' | 'own') => {
    const visible = await store.read((db) => visibleComponentIds(db, { id, name: id, roles: [] }, scope));
    return visible === 'all' ? visible : [...visible].sort();
  };
}

test('a manager sees what they manage and everything below it, other managers or not', async () => {
  expect(await (await city())('mia', 'team')).toEqual(['parks', 'permits', 'playgrounds', 'trees']);
});

test('an owner sees what they own and everything below it', async () => {
  const seen = await city();
  expect(await seen('tom', 'own')).toEqual(['permits', 'trees']);
  expect(await seen('ben', 'own')).toEqual(['buildings', 'permits']);
});

test('a manager also sees what they own themselves', async () => {
  expect(await (await city())('priya', 'team')).toEqual(['parks', 'playgrounds', 'trees']);
});

test('the scope all filters nothing and a stranger sees nothing', async () => {
  const seen = await city();
  expect(await seen('ada', 'all')).toBe('all');
  expect(await seen('stranger', 'team')).toEqual([]);
});

test('a manager of more components than a query takes parameters still has every list', async () => {
  const office = await makeOffice({ initial: 'wait', stages: { wait: {} } });
  await office.start('p1');
  const components = Array.from({ length: 33_000 }, (_, number) => ({
    ...{ id: `c${number}`, kind: 'team' as const, name: 'Team', parentId: 'city' },
    ...{ ownerId: null, managerId: null, zone: null, holidayRegion: null },
  }));
  await office.deps.store.commit((db) =>
    insertComponents(db, components, { at: office.deps.clock.now(), by: 'ada' }),
  );
  const mayor = await office.as('mayor');
  const lists = ['plans', 'tasks', 'goals', 'measures', 'observations', 'components'];
  const answers = await Promise.all(lists.map((list) => mayor('GET', `/api/v1/${list}?limit=1`)));
  expect(answers.map(({ status, body }) => [status, body.items.length])).toEqual([
    [200, 1],
    [200, 0],
    [200, 0],
    [200, 0],
    [200, 0],
    [200, 1],
  ]);
});
