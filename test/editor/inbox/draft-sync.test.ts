import { expect, test } from 'vitest';
import { RequestError } from '../../../editor/app/api/request.ts';
import { makeDraftSync, type ServerDraft, type SyncState } from '../../../editor/inbox/draft-sync.ts';

const no = (status: number) => new RequestError({ type: 'x', title: 'x', status, detail: 'x' });
const settled = () => new Promise((done) => setTimeout(done, 0));

/** A server that keeps one draft, and fails as often as the test says. */
function makeServer() {
  const failures: (number | 'answer lost')[] = [];
  const unreadable: number[] = [];
  const states: SyncState[] = [];
  const retries: (() => void)[] = [];
  let kept: ServerDraft | null = null;
  let saves = 0;
  const sync = makeDraftSync(
    {
      save: async (content, revision) => {
        saves++;
        await settled();
        const status = failures.shift();
        if (typeof status === 'number') throw no(status);
        if (revision !== (kept?.revision ?? 0)) throw no(412);
        kept = {
          content: content as Record<string, unknown>,
          revision: revision + 1,
          savedAt: `at ${revision + 1}`,
        };
        if (status === 'answer lost') throw no(0);
        return kept;
      },
      read: async () => {
        const status = unreadable.shift();
        if (status !== undefined) throw no(status);
        return kept;
      },
      report: (state) => states.push(state),
      later: (work) => {
        retries.push(work);
        return () => retries.splice(retries.indexOf(work), 1);
      },
    },
    0,
  );
  const quiet = async () => {
    for (let turn = 0; turn < 8; turn++) await settled();
  };
  return {
    sync,
    states,
    retries,
    failures,
    unreadable,
    quiet,
    kept: () => kept,
    saves: () => saves,
    takeAway: () => {
      kept = null;
    },
    writeElsewhere: (content: Record<string, unknown>) => {
      kept = { content, revision: (kept?.revision ?? 0) + 1, savedAt: 'elsewhere' };
    },
  };
}

test('sends one at a time, and of what was typed meanwhile the latest', async () => {
  const server = makeServer();
  for (const text of ['a', 'ab', 'abc', 'abcd']) server.sync.push({ text });
  await server.quiet();
  expect([server.saves(), server.kept()?.content, server.kept()?.revision]).toEqual([2, { text: 'abcd' }, 2]);
});

test.each([
  [0, 'waiting'],
  [401, 'signed-out'],
  [429, 'waiting'],
  [503, 'waiting'],
] as const)('keeps what could not be sent for the answer %i and tries again', async (status, kind) => {
  const server = makeServer();
  server.failures.push(status);
  server.sync.push({ text: 'a' });
  await server.quiet();
  expect([server.states, server.retries.length]).toEqual([[{ kind }], 1]);
  server.retries[0]?.();
  await server.quiet();
  expect([server.kept()?.content, server.states.at(-1)]).toEqual([
    { text: 'a' },
    { kind: 'sent', at: 'at 1', revision: 1 },
  ]);
});

test('sends the newest words when it tries again, not those that failed', async () => {
  const server = makeServer();
  server.failures.push(0);
  server.sync.push({ text: 'a' });
  await server.quiet();
  server.sync.push({ text: 'ab' });
  await server.quiet();
  expect([server.kept()?.content, server.retries]).toEqual([{ text: 'ab' }, []]);
});

test('what was typed through half a minute without a connection is saved once, when there is one', async () => {
  const server = makeServer();
  server.failures.push(0, 0, 0, 0, 0, 0);
  for (const text of ['on', 'on the', 'on the train']) {
    server.sync.push({ text });
    await server.quiet();
    server.retries[0]?.();
    await server.quiet();
  }
  expect([server.kept(), server.states.every(({ kind }) => kind === 'waiting')]).toEqual([null, true]);
  server.retries[0]?.();
  await server.quiet();
  expect(server.kept()).toMatchObject({ content: { text: 'on the train' }, revision: 1 });
  expect([server.saves(), server.retries]).toEqual([7, []]);
});

test('takes its own words, of whose saving no answer came, for nobody else’s', async () => {
  const server = makeServer();
  server.failures.push('answer lost', 0);
  server.sync.push({ text: 'on' });
  await server.quiet();
  for (const text of ['on the', 'on the train']) {
    server.sync.push({ text });
    await server.quiet();
  }
  expect(server.kept()).toMatchObject({ content: { text: 'on the train' }, revision: 2 });
  expect(server.states.map(({ kind }) => kind)).toEqual(['waiting', 'waiting', 'sent']);
});

test('tries again when it cannot be read what was written elsewhere', async () => {
  const server = makeServer();
  server.writeElsewhere({ text: 'there' });
  server.unreadable.push(0);
  server.sync.push({ text: 'here' });
  await server.quiet();
  expect([server.states, server.retries.length]).toEqual([[{ kind: 'waiting' }], 1]);
  server.retries[0]?.();
  await server.quiet();
  expect(server.states.at(-1)).toEqual({ kind: 'elsewhere', other: server.kept() });
});

test('gives back what was written elsewhere after an answer was lost', async () => {
  const server = makeServer();
  server.failures.push('answer lost');
  server.sync.push({ text: 'on' });
  await server.quiet();
  server.writeElsewhere({ text: 'there' });
  server.sync.push({ text: 'on the' });
  await server.quiet();
  expect(server.states.at(-1)).toEqual({ kind: 'elsewhere', other: server.kept() });
});

test('gives back what was written elsewhere and sends nothing until the person has chosen', async () => {
  const server = makeServer();
  server.writeElsewhere({ text: 'there' });
  server.sync.push({ text: 'here' });
  await server.quiet();
  expect(server.states).toEqual([{ kind: 'elsewhere', other: server.kept() }]);
  server.sync.push({ text: 'here and on' });
  await server.quiet();
  expect(server.kept()?.content).toEqual({ text: 'there' });
  server.sync.goOnFrom(1);
  await server.quiet();
  expect([server.kept()?.content, server.kept()?.revision]).toEqual([{ text: 'here and on' }, 2]);
});

test.each([403, 404, 409, 422])('sends no more after the answer %i', async (status) => {
  const server = makeServer();
  server.failures.push(status);
  server.sync.push({ text: 'a' });
  await server.quiet();
  server.sync.push({ text: 'ab' });
  await server.quiet();
  expect([server.states, server.saves()]).toEqual([[{ kind: 'refused' }], 1]);
});

test('sends nothing while the task is being done, and says when the save under way is answered', async () => {
  const server = makeServer();
  server.sync.push({ text: 'a' });
  server.sync.push({ text: 'ab' });
  await server.sync.pause();
  expect([server.saves(), server.kept()?.content]).toEqual([1, { text: 'a' }]);
  server.sync.push({ text: 'abc' });
  await server.quiet();
  expect([server.saves(), server.kept()?.content]).toEqual([1, { text: 'a' }]);
});

test('sends the newest words once the task was not done after all', async () => {
  const server = makeServer();
  server.sync.push({ text: 'a' });
  await server.sync.pause();
  server.sync.push({ text: 'ab' });
  server.sync.resume();
  await server.quiet();
  expect([server.saves(), server.kept()?.content, server.kept()?.revision]).toEqual([2, { text: 'ab' }, 2]);
});

test('tries nothing again while the task is being done, also when the save under way fails', async () => {
  const server = makeServer();
  server.failures.push(503);
  server.sync.push({ text: 'a' });
  await server.sync.pause();
  expect([server.saves(), server.retries]).toEqual([1, []]);
  server.sync.resume();
  await server.quiet();
  expect([server.saves(), server.kept()?.content]).toEqual([2, { text: 'a' }]);
});

test('has nothing to wait for when nothing is under way', async () => {
  const server = makeServer();
  await server.sync.pause();
  server.sync.resume();
  await server.quiet();
  expect([server.saves(), server.states]).toEqual([0, []]);
});

test('words whose draft the server has no longer are saved there anew', async () => {
  const { sync, states, quiet, kept, takeAway } = makeServer();
  sync.push({ note: 'half' });
  await quiet();
  takeAway();
  sync.push({ note: 'half a sentence' });
  await quiet();
  expect(kept()?.content).toEqual({ note: 'half a sentence' });
  expect(states.at(-1)).toMatchObject({ kind: 'sent', revision: 1 });
});
