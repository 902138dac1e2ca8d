// cycle replay and shadow, against a site with plans of a small cycle.
import { expect, test } from 'vitest';
import { CommandError, exitCodes } from '../../../server/cli/exit-codes.ts';
import { runProgram } from '../../../server/cli/program.ts';
import { makeShadowWorker } from '../../../server/runtime/shadows/shadow-worker.ts';
import { makeOffice } from '../../support/office.ts';
import { makeTestApp } from '../../support/server.ts';

const small = {
  initial: 'open',
  stages: {
    open: {
      name: 'Open',
      on: { closed: [{ to: 'met', guard: 'event.data.sold >= 10' }, { to: 'stopped' }] },
    },
    met: { type: 'final', outcome: 'met' },
    stopped: { type: 'final', outcome: 'stopped' },
  },
};
const harder = { schema: 'cycle/1', id: 'small', name: 'Small', ...structuredClone(small) };
harder.stages.open.on.closed[0] = { to: 'met', guard: 'event.data.sold >= 20' };

async function shell() {
  const office = await makeOffice(small);
  const { app, send } = await makeTestApp(undefined, office.deps);
  const close = async (id: string, sold: number) => {
    await send('POST', `/api/v1/plans/${id}/events`, { type: 'closed', data: { sold } });
  };
  const run = async (...argv: string[]) => {
    const [out, err]: [string[], string[]] = [[], []];
    const code = await runProgram(argv, {
      out: (text) => out.push(text),
      err: (text) => err.push(text),
      fetch: async (url, init) => app.request(url, init),
      readFile: async (path) => {
        if (path === 'harder.json') return JSON.stringify(harder);
        throw new CommandError(`${path} cannot be read`, exitCodes.notFound);
      },
    });
    return { code, out: out.join('\n'), err: err.join('\n') };
  };
  return { ...office, close, run };
}

const parted = [
  'p1  Permits  other-outcome',
  '  It ended as met; it would have ended as stopped.',
  '  Recorded, revision 2:',
  '    On 2026-01-05 Ada Admin sent the event “closed”.',
  '    So it went from Open to met, because the condition event.data.sold >= 10 held (event.data.sold is 12).',
  '  Candidate:',
  '    On 2026-01-05 Ada Admin sent the event “closed”.',
  '    Not to met: the condition event.data.sold >= 20 did not hold (event.data.sold is 12).',
  '    So it went from Open to stopped.',
];

test('a replay tells the plans that would have ended otherwise, and counts the others', async () => {
  const { run, start, close, deps } = await shell();
  await start('p1');
  await start('p2', 'inspection');
  await close('p1', 12);
  await close('p2', 4);
  await deps.store.commit((db) =>
    db.updateTable('people').set({ name: 'Ada Admin' }).where('id', '=', 'ada').execute(),
  );
  const replayed = await run('cycle', 'replay', 'small', '--candidate', 'harder.json');
  expect([replayed.code, replayed.out.split('\n')]).toEqual([
    0,
    [...parted, '2 plans: 1 the same, 1 otherwise.'],
  ]);
  const own = await run('cycle', 'replay', 'small', '--version', '1', '--json');
  expect(JSON.parse(own.out)).toMatchObject({ counts: { total: 2, same: 2 } });
  const period = ['--period', '2020-01-01..2020-12-31'];
  expect((await run('cycle', 'replay', 'small', '--version', '1', ...period)).out).toBe('0 plans: no plan.');
});

test('a shadow is started, shown with the plans that stand elsewhere, listed and ended', async () => {
  const { run, start, close, deps } = await shell();
  await start('p1');
  await start('p2', 'inspection');
  const started = JSON.parse(
    (await run('shadow', 'start', 'small', '--candidate', 'harder.json', '--json')).out,
  );
  await close('p1', 12);
  await deps.store.commit((db) =>
    db.updateTable('people').set({ name: 'Ada Admin' }).where('id', '=', 'ada').execute(),
  );
  const worker = makeShadowWorker(deps);
  while ((await worker.turn()) === 0);
  const shown = await run('shadow', 'show', started.id);
  expect(shown.out.split('\n')).toEqual([
    ...parted,
    `Shadow ${started.id} of small, under way: 1 the same, 1 otherwise.`,
  ]);
  expect((await run('shadow', 'list')).out).toContain(started.id);
  const ended = await run('shadow', 'end', started.id);
  expect(ended.out).toContain('small, ended 2026-01-05T09:00:00.000Z: 1 the same, 1 otherwise.');
  expect(JSON.parse((await run('shadow', 'show', started.id, '--json')).out)).toMatchObject({
    endedBy: 'ada',
    differing: [{ planId: 'p1', verdict: 'other-outcome' }],
  });
});

test('a wrong candidate is told in the way in which it is wrong', async () => {
  const { run } = await shell();
  const codes = [
    await run('cycle', 'replay', 'small', '--candidate', 'harder.json', '--version', '1'),
    await run('cycle', 'replay', 'small', '--version', 'one'),
    await run('cycle', 'replay', 'small', '--version', '9'),
    await run('cycle', 'replay', 'small', '--candidate', 'nowhere.json'),
    await run('shadow', 'start', 'small'),
    await run('shadow', 'show', 'none'),
  ].map(({ code }) => code);
  const { usage, notFound } = exitCodes;
  expect(codes).toEqual([usage, usage, notFound, notFound, notFound, notFound]);
});
