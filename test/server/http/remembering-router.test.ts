import { expect, test } from 'vitest';
import { RememberingRouter } from '../../../server/http/remembering-router.ts';

const makeRouter = () => {
  const router = new RememberingRouter<string>();
  router.add('ALL', '/api/*', 'admit');
  router.add('GET', '/api/plans/:id', 'read');
  router.add('POST', '/api/plans/:id/events', 'send');
  return router;
};
const found = (router: RememberingRouter<string>, method: string, path: string) =>
  router.match(method, path)[0].map(([route, params]) => [route, { ...params }]);

test('a path that is asked for again leads where it led', () => {
  const router = makeRouter();
  const first = found(router, 'GET', '/api/plans/p1');
  expect(first).toEqual([
    ['admit', {}],
    ['read', { id: 'p1' }],
  ]);
  expect(found(router, 'GET', '/api/plans/p1')).toEqual(first);
});

test('what is kept of one path or method is not taken for another', () => {
  const router = makeRouter();
  for (const id of ['p1', 'p2', 'p1'])
    expect(found(router, 'POST', `/api/plans/${id}/events`)).toEqual([
      ['admit', {}],
      ['send', { id }],
    ]);
  expect(found(router, 'GET', '/api/plans/p1/events')).toEqual([['admit', {}]]);
});

test('a route that is added later is found, also at a path that was asked for before', () => {
  const router = makeRouter();
  expect(found(router, 'GET', '/api/tasks')).toEqual([['admit', {}]]);
  router.add('GET', '/api/tasks', 'list');
  expect(found(router, 'GET', '/api/tasks')).toEqual([
    ['admit', {}],
    ['list', {}],
  ]);
});

test('a very long path is found, and not kept', () => {
  const router = makeRouter();
  const id = 'x'.repeat(5_000);
  expect(found(router, 'GET', `/api/plans/${id}`).at(-1)).toEqual(['read', { id }]);
  expect(router.match('GET', `/api/plans/${id}`)).not.toBe(router.match('GET', `/api/plans/${id}`));
  expect(router.match('GET', '/api/plans/p1')).toBe(router.match('GET', '/api/plans/p1'));
});
