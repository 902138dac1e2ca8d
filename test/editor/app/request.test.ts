import { afterEach, expect, test, vi } from 'vitest';
import { staleAfter, typeOfLine } from '../../../editor/app/api/live-feed.ts';
import { post, RequestError, withQuery } from '../../../editor/app/api/request.ts';
import { fieldErrors } from '../../../editor/app/parts/field-errors.ts';
import { fitting, isDay, isOrder, isWhole, oneOf, texts } from '../../../editor/app/search-params.ts';
import { stagesInOrder, taskTitles } from '../../../editor/app/words/stages-in-order.ts';

afterEach(() => vi.unstubAllGlobals());

test('what is sent again while it is under way is sent once and answered to both; later it is sent anew', async () => {
  const sent = vi.fn(async () => new Response('{"done":1}'));
  vi.stubGlobal('fetch', sent);
  const release = () => post('/ratings/release', { planIds: ['p1'] });
  expect(await Promise.all([release(), release()])).toEqual([{ done: 1 }, { done: 1 }]);
  await post('/ratings/release', { planIds: ['p2'] });
  expect(sent).toHaveBeenCalledTimes(2);
  await release();
  expect(sent).toHaveBeenCalledTimes(3);
});

test('leaves empty values out of an address', () => {
  expect(withQuery('/plans', { q: 'a b', status: '', cursor: null, limit: 5, outcome: undefined })).toBe(
    '/plans?q=a+b&limit=5',
  );
  expect(withQuery('/plans', {})).toBe('/plans');
});

test('gives a refused body’s problems to the fields that they are about', () => {
  const error = new RequestError({
    type: 'invalid',
    title: 'Not valid',
    status: 422,
    detail: 'The body has problems.',
    errors: [
      { pointer: '/result/goals/0/title', detail: 'Too short.' },
      { pointer: '/result/goals/0/title', detail: 'A second one.' },
      { pointer: '/result/a~1b', detail: 'Odd name.' },
    ],
  });
  expect(fieldErrors(error, 'result')).toEqual({ 'goals.0.title': 'Too short.', 'a/b': 'Odd name.' });
  expect(fieldErrors(new Error('other'))).toEqual({});
});

test('keeps only known names of an address, as text', () => {
  expect(texts('q', 'page')({ q: 'x', page: 2, evil: 'y', empty: '' })).toEqual({ q: 'x', page: '2' });
  expect(texts('q')({ q: { deep: true } })).toEqual({});
});

test('drops from an address what its screen could not ask for', () => {
  const read = fitting(texts('q', 'status', 'version', 'from'), {
    status: oneOf('active', 'ended'),
    version: isWhole,
    from: isDay,
  });
  expect(read({ q: 'x', status: 'active', version: 2, from: '2026-02-28' })).toEqual({
    q: 'x',
    status: 'active',
    version: '2',
    from: '2026-02-28',
  });
  expect(read({ q: 'x', status: 'asleep', version: 'two', from: '2026-02-31' })).toEqual({ q: 'x' });
  expect(read({ from: 'yesterday', version: '-1' })).toEqual({});
});

test('says of what it dropped that it is not there: the router lays it over the address', () => {
  const read = fitting(texts('q', 'status', 'sort'), { status: oneOf('active'), sort: isOrder('name') });
  const address = { q: ['x'], status: 'asleep', sort: '-name', other: 'kept by the router' };
  expect(read(address)).toStrictEqual({ q: undefined, status: undefined, sort: '-name' });
  expect(read({})).toStrictEqual({});
  expect(read({ sort: 'weight' })).toStrictEqual({ sort: undefined });
});

test('knows which lists a line of the feed makes stale', () => {
  expect(staleAfter('task.opened')).toEqual(['tasks', 'plans']);
  expect(staleAfter('goals.changed')).toEqual(['goals', 'plans', 'reports']);
  expect(staleAfter('component.changed')).toEqual(['components', 'reports', 'me']);
  expect(staleAfter('people.changed')).toEqual(['people', 'me']);
  expect(staleAfter('organisation.changed')).toContain('components');
  expect(staleAfter('weather.changed')).toEqual([]);
  expect(typeOfLine('{"type":"plan.moved"}')).toBe('plan.moved');
  expect(typeOfLine('not json')).toBeNull();
});

test('lists the stages in which a plan can be, with the kind of the stage around them', () => {
  const stages = {
    review: {
      kind: 'appraise' as const,
      initial: 'self',
      stages: {
        self: {
          name: 'Self',
          tasks: { 'self-check': { title: 'Look back', assignee: 'owner', form: 'feedback' as const } },
        },
        done: { type: 'final' as const },
      },
    },
    'closed-well': { type: 'final' as const },
  };
  expect(stagesInOrder(stages)).toEqual([
    { id: 'self', name: 'Self', kind: 'appraise', final: false },
    { id: 'done', name: 'Done', kind: 'appraise', final: true },
    { id: 'closed-well', name: 'Closed well', kind: null, final: true },
  ]);
  expect(taskTitles(stages)).toEqual({ 'self-check': 'Look back' });
});
