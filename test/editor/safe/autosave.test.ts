import { expect, test } from 'vitest';
import { createActor, SimulatedClock, waitFor } from 'xstate';
import { RequestError } from '../../../editor/app/api/request.ts';
import { makeAutosaveMachine, type Stored } from '../../../editor/safe/autosave.ts';
import { isSettled, toSaveState } from '../../../editor/safe/save-state.ts';

const refused = (status: number) => new RequestError({ type: '', title: '', status, detail: '' });

/** A draft that is saved to a list; `answers` are taken one by one, an error refuses. */
function start(answers: (string | Error)[], stored: Stored<string> = { document: 'theirs', etag: 'theirs' }) {
  const saved: [string, string | null][] = [];
  const clock = new SimulatedClock();
  const machine = makeAutosaveMachine<string>({
    save: async (document, etag) => {
      saved.push([document, etag]);
      const answer = answers.shift() ?? 'last';
      if (answer instanceof Error) throw answer;
      return answer;
    },
    read: async () => stored,
    isSame: (a, b) => a === b,
    now: () => '2026-01-05T09:00:00.000Z',
  });
  const actor = createActor(machine, { clock, input: { base: '', etag: 'first' } }).start();
  const settled = async () => toSaveState(await waitFor(actor, isSettled));
  const change = (document: string) => actor.send({ type: 'changed', document });
  return { saved, clock, actor, settled, change };
}

test('changes that follow each other are saved once, after a pause', async () => {
  const { saved, clock, settled, change } = start(['second']);
  change('a');
  clock.increment(900);
  change('ab');
  clock.increment(900);
  expect(saved).toEqual([]);
  clock.increment(100);
  expect(await settled()).toEqual({ kind: 'saved', at: '2026-01-05T09:00:00.000Z' });
  expect(saved).toEqual([['ab', 'first']]);
});

test('a change during a save is saved after it, with the new ETag', async () => {
  const { saved, clock, actor, settled, change } = start(['second', 'third']);
  change('a');
  clock.increment(1_000);
  change('ab');
  await waitFor(actor, ({ value }) => value === 'waiting');
  clock.increment(1_000);
  await settled();
  expect(saved).toEqual([
    ['a', 'first'],
    ['ab', 'second'],
  ]);
});

test('what could not be saved is tried again by itself', async () => {
  const { saved, clock, settled, change } = start([refused(0), 'second']);
  change('a');
  clock.increment(1_000);
  expect((await settled()).kind).toBe('offline');
  clock.increment(5_000);
  expect((await settled()).kind).toBe('saved');
  expect(saved).toEqual([
    ['a', 'first'],
    ['a', 'first'],
  ]);
});

test('when somebody else saved first nothing is sent until a person decides', async () => {
  const { saved, clock, actor, settled, change } = start([refused(412), 'third']);
  change('a');
  clock.increment(1_000);
  expect((await settled()).kind).toBe('conflict');
  expect(actor.getSnapshot().context.theirs).toEqual({ document: 'theirs', etag: 'theirs' });
  change('ab');
  clock.increment(60_000);
  expect(saved).toHaveLength(1);
  actor.send({ type: 'rebased', base: 'theirs', etag: 'theirs' });
  expect((await settled()).kind).toBe('saved');
  expect(saved.at(-1)).toEqual(['ab', 'theirs']);
});

test('whoever takes what the other saved has nothing to save', async () => {
  const { saved, clock, actor, settled, change } = start([refused(412)]);
  change('a');
  clock.increment(1_000);
  await settled();
  change('theirs');
  actor.send({ type: 'rebased', base: 'theirs', etag: 'theirs' });
  expect((await settled()).kind).toBe('saved');
  expect(saved).toHaveLength(1);
});

test('a saving whose answer was lost is not taken for somebody else’s', async () => {
  const { saved, clock, settled, change } = start([refused(0), refused(412), 'third'], {
    document: 'a',
    etag: 'second',
  });
  change('a');
  clock.increment(1_000);
  await settled();
  change('ab');
  clock.increment(5_000);
  expect((await settled()).kind).toBe('saved');
  expect(saved.at(-1)).toEqual(['ab', 'second']);
});

test('a draft that somebody deleted is saved anew', async () => {
  const { saved, clock, settled, change } = start([refused(412), 'third'], { document: null, etag: null });
  change('a');
  clock.increment(1_000);
  expect((await settled()).kind).toBe('saved');
  expect(saved.at(-1)).toEqual(['a', null]);
});

test('who was signed out keeps what was drawn, and it is saved after the next sign-in', async () => {
  const { saved, clock, actor, settled, change } = start([refused(401), 'second']);
  change('a');
  clock.increment(1_000);
  expect((await settled()).kind).toBe('signed-out');
  change('ab');
  clock.increment(60_000);
  expect(saved).toHaveLength(1);
  actor.send({ type: 'flushed' });
  expect((await settled()).kind).toBe('saved');
  expect(saved.at(-1)).toEqual(['ab', 'first']);
});

test('what the server refuses is sent again only when it has changed', async () => {
  const { saved, clock, settled, change } = start([refused(422), 'second']);
  change('a');
  clock.increment(1_000);
  expect((await settled()).kind).toBe('refused');
  clock.increment(60_000);
  expect(saved).toHaveLength(1);
  change('b');
  clock.increment(1_000);
  expect((await settled()).kind).toBe('saved');
});

test('flushing saves at once', async () => {
  const { saved, actor, settled, change } = start(['second']);
  change('a');
  actor.send({ type: 'flushed' });
  await settled();
  expect(saved).toEqual([['a', 'first']]);
});
