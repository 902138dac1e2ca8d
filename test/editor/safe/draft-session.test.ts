import { expect, test } from 'vitest';
import { RequestError } from '../../../editor/app/api/request.ts';
import type { Stored } from '../../../editor/safe/autosave.ts';
import { type DraftSession, isSameCycle, openDraftSession } from '../../../editor/safe/draft-session.ts';
import type { Shelf, Work } from '../../../editor/safe/kept-work.ts';
import type { Cycle } from '../../../engine/index.ts';
import { smallCycle } from '../document/fixture.ts';

const named = (name: string): Cycle => ({ ...smallCycle, name });
const name = (text: string) => ({ type: 'set-cycle', patch: { name: text } }) as const;

function makeShelf(): Shelf & { work: Work | null } {
  const shelf = {
    work: null as Work | null,
    read: () => shelf.work,
    write: (work: Work) => {
      shelf.work = work;
      return 'kept' as const;
    },
    clear: () => {
      shelf.work = null;
    },
  };
  return shelf;
}

/** A server with one draft, which may be away. */
function makeServer() {
  const server = {
    document: smallCycle,
    etag: '1' as string | null,
    isAway: false,
    save: async (cycle: Cycle, etag: string | null) => {
      if (server.isAway) throw new RequestError({ type: '', title: '', status: 0, detail: '' });
      if (etag !== server.etag) throw new RequestError({ type: '', title: '', status: 412, detail: '' });
      server.document = cycle;
      server.etag = String(Number(server.etag) + 1);
      return server.etag;
    },
    read: async (): Promise<Stored<Cycle>> => ({ document: server.document, etag: server.etag }),
  };
  return server;
}

type Server = ReturnType<typeof makeServer>;

const nine = '2026-01-05T09:00:00.000Z';

function open(server: Server, shelf: Shelf, left: readonly Shelf[] = [], now = () => nine): DraftSession {
  const session = openDraftSession({
    cycle: server.document,
    etag: server.etag,
    shelf,
    left,
    save: server.save,
    read: server.read,
    now,
  });
  session.begin();
  return session;
}

test('a page that was lost before anything was saved comes back with its undo, and is saved', async () => {
  const server = makeServer();
  const shelf = makeShelf();
  server.isAway = true;
  const lost = open(server, shelf);
  lost.store.run(name('One'));
  lost.store.run(name('Two'));
  await lost.flush();
  expect(lost.get().save.kind).toBe('offline');

  server.isAway = false;
  const found = open(server, shelf);
  expect(found.restoredFrom).toBe(nine);
  expect(found.store.get().cycle.name).toBe('Two');
  await found.flush();
  expect(server.document.name).toBe('Two');
  found.store.undo();
  expect(found.store.get().cycle.name).toBe('One');
  found.store.undo();
  expect(found.store.get()).toMatchObject({ cycle: smallCycle, canUndo: false, canRedo: true });
});

test('undo outlives a reload of what was saved, unless somebody else saved since', async () => {
  const server = makeServer();
  const shelf = makeShelf();
  const first = open(server, shelf);
  first.store.run(name('One'));
  await first.flush();
  const second = open(server, shelf);
  expect(second.restoredFrom).toBeNull();
  expect(second.store.get().canUndo).toBe(true);

  await server.save(named('Theirs'), server.etag);
  const third = open(server, shelf);
  expect(third.store.get()).toMatchObject({ cycle: { name: 'Theirs' }, canUndo: false });
});

test('what was drawn while somebody else saved is in conflict after the reload, and nothing is lost', async () => {
  const server = makeServer();
  const shelf = makeShelf();
  server.isAway = true;
  const lost = open(server, shelf);
  lost.store.run(name('Mine'));
  await lost.flush();
  server.isAway = false;
  await server.save(named('Theirs'), server.etag);

  const found = open(server, shelf);
  await found.flush();
  expect(found.get()).toMatchObject({ save: { kind: 'conflict' }, base: smallCycle });
  found.settle([named('Theirs'), named('Mine')], { document: named('Theirs'), etag: server.etag });
  await found.flush();
  expect(server.document.name).toBe('Mine');
  found.store.undo();
  expect(found.store.get().cycle.name).toBe('Theirs');
  found.store.undo();
  expect(found.store.get().cycle.name).toBe('Mine');
});

test('taking what somebody else saved is one step and is not saved again', async () => {
  const server = makeServer();
  const session = open(server, makeShelf());
  await server.save(named('Theirs'), server.etag);
  session.settle([named('Theirs')], { document: named('Theirs'), etag: server.etag });
  await session.flush();
  expect(server.etag).toBe('2');
  session.store.undo();
  expect(isSameCycle(session.store.get().cycle, smallCycle)).toBe(true);
  await session.flush();
  expect(server.etag).toBe('3');
});

test('a draft that is only looked at leaves nothing in the browser', async () => {
  const shelf = makeShelf();
  const session = open(makeServer(), shelf);
  await session.flush();
  expect(shelf.work).toBeNull();
});

/** A tab that drew something while the server was away, and is gone. */
async function lostTab(server: Server, text: string) {
  const shelf = makeShelf();
  server.isAway = true;
  const session = open(server, shelf);
  session.store.run(name(text));
  await session.flush();
  server.isAway = false;
  return shelf;
}

test('what two tabs left unsaved comes back one at each opening, and neither is lost', async () => {
  const server = makeServer();
  const left = [await lostTab(server, 'One'), await lostTab(server, 'Two')];
  const shelf = makeShelf();
  const first = open(server, shelf, left);
  expect(first.restoredFrom).not.toBeNull();
  expect(first.alsoFrom).not.toBeNull();
  await first.flush();
  expect(server.document.name).toBe('One');

  // Both began from the same draft, so the second is in conflict with the first and not in its place.
  const second = open(server, shelf, left);
  expect(second.store.get().cycle.name).toBe('Two');
  expect(second.alsoFrom).toBeNull();
  await second.flush();
  expect(second.get().save.kind).toBe('conflict');
  expect(second.get().theirs?.document?.name).toBe('One');
  expect(left.map(({ work }) => work)).toEqual([null, null]);
});

test('of two tabs what was drawn later comes first, however often the other tried to save since', async () => {
  const server = makeServer();
  server.isAway = true;
  const shelves = [makeShelf(), makeShelf()] as const;
  let minute = 0;
  const now = () => `2026-01-05T09:0${minute}:00.000Z`;
  const [first, second] = shelves.map((shelf) => open(server, shelf, [], now));
  first?.store.run(name('First'));
  await first?.flush();
  minute = 1;
  second?.store.run(name('Second'));
  await second?.flush();
  minute = 2;
  await first?.flush();

  const found = open(server, makeShelf(), shelves, now);
  expect(found.store.get().cycle.name).toBe('Second');
  expect(found).toMatchObject({ restoredFrom: '2026-01-05T09:01:00.000Z', alsoFrom: nine });
});

test('a tab goes on with its own unsaved work before that of another', async () => {
  const server = makeServer();
  const [own, other] = [await lostTab(server, 'Mine'), await lostTab(server, 'Another')];
  const session = open(server, own, [other]);
  expect(session.store.get().cycle.name).toBe('Mine');
  expect(session.alsoFrom).toBe(other.work?.drawnAt);
});

test('what a tab left that has nothing unsaved brings its undo, and its room is given back', async () => {
  const server = makeServer();
  const gone = makeShelf();
  const before = open(server, gone);
  before.store.run(name('One'));
  await before.flush();
  const shelf = makeShelf();
  const session = open(server, shelf, [gone]);
  expect(session.restoredFrom).toBeNull();
  expect(session.alsoFrom).toBeNull();
  expect(session.store.get()).toMatchObject({ cycle: named('One'), canUndo: true });
  expect(gone.work).toBeNull();
  expect(shelf.work?.cycle.name).toBe('One');
});
