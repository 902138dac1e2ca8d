import { expect, test } from 'vitest';
import {
  forgetRecent,
  keepRecent,
  type RecentItem,
  readRecent,
  thingAt,
  toGoTo,
  withOpened,
  without,
} from '../../../../editor/app/recent/recent-items.ts';

const plan = (id: string, name = `Plan ${id}`): RecentItem => ({ kind: 'plan', id, name });
const opened = (...ids: string[]): RecentItem[] =>
  ids.reduce<RecentItem[]>((items, id) => withOpened(items, plan(id)), []);
const idsOf = (items: readonly RecentItem[]): string[] => items.map(({ id }) => id);

function makeStorage() {
  const values = new Map<string, string>();
  return {
    values,
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
    removeItem: (key: string) => void values.delete(key),
  };
}
const refused = () => {
  throw new Error('SecurityError');
};

test('what was opened last comes first, and what is opened again only once, by its new name', () => {
  expect(idsOf(opened('a', 'b', 'c'))).toEqual(['c', 'b', 'a']);
  const again = withOpened(opened('a', 'b', 'c'), plan('a', 'Renamed'));
  expect(idsOf(again)).toEqual(['a', 'c', 'b']);
  expect(again[0]?.name).toBe('Renamed');
});

test('things of two kinds may have the same id', () => {
  const both = withOpened(opened('a'), { kind: 'launch', id: 'a', name: 'Launch a' });
  expect(both.map(({ kind }) => kind)).toEqual(['launch', 'plan']);
  expect(without(both, { kind: 'launch', id: 'a' }).map(({ kind }) => kind)).toEqual(['plan']);
});

test('eight are gone to, and what is open now is not one of them', () => {
  const ids = Array.from({ length: 30 }, (_, index) => String(index));
  const items = opened(...ids);
  expect(idsOf(toGoTo(items, null))).toEqual(['29', '28', '27', '26', '25', '24', '23', '22']);
  expect(idsOf(toGoTo(items, plan('29')))).toEqual(['28', '27', '26', '25', '24', '23', '22', '21']);
  expect(JSON.stringify(withOpened(items, plan('long', 'x'.repeat(5_000)))).length).toBeLessThan(1_000);
});

test('each person has their own, over a reload, until they sign out', () => {
  const storage = makeStorage();
  keepRecent(() => storage, 'ana', opened('a', 'b'));
  keepRecent(() => storage, 'ben', opened('c'));
  expect(idsOf(readRecent(() => storage, 'ana'))).toEqual(['b', 'a']);
  expect(idsOf(readRecent(() => storage, 'ben'))).toEqual(['c']);
  expect(readRecent(() => storage, 'an')).toEqual([]);
  forgetRecent(() => storage, 'ana');
  expect(readRecent(() => storage, 'ana')).toEqual([]);
  expect(idsOf(readRecent(() => storage, 'ben'))).toEqual(['c']);
});

test.each([
  ['nothing that is JSON', 'x{'],
  ['nothing that is a list', '{"kind":"plan"}'],
  ['other things', '[null, 3, {"kind":"door","id":"a","name":"A"}, {"kind":"plan","id":1,"name":"A"}]'],
])('from %s nothing is read', (_, text) => {
  const storage = makeStorage();
  keepRecent(() => storage, 'ana', []);
  const [key = ''] = [...storage.values.keys()];
  storage.setItem(key, text);
  expect(readRecent(() => storage, 'ana')).toEqual([]);
});

test('a browser that keeps nothing is no failure', () => {
  expect(readRecent(refused, 'ana')).toEqual([]);
  expect(() => keepRecent(refused, 'ana', opened('a'))).not.toThrow();
  expect(() => forgetRecent(refused, 'ana')).not.toThrow();
});

test.each([
  ['/plans/$planId', { planId: 'p1' }, {}, { kind: 'plan', id: 'p1' }],
  [
    '/organisation/$componentId',
    { componentId: 'agency:parks' },
    {},
    { kind: 'component', id: 'agency:parks' },
  ],
  ['/cycles/$cycleId', { cycleId: 'annual' }, {}, { kind: 'cycle', id: 'annual' }],
  ['/launches/$launchId', { launchId: 'l1' }, {}, { kind: 'launch', id: 'l1' }],
  ['/inbox', {}, { task: 't1' }, { kind: 'task', id: 't1' }],
  ['/inbox', {}, {}, null],
  ['/plans', {}, {}, null],
  ['/launches/new', {}, {}, null],
  ['/launches/$launchId/calibration', { launchId: 'l1' }, {}, null],
  ['/cycles/$cycleId/compare', { cycleId: 'annual' }, {}, null],
] as const)('%s with %o and %o leads to %o', (path, params, search, thing) => {
  expect(thingAt({ path, params, search })).toEqual(thing);
});
