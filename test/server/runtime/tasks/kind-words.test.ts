import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { makeOffice } from '../../../support/office.ts';

const again = [{ do: [{ do: 'set' as const, variable: 'count', value: 'count + 1' }] }];
const asked = {
  appraisal: { goals: [], results: 'meets', methods: 'meets' },
  calibration: { decision: 'kept' },
  'plan-agreement': { decision: 'returned' },
  reward: { decision: 'declined' },
  intervention: { cause: 'method' },
  observation: { observations: [] },
} as const;
const fieldOf: Record<string, string> = {
  appraisal: 'summary',
  calibration: 'reason',
  intervention: 'analysis',
};
const keys = Object.keys(asked) as (keyof typeof asked)[];

const cycle = {
  variables: { count: 0 },
  initial: 'working',
  stages: {
    working: {
      kind: 'measure',
      tasks: {
        ...Object.fromEntries(
          keys.map((form) => [form, { title: form, assignee: 'manager', form, purpose: 'feedback' }]),
        ),
        objection: {
          title: 'Objection',
          assignee: 'owner',
          form: { type: 'object', properties: { grounds: { type: 'string' } }, required: ['grounds'] },
        },
      },
      on: Object.fromEntries([...keys, 'objection'].map((key) => [`task.${key}.completed`, again])),
    },
    done: { type: 'final' },
  },
};

async function working() {
  const office = await makeOffice(cycle);
  await office.start('p1');
  const tasks = await office.tasksOf('ada', 'planId=p1');
  const idOf = (key: string) => tasks.find((one: { key: string }) => one.key === key)?.id;
  const send = async (who: string, key: string, what: string, body: unknown) =>
    (await office.as(who))('POST', `/api/v1/tasks/${idOf(key)}/${what}`, body);
  return { office, send };
}

describe('words that hurt are refused in every form, with their place', () => {
  test.for(keys)('%s', async (form) => {
    const { send } = await working();
    const field = fieldOf[form] ?? 'comment';
    const result = { ...asked[form], [field]: 'Du bist ein Arschloch' };
    const refused = await send('deputy', form, 'complete', { result });
    expect(refused.status).toBe(422);
    expect(refused.body.errors).toMatchObject([{ pointer: `/result/${field}`, code: 'FB-01' }]);
    const protectedOne = { ...asked[form], [field]: 'Since you had the baby you leave early' };
    expect((await send('deputy', form, 'complete', { result: protectedOne })).body.errors).toMatchObject([
      { pointer: `/result/${field}`, code: 'FB-02' },
    ]);
  });
});

test('the notice of an improvement plan as it ships takes no slur and no pregnancy', async () => {
  const {
    schema: _s,
    id: _i,
    name: _n,
    layout: _l,
    ...document
  } = JSON.parse(
    readFileSync(
      new URL('../../../../samples/templates/improvement-plan.cycle.json', import.meta.url),
      'utf8',
    ),
  );
  const office = await makeOffice(document);
  await office.start('p1');
  const [task] = await office.tasksOf('ada', 'planId=p1&state=open');
  const properties: Record<string, { type?: string; format?: string; enum?: string[] }> =
    task.form.properties;
  const words = 'You fucking moron. Since her pregnancy she is slow.';
  const result = Object.fromEntries(
    Object.entries(properties)
      .filter(([, { type, format, enum: choices }]) => type === 'string' && !format && !choices)
      .map(([key]) => [key, words]),
  );
  const send = await office.as(task.assignee.id);
  const refused = await send('POST', `/api/v1/tasks/${task.id}/complete`, { result });
  expect(refused.status).toBe(422);
  const codes = new Set(refused.body.errors.map(({ code }: { code: string }) => code));
  expect(codes).toEqual(new Set(['FB-01', 'FB-02']));
});

test('whoever objects may name what was said to them', async () => {
  const { send } = await working();
  const grounds = 'I was told "you fucking idiot", and that my pregnancy is the reason.';
  expect((await send('pat', 'objection', 'complete', { result: { grounds } })).status).toBe(200);
});

test('a comment, and the reason for passing a task on, are no way round it', async () => {
  const { send } = await working();
  const comment = await send('deputy', 'reward', 'comment', { text: 'Kill yourself' });
  expect(comment.body.errors).toMatchObject([{ pointer: '/text', code: 'FB-01' }]);
  const passed = await send('deputy', 'reward', 'delegate', { to: 'chief', reason: 'Pat is a stupid bitch' });
  expect(passed.body.errors[0]).toMatchObject({ pointer: '/reason', code: 'FB-01' });
});
