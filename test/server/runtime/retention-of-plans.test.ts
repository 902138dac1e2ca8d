// How long an ended plan keeps what was said in it, as its cycle says: drafts, raw answers and the notes of calibrations go,
// and what was judged, scored and signed stays.
import { expect, test } from 'vitest';
import { makeRetention } from '../../../server/runtime/admin/retention.ts';
import { makeOffice } from '../../support/office.ts';

const said = 'On 4 June we went through the permits of May, and what comes next is clear.';
const noted = 'Two more cases were found after the rating, and both were solved in time.';
const summed = 'The permits of May were out in time; the next step is the list of June.';
const own = { type: 'object', properties: { view: { type: 'string' }, level: { enum: ['low', 'high'] } } };

const cycle = (retention: Record<string, string>) => ({
  retention,
  variables: { heard: '' },
  initial: 'ask',
  stages: {
    ask: {
      kind: 'observe',
      tasks: {
        answer: {
          title: 'Say',
          assignee: 'manager',
          form: 'feedback',
          raters: { group: 'manager', threshold: 1, named: true },
        },
      },
      on: {
        'task.answer.completed': [
          {
            to: 'view',
            do: [
              { do: 'set', variable: 'heard', value: 'result.text' },
              { do: 'notify', to: 'owner', message: 'Said: {{ result.text }}' },
            ],
          },
        ],
      },
    },
    view: {
      kind: 'observe',
      tasks: {
        view: {
          title: 'View',
          assignee: 'manager',
          form: own,
          raters: { group: 'customer', threshold: 1, named: true },
        },
      },
      on: { 'task.view.completed': [{ to: 'rate' }] },
    },
    rate: {
      kind: 'appraise',
      tasks: { rate: { title: 'Rate', assignee: 'manager', form: 'appraisal' } },
      on: { 'task.rate.completed': [{ to: 'calibrate' }] },
    },
    calibrate: {
      kind: 'appraise',
      tasks: { calibrate: { title: 'Calibrate', assignee: 'role:hr', form: 'calibration' } },
      on: {
        'task.calibrate.completed': [
          {
            to: 'sign',
            do: [{ do: 'notify', to: 'manager', message: 'Because: {{ result.reason }}' }],
          },
        ],
      },
    },
    sign: {
      kind: 'appraise',
      tasks: { sign: { title: 'Sign', assignee: 'owner', form: 'acknowledgement' } },
      on: { 'task.sign.completed': [{ to: 'done' }] },
    },
    done: { type: 'final', outcome: 'met' },
  },
});

/** A plan that has gone all the way on 5 January 2026, with a draft that was never handed in. */
async function ended(retention: Record<string, string>, zone?: string) {
  const office = await makeOffice(cycle(retention));
  const { deps, as, start } = office;
  if (zone)
    await deps.store.commit((db) =>
      db.updateTable('components').set({ zone }).where('id', '=', 'city').execute(),
    );
  await start('p1');
  const [answer] = await office.tasksOf('deputy');
  const complete = async (who: string, key: string, result: object) => {
    const { items } = (await (await as('ada'))('GET', '/api/v1/tasks?planId=p1&state=open')).body;
    const task = items.find((one: { key: string }) => one.key === key);
    const done = await (await as(who))('POST', `/api/v1/tasks/${task.id}/complete`, { result });
    expect(done.status, JSON.stringify(done.body)).toBe(200);
  };
  await complete('deputy', 'answer', { text: said, methods: 'meets' });
  await complete('deputy', 'view', { view: said, level: 'high' });
  await complete('deputy', 'rate', { goals: [], results: 'meets', methods: 'meets', summary: summed });
  await complete('hana', 'calibrate', { decision: 'changed', outcome: 'exceeds', reason: noted });
  await complete('pat', 'sign', { decision: 'signed' });
  expect((await office.planState('p1')).status).toBe('ended');
  await deps.store.commit((db) =>
    db
      .insertInto('taskDrafts')
      .values({
        ...{ taskId: answer.id, personId: 'chief', planId: 'p1', key: 'answer' },
        ...{ content: JSON.stringify({ text: 'A word that was never handed in.' }), revision: 1 },
        savedAt: deps.clock.now(),
      })
      .execute(),
  );
  const { turn } = makeRetention(deps);
  const after = async (days: number, hours = 0) => {
    deps.clock.advance((days * 24 + hours) * 3_600_000);
    while ((await turn()) === 0);
  };
  /** Everything that is stored, as one text. */
  const stored = () =>
    deps.store.read(async (db) => {
      const tables = await db.introspection.getTables();
      const rows = [];
      for (const { name } of tables)
        rows.push(
          await db
            .selectFrom(name as 'plans')
            .selectAll()
            .execute(),
        );
      return JSON.stringify(rows);
    });
  const kept = async (who = 'hana') => (await (await as(who))('GET', '/api/v1/plans/p1/retention')).body;
  const lines = async () =>
    (await (await as('ada'))('GET', '/api/v1/audit?action=retention.plan')).body.items.map(
      (line: { resource: string; detail: unknown }) => [line.resource, line.detail],
    );
  return { ...office, after, stored, kept, lines };
}

test('raw answers are nowhere any more once their days are over; their levels and the rating stay', async () => {
  const { after, stored, lines, deps, as } = await ended({ answers: 'P90D' });
  await after(89);
  expect(await stored()).toContain(said);
  await after(2);
  const left = await stored();
  expect(left).not.toContain(said);
  expect([left.includes(summed), left.includes(noted), left.includes('never handed in')]).toEqual([
    true,
    true,
    true,
  ]);
  expect(await lines()).toEqual([['plan/p1', { removed: { answers: 2 } }]]);
  const results = await deps.store.read((db) =>
    db.selectFrom('tasks').select(['key', 'state', 'result']).orderBy('openedAt').orderBy('key').execute(),
  );
  expect(Object.fromEntries(results.map(({ key, result }) => [key, JSON.parse(result ?? 'null')]))).toEqual({
    answer: null,
    view: null,
    rate: { goals: [], results: 'meets', methods: 'meets', summary: summed },
    calibrate: { decision: 'changed', outcome: 'exceeds', reason: noted },
    sign: { decision: 'signed' },
  });
  const { rounds } = (await (await as('hana'))('GET', '/api/v1/plans/p1/answers')).body;
  // One alone is too few to be shown as a group.
  expect(rounds).toMatchObject([{ named: [], shown: [], held: true }]);
  const counted = await deps.store.read((db) =>
    db.selectFrom('feedback').select(['raterGroup', 'level', 'text', 'authorId']).execute(),
  );
  expect(counted).toEqual([{ raterGroup: 'manager', level: 'meets', text: '', authorId: 'gone:p1:0' }]);
  for (const path of ['/plans/p1', '/plans/p1/history', '/tasks?planId=p1', '/plans/p1/appraisal'])
    expect((await (await as('hana'))('GET', `/api/v1${path}`)).status, path).toBe(200);
});

test('drafts go, and nothing else with them', async () => {
  const { after, stored, lines } = await ended({ drafts: 'P30D' });
  await after(31);
  const left = await stored();
  expect(left).not.toContain('never handed in');
  expect([left.includes(said), left.includes(noted)]).toEqual([true, true]);
  expect(await lines()).toEqual([['plan/p1', { removed: { drafts: 1 } }]]);
});

test('why a calibration decided so goes, and what it decided stays', async () => {
  const { after, stored, lines, deps } = await ended({ notes: 'P2Y' });
  await after(700);
  expect(await stored()).toContain(noted);
  await after(40);
  const left = await stored();
  expect(left).not.toContain(noted);
  expect([left.includes(said), left.includes(summed)]).toEqual([true, true]);
  expect(await lines()).toEqual([['plan/p1', { removed: { notes: 1 } }]]);
  const task = await deps.store.read((db) =>
    db.selectFrom('tasks').select('result').where('key', '=', 'calibrate').executeTakeFirstOrThrow(),
  );
  expect(JSON.parse(task.result ?? '')).toEqual({ decision: 'changed', outcome: 'exceeds', reason: '–' });
});

test('a plan says until when it keeps what, and when that went', async () => {
  const { after, kept } = await ended({ answers: 'P90D', notes: 'P2Y' });
  expect(await kept()).toEqual({
    items: [
      { kind: 'answers', span: 'P90D', dueAt: '2026-04-05T09:00:00.000Z', goneAt: null },
      { kind: 'notes', span: 'P2Y', dueAt: '2028-01-05T09:00:00.000Z', goneAt: null },
    ],
  });
  await after(91);
  expect((await kept()).items).toMatchObject([{ goneAt: '2026-04-06T09:00:00.000Z' }, { goneAt: null }]);
});

test('working days are those of the place of the plan', async () => {
  const { kept } = await ended({ drafts: '3bd' }, 'America/New_York');
  expect((await kept()).items).toMatchObject([{ kind: 'drafts', dueAt: '2026-01-08T09:00:00.000Z' }]);
});

test('what has gone is not looked for again, and a plan under way keeps all', async () => {
  const { after, stored, lines, start } = await ended({ answers: 'P1D', drafts: 'P1D', notes: 'P1D' });
  await start('p2', 'inspection');
  await after(2);
  expect(await lines()).toEqual([['plan/p1', { removed: { drafts: 1, answers: 2, notes: 1 } }]]);
  const before = await stored();
  await after(0, 2);
  expect([(await stored()) === before, (await lines()).length]).toEqual([true, 1]);
});

test('a lot that is cut off leaves its plan whole, and the next turn does it', async () => {
  const { after, stored, lines, deps } = await ended({ answers: 'P1D' });
  await deps.store.commit((db) => db.schema.alterTable('audit').renameTo('auditAway').execute());
  await expect(after(2)).rejects.toThrow();
  expect(await stored()).toContain(said);
  await deps.store.commit((db) => db.schema.alterTable('auditAway').renameTo('audit').execute());
  await after(0, 2);
  expect(await stored()).not.toContain(said);
  expect(await lines()).toHaveLength(1);
});

test('a span that cannot be read deletes nothing', async () => {
  const { after, stored, lines } = await ended({ answers: 'a while' });
  await after(2000);
  expect(await stored()).toContain(said);
  expect(await lines()).toEqual([]);
});

test('the settings say how many plans wait, until when, and of how many it has gone', async () => {
  const { after, as } = await ended({ answers: 'P90D', drafts: 'P10D' });
  await after(20);
  const { status, body } = await (await as('ada'))('GET', '/api/v1/retention/plans');
  expect([status, body]).toEqual([
    200,
    {
      drafts: { waiting: 0, nextAt: null, gone: 1 },
      answers: { waiting: 1, nextAt: '2026-04-05T09:00:00.000Z', gone: 0 },
      notes: { waiting: 0, nextAt: null, gone: 0 },
    },
  ]);
  expect((await (await as('hana'))('GET', '/api/v1/retention/plans')).status).toBe(403);
});
