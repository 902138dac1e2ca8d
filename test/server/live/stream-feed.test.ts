import { describe, expect, test } from 'vitest';
import { makeApp } from '../../../server/app.ts';
import type { Deps } from '../../../server/deps.ts';
import { appendFeed, type FeedLine } from '../../../server/store/queries/records.ts';
import { makeFakeScheduler } from '../../support/fake-scheduler.ts';
import { actorOf, makeOffice } from '../../support/office.ts';

const idle = { initial: 'wait', stages: { wait: {} } };
const at = '2026-01-05T09:00:00.000Z';

async function opened() {
  const office = await makeOffice(idle);
  const { scheduler, elapse, waiting } = makeFakeScheduler();
  const server = new AbortController();
  const deps: Deps = { ...office.deps, scheduler, stopping: server.signal };
  const tell = (...lines: Partial<FeedLine>[]) =>
    deps.store.commit(async (db) => {
      for (const line of lines) await appendFeed(db, { at, type: 'plan.moved', ...line });
    });

  /** What `id` hears, one event at a time. */
  async function listen(id: string, headers: Record<string, string> = {}, query = '') {
    const app = makeApp(deps, { identify: async () => actorOf(id) });
    const response = await app.request(`/api/v1/events${query}`, { headers });
    const reader = response.body!.getReader();
    const decoder = new TextDecoder();
    let buffer = '';
    async function next(): Promise<{ id: string; event: string; data: unknown } | string | null> {
      while (!buffer.includes('\n\n')) {
        const { done, value } = await reader.read();
        if (done) return null;
        buffer += decoder.decode(value);
      }
      const end = buffer.indexOf('\n\n');
      const text = buffer.slice(0, end);
      buffer = buffer.slice(end + 2);
      const fields = Object.fromEntries(text.split('\n').map((line) => line.split(/: (.*)/s)));
      if (!('data' in fields)) return text;
      const data = JSON.parse(fields.data);
      return { id: fields.id, event: fields.event ?? data.type, data };
    }
    const untouched = async () => decoder.decode((await reader.read()).value);
    return { response, next, untouched, leave: () => reader.cancel() };
  }
  return { office, deps, tell, listen, elapse, waiting, stop: () => server.abort() };
}

describe('a stream of events', () => {
  test('begins with ready and goes on with what happens from now on', async () => {
    const { tell, listen } = await opened();
    await tell({ componentId: 'permits', data: { revision: 1 } });
    const { response, next, leave } = await listen('ada');
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      'text/event-stream; charset=utf-8',
    ]);
    expect(await next()).toEqual({ id: '1', event: 'ready', data: {} });
    await tell({ componentId: 'permits', planId: 'p1', data: { revision: 2 } });
    expect(await next()).toEqual({
      id: '2',
      event: 'plan.moved',
      data: { seq: 2, at, type: 'plan.moved', planId: 'p1', componentId: 'permits', data: { revision: 2 } },
    });
    await leave();
  });

  test('tells whose plan moved that it did, and not where to: that may tell how they were judged', async () => {
    const { tell, listen } = await opened();
    const own = await listen('pat');
    const manager = await listen('deputy');
    await own.next();
    await manager.next();
    const data = { revision: 2, stage: ['praise'], event: 'task.rate.completed' };
    await tell({ componentId: 'permits', planId: 'p1', data });
    expect(await own.next()).toMatchObject({ event: 'plan.moved', data: { planId: 'p1', data: {} } });
    expect(await manager.next()).toMatchObject({ data: { data } });
    await tell({
      componentId: 'permits',
      planId: 'p1',
      personId: 'pat',
      type: 'task.opened',
      data: { taskId: 't' },
    });
    expect(await own.next()).toMatchObject({ data: { data: { taskId: 't' } } });
    await own.leave();
    await manager.leave();
  });

  test('is silent about what the listener may no longer see', async () => {
    const { tell, listen, office } = await opened();
    const { next, leave } = await listen('hana');
    await next();
    await tell({ componentId: 'permits', data: { revision: 1 } });
    expect(await next()).toMatchObject({ event: 'plan.moved' });
    const changed = await (await office.as('ada'))('PATCH', '/api/v1/people/hana', { roles: ['designer'] });
    expect(changed.status).toBe(200);
    await tell({ componentId: 'permits', data: { revision: 2 } }, { type: 'cycle.published' });
    const heard = [await next(), await next()];
    expect(heard).toMatchObject([{ event: 'people.changed' }, { event: 'cycle.published' }]);
    await leave();
  });

  test('goes on after the last event that the listener has, without losing or repeating one', async () => {
    const { tell, listen } = await opened();
    for (const revision of [1, 2, 3]) await tell({ componentId: 'permits', data: { revision } });
    const { next, leave } = await listen('ada', { 'last-event-id': '1' });
    const heard = [await next(), await next(), await next()];
    expect(heard).toMatchObject([
      { event: 'ready', id: '1' },
      { id: '2', data: { data: { revision: 2 } } },
      { id: '3' },
    ]);
    await leave();
    const other = await listen('ada', {}, '?lastEventId=2');
    expect([await other.next(), await other.next()]).toMatchObject([
      { event: 'ready', id: '2' },
      { id: '3' },
    ]);
    await other.leave();
  });

  test('names only its own notes, so that a browser gives every line to one listener', async () => {
    const { tell, listen } = await opened();
    const { untouched, leave } = await listen('ada');
    expect(await untouched()).toContain('event: ready');
    await tell({ componentId: 'permits' });
    expect(await untouched()).not.toContain('event:');
    await leave();
  });

  test('says reset to who comes back from a number that is not there', async () => {
    const { tell, listen } = await opened();
    await tell({ componentId: 'permits' });
    const { next, leave } = await listen('ada', { 'last-event-id': '900' });
    expect(await next()).toEqual({ id: '1', event: 'reset', data: {} });
    await leave();
  });

  test('refuses a number that is none', async () => {
    const { listen } = await opened();
    expect((await listen('ada', { 'last-event-id': 'yesterday' })).response.status).toBe(422);
  });

  test('looks again without a commit of its own server, and says now and then that it is there', async () => {
    const { listen, deps, elapse, waiting, office } = await opened();
    const { next, leave } = await listen('ada');
    await next();
    const heartbeat = next();
    while (waiting() === 0) await Promise.resolve();
    office.deps.clock.advance(15_000);
    elapse();
    expect(await heartbeat).toBe(': still here');
    const line = next();
    while (waiting() === 0) await Promise.resolve();
    await deps.store.read((db) => appendFeed(db, { at, type: 'plan.moved', componentId: 'permits' }));
    elapse();
    expect(await line).toMatchObject({ event: 'plan.moved' });
    await leave();
  });

  test('ends when the server stops', async () => {
    const { listen, stop } = await opened();
    const { next } = await listen('ada');
    await next();
    const end = next();
    stop();
    expect(await end).toBe(null);
  });

  test('leaves nothing behind when the listener has gone', async () => {
    const { listen, waiting, tell, elapse } = await opened();
    const { next, leave } = await listen('ada');
    await next();
    await leave();
    await tell({ componentId: 'permits' });
    for (let turn = 0; turn < 50; turn++) await Promise.resolve();
    elapse();
    await new Promise((resolve) => setImmediate(resolve));
    expect(waiting()).toBe(0);
  });
});

describe('who hears what', () => {
  const lines: Partial<FeedLine>[] = [
    { type: 'plan.moved', componentId: 'permits' },
    { type: 'plan.moved', componentId: 'inspection' },
    { type: 'task.opened', componentId: 'inspection', personId: 'pat' },
    { type: 'notification.created', personId: 'pat' },
    { type: 'notification.created', personId: 'deputy' },
    { type: 'incident.opened', componentId: 'permits' },
    { type: 'delivery.attempted' },
    { type: 'cycle.published' },
    { type: 'launch.progressed' },
    { type: 'unheard.of' },
  ];
  test.each([
    ['pat', [1, 3, 4, 8]],
    ['ian', [2, 3, 8]],
    ['deputy', [1, 2, 3, 5, 8]],
    ['dora', [8, 9]],
    ['hana', [1, 2, 3, 6, 8, 9]],
    ['ada', [1, 2, 3, 6, 7, 8, 9]],
  ])('%s hears the lines %j', async (id, seqs) => {
    const { tell, listen } = await opened();
    await tell(...lines);
    await tell({ type: 'cycle.saved' });
    const { next, leave } = await listen(id, { 'last-event-id': '0' });
    await next();
    const heard: number[] = [];
    for (;;) {
      const event = await next();
      if (event === null || typeof event === 'string') throw new Error('The stream ended.');
      if (event.event === 'cycle.saved') break;
      heard.push(Number(event.id));
    }
    expect(heard).toEqual(seqs);
    await leave();
  });

  test('a changed component is heard by who may see it', async () => {
    const { office, listen } = await opened();
    const pat = await listen('pat');
    await pat.next();
    const send = await office.as('ada');
    for (const id of ['inspection', 'permits'])
      expect((await send('PATCH', `/api/v1/components/${id}`, { name: `The ${id}` })).status).toBe(200);
    expect(await pat.next()).toMatchObject({ event: 'component.changed', data: { componentId: 'permits' } });
    await pat.leave();
  });

  test('a line of a plan is heard by who may see its component', async () => {
    const { office, tell, listen } = await opened();
    await office.start('p1');
    const pat = await listen('pat');
    const ian = await listen('ian');
    await pat.next();
    await ian.next();
    await tell({ type: 'task.overdue', planId: 'p1' }, { type: 'cycle.saved' });
    expect(await pat.next()).toMatchObject({ event: 'task.overdue', data: { componentId: 'permits' } });
    expect(await ian.next()).toMatchObject({ event: 'cycle.saved' });
    await pat.leave();
    await ian.leave();
  });
});
