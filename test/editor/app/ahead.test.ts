// What a visit that begins on a screen asks for before the screen is there.
import { QueryClient } from '@tanstack/react-query';
import { afterEach, expect, test, vi } from 'vitest';
import { type AskAhead, askForGoals, askForPlans, askForReports } from '../../../editor/app/ahead.ts';
import { meQuery } from '../../../editor/app/api/session-queries.ts';
import { progressBoards, ratersBoard, resultBoards } from '../../../editor/reports/catalogue.ts';

afterEach(() => vi.unstubAllGlobals());

const answer = (status: number, body: unknown) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });

/** What is asked of the server, the first of it who one is. */
function askedBy(
  ask: AskAhead,
  search: Record<string, string>,
  me = answer(200, { id: 'ana', permissions: [] }),
) {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url.replace('/api/v1', ''));
    return url.endsWith('/me') ? me : answer(200, { items: [], nextCursor: null });
  });
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 5_000 } } });
  ask(client, { params: {}, search });
  return { asked, client };
}

test('the plans of an address are asked for, in its order and with its filters', async () => {
  const { asked } = askedBy(askForPlans, { view: 'list', sort: '-score', q: 'parks' });
  const plans = '/plans?q=parks&status=active&sort=-score&limit=200&count=true';
  await expect.poll(() => asked).toEqual(['/me', plans]);
});

test('where the address names a cycle, its plans are asked for and of all only how many there are', async () => {
  const { asked } = askedBy(askForPlans, { cycle: 'loop' });
  await expect
    .poll(() => asked)
    .toEqual([
      '/me',
      '/plans?status=active&sort=urgent&limit=1&count=true',
      '/plans?status=active&sort=urgent&cycleId=loop&limit=200&count=true',
    ]);
});

test.each([
  [{}, '/goals/by-component?withRemarks=false&limit=40&count=true'],
  [{ show: 'remarks' }, '/goals/by-component?withRemarks=true&limit=40&count=true'],
  [{ view: 'cascade', asOf: '2026-01-05' }, '/goals/cascade?asOf=2026-01-05&limit=150&count=true'],
  [{ view: 'matrix', under: 'parks' }, '/goals/matrix?limit=25&under=parks&count=true'],
])('the goals of an address are asked for as it shows them: %j', async (search, path) => {
  const { asked } = askedBy(askForGoals, search);
  await expect.poll(() => asked).toEqual(['/me', path]);
});

test('of the reports the first tab is asked for, of the whole organisation only where nothing narrows them', async () => {
  const boards = (query: string) => ['outcomes', 'dwell'].map((board) => `/reports/boards/${board}${query}`);
  const cycles = '/cycles?checked=known&limit=200';
  const { asked } = askedBy(askForReports, {});
  await expect.poll(() => asked).toEqual(['/me', cycles, '/reports/roll-up?top=true', ...boards('')]);
  const narrowed = askedBy(askForReports, { cycle: 'loop' });
  await expect.poll(() => narrowed.asked).toEqual(['/me', cycles, ...boards('?cycleId=loop')]);
});

test.each([
  ['progress', progressBoards],
  ['results', resultBoards],
  ['ratings', [ratersBoard]],
])('of the reports the tab %s is asked for as it is shown', async (tab, shown) => {
  const me = answer(200, { id: 'ana', permissions: ['reports.raters'] });
  const { asked } = askedBy(askForReports, { tab, under: 'parks' }, me);
  const boards = shown.map(({ board }) => `/reports/boards/${board}?under=parks`);
  await expect.poll(() => asked).toEqual(['/me', '/cycles?checked=known&limit=200', ...boards]);
});

test('groups of people are asked for by the attribute of the address, by those who may know', async () => {
  const me = answer(200, { id: 'ana', permissions: ['reports.raters', 'attributes.read'] });
  const { asked } = askedBy(askForReports, { tab: 'ratings', attribute: 'gone' }, me);
  const boards = ['/reports/boards/raters', '/attributes', '/reports/boards/groups'];
  await expect.poll(() => asked).toEqual(['/me', '/cycles?checked=known&limit=200', ...boards]);
});

test('how raters compare is asked for by nobody who may not know', async () => {
  const { asked } = askedBy(askForReports, { tab: 'ratings' });
  await expect.poll(() => asked).toEqual(['/me', '/cycles?checked=known&limit=200']);
});

test('for who is nobody nothing is asked', async () => {
  const nobody = answer(401, { type: 'signed-out', title: 'Signed out', status: 401, detail: 'Sign in.' });
  const { asked, client } = askedBy(askForPlans, {}, nobody);
  await expect.poll(() => client.getQueryState(meQuery.queryKey)?.status).toBe('error');
  await new Promise((resolve) => setImmediate(resolve));
  expect(asked).toEqual(['/me']);
});
