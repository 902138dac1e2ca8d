// What two people say to each other in a plan of theirs, and who above them reads it: nobody.
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { type CycleTask, parseCycle, type Stages } from '../../../../engine/index.ts';
import { makeOffice } from '../../../support/office.ts';

const notes = (more: object) => ({
  title: 'Talk',
  assignee: 'manager',
  form: { type: 'object', properties: { said: { type: 'string' } } },
  purpose: 'feedback',
  ...more,
});
const talking = (more: object) => ({
  variables: { talks: 0 },
  initial: 'talk',
  stages: {
    talk: {
      tasks: {
        topics: { ...notes(more), title: 'Topics', assignee: 'owner' },
        notes: notes(more),
      },
      on: {
        'task.topics.completed': [{ do: [{ do: 'set', variable: 'talks', value: 'talks + 1' }] }],
        'task.notes.completed': [{ to: 'talk' }],
      },
    },
    done: { type: 'final' },
  },
});
const tasksIn = (stages: Stages): Record<string, CycleTask> =>
  Object.assign(
    {},
    ...Object.values(stages).flatMap((stage) => [
      'tasks' in stage ? stage.tasks : {},
      'stages' in stage ? tasksIn(stage.stages) : {},
    ]),
  );
const topic = 'The night shift wears me out.';
const said = 'I am thinking of leaving the night shift.';

/** Permits is Pat’s, whom the deputy manages; above the deputy is the mayor. Pat brings topics, then the deputy writes notes. */
async function withNotes(more: object) {
  const office = await makeOffice(talking(more));
  await office.start('p1');
  office.deps.clock.advance(1000);
  const say = async (who: string, words: string) => {
    const [task] = await office.tasksOf(who, 'assignee=me&state=open');
    const path = `/api/v1/tasks/${task.id}/complete`;
    expect((await (await office.as(who))('POST', path, { result: { said: words } })).status).toBe(200);
    return task.id;
  };
  const tasks = [await say('pat', topic), await say('deputy', said)];
  /** Through every door. */
  const seenBy = async (who: string) => {
    const send = await office.as(who);
    const places = [
      ...tasks.map((id) => `/tasks/${id}`),
      ...['/tasks?planId=p1', '/plans/p1', '/plans/p1/history', '/plans/p1/appraisal', '/plans/p1/operation'],
      ...['/feedback?componentId=permits', '/audit', '/feed'],
    ];
    const answers = await Promise.all(places.map((path) => send('GET', `/api/v1${path}`)));
    const text = JSON.stringify(answers.map(({ body }) => body));
    return [text.includes(topic), text.includes(said)];
  };
  return { ...office, seenBy };
}

test('a private answer is read by those who work in the plan, and by nobody above them, in HR or an administrator', async () => {
  const { seenBy } = await withNotes({ private: true });
  expect(await seenBy('deputy')).toEqual([true, true]);
  for (const who of ['mayor', 'hana', 'ada'])
    expect([who, ...(await seenBy(who))]).toEqual([who, false, false]);
});

test('one that is not is read by those who see the plan', async () => {
  const { seenBy } = await withNotes({});
  expect([await seenBy('mayor'), await seenBy('hana')]).toEqual([
    [true, true],
    [true, true],
  ]);
});

test('whoever comes into the plan for the next talk does not read what was said in the one before', async () => {
  const { seenBy, as, deps, tasksOf } = await withNotes({ private: true });
  deps.clock.advance(1000);
  await (await as('ada'))('PATCH', '/api/v1/components/permits', { managerId: 'mayor' });
  expect((await tasksOf('mayor', 'assignee=me&state=open')).length).toBe(1);
  expect(await seenBy('mayor')).toEqual([false, false]);
});

test.each([
  [true, false],
  [false, true],
])(
  'what was typed into it and not handed in is read by others: private %s, read %s',
  async (isPrivate, isRead) => {
    const office = await makeOffice(talking({ private: isPrivate, passDrafts: true }));
    await office.start('p1');
    const [{ id }] = await office.tasksOf('deputy');
    const path = `/api/v1/tasks/${id}/draft`;
    const deputy = await office.as('deputy');
    expect((await deputy('PUT', path, { content: { said } }, { 'if-match': '"0"' })).status).toBe(200);
    await deputy('POST', `/api/v1/tasks/${id}/delegate`, { to: 'mayor', reason: 'Away.' });
    for (const who of ['mayor', 'hana']) {
      const { body } = await (await office.as(who))('GET', path);
      expect([who, JSON.stringify(body).includes(said)]).toEqual([who, isRead]);
    }
  },
);

test('the check-in that ships keeps what it says: topics and notes are private', async () => {
  const text = await readFile('samples/templates/continuous-check-in.cycle.json', 'utf8');
  const cycle = parseCycle(JSON.parse(text));
  if (cycle.kind === 'refused') throw new Error('It cannot be read.');
  const tasks = Object.entries(tasksIn(cycle.cycle.stages));
  expect(tasks.flatMap(([key, task]) => (task.private === true ? [key] : [])).sort()).toEqual([
    'bring-manager-topics',
    'bring-topics',
    'share-notes',
  ]);
});
