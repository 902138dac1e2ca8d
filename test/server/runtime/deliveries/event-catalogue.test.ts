// The catalogue of events says what is sent, and the code that people copy from it tells our messages from others'.
import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { makeDeliveryWorker } from '../../../../server/runtime/deliveries/delivery-worker.ts';
import { eventSchema, outgoingTypes } from '../../../../server/runtime/deliveries/event-catalogue.ts';
import type { Post } from '../../../../server/runtime/deliveries/post.ts';
import { makeFakeScheduler } from '../../../support/fake-scheduler.ts';
import { makeOffice } from '../../../support/office.ts';
import { makeTestApp, makeTestDeps, makeTestFolder } from '../../../support/server.ts';

const cycle = {
  initial: 'plan',
  stages: {
    plan: {
      tasks: { agree: { title: 'Agree', assignee: 'owner', form: {} } },
      on: { 'task.agree.completed': [{ to: 'appraise' }] },
    },
    appraise: {
      entry: [
        { do: 'appraise' },
        { do: 'reward', title: 'A day off', key: '"day"' },
        { do: 'intervene', title: 'Support' },
        { do: 'emit', event: 'payroll.told', data: { grade: '3' } },
      ],
      on: { 'time.is.up': [{ to: 'done' }] },
    },
    done: { type: 'final' },
  },
};

test('everything that a plan sends on its way fits the schema of its type; a cycle’s own events come besides', async () => {
  const office = await makeOffice(cycle);
  const send = await office.as('ada');
  await send('POST', '/api/v1/subscriptions', { url: 'http://127.0.0.1:9/', events: ['*'] });
  await office.start('p1');
  const [task] = await office.tasksOf('pat');
  await (await office.as('pat'))('POST', `/api/v1/tasks/${task.id}/complete`, { result: {} });
  await send('POST', '/api/v1/plans/p1/events', { type: 'time.is.up' });
  const sent = await office.deps.store.read((db) =>
    db.selectFrom('deliveries').select(['eventType', 'body']).orderBy('planSeq').execute(),
  );
  const bodies = sent.map(({ body }) => JSON.parse(body));
  expect(bodies.map(({ type }) => type)).toEqual([
    'plan.started',
    'task.opened',
    'plan.moved',
    'task.completed',
    'plan.outcome',
    'reward.given',
    'intervention.started',
    'payroll.told',
    'plan.moved',
    'plan.ended',
  ]);
  for (const body of bodies) {
    const type = outgoingTypes.find((known) => known === body.type);
    if (type) expect(eventSchema(type).safeParse(body), body.type).toMatchObject({ success: true });
  }
});

test('each event of the catalogue has a sample that fits its schema, and no other event’s', async () => {
  const { send } = await makeTestApp();
  const { items } = (await send('GET', '/api/v1/event-types')).body;
  expect(items.map(({ type }: { type: string }) => type)).toEqual(outgoingTypes);
  for (const { type, sample, schema } of items) {
    for (const other of outgoingTypes)
      expect(eventSchema(other).safeParse(sample).success, `${type} as ${other}`).toBe(other === type);
    expect(schema.required).toContain('data');
  }
});

interface Message {
  secret: string;
  headers: Record<string, string>;
  body: string;
}

/** What our own worker sends for a subscription of ours, signed at the instant. */
async function ourMessage(at: string): Promise<Message> {
  const deps = await makeTestDeps();
  deps.clock.set(at);
  const { send } = await makeTestApp(undefined, deps);
  const { body: made } = await send('POST', '/api/v1/subscriptions', {
    url: 'http://127.0.0.1:9/',
    events: ['*'],
  });
  await send('POST', `/api/v1/subscriptions/${made.id}/test`, {});
  const posts: Post[] = [];
  const poster = {
    post: async (post: Post) => {
      posts.push(post);
      return { kind: 'answered' as const, status: 204, retryAfter: undefined };
    },
    close: async () => undefined,
  };
  const { scheduler } = makeFakeScheduler();
  await makeDeliveryWorker({ deps, poster, scheduler, random: () => 1 }).sendDue(at);
  const [post] = posts;
  if (!post) throw new Error('Nothing was sent.');
  return { secret: made.secret, headers: post.headers, body: post.body };
}

const samples = fileURLToPath(new URL('../../../../samples/webhooks/', import.meta.url));
const has = (program: string, ...args: string[]): boolean => spawnSync(program, args).status === 0;

interface Verifier {
  runs(): boolean;
  /** Which of the messages the sample takes. */
  verdicts(messages: Message[]): Promise<boolean[]>;
}

const python = `import json, sys
sys.dont_write_bytecode = True
sys.path.insert(0, ${JSON.stringify(samples)})
from verify import is_from_cyclewright as ok
print(json.dumps([ok(m["secret"], m["headers"], m["body"].encode()) for m in json.load(sys.stdin)]))`;

async function byShell({ secret, headers, body }: Message): Promise<boolean> {
  const cwd = await makeTestFolder();
  await writeFile(join(cwd, 'body.json'), body);
  const env = {
    PATH: process.env.PATH ?? '',
    SECRET: secret,
    ID: headers['webhook-id'] ?? '',
    TIMESTAMP: headers['webhook-timestamp'] ?? '',
    SIGNATURE: headers['webhook-signature'] ?? '',
  };
  const { stdout } = spawnSync('sh', [`${samples}verify.sh`], { cwd, env });
  return String(stdout).startsWith('from Cyclewright');
}

const verifiers: Record<string, Verifier> = {
  JavaScript: {
    runs: () => true,
    verdicts: async (messages) => {
      const { isFromCyclewright } = await import(`${samples}verify.mjs`);
      return messages.map(({ secret, headers, body }) =>
        isFromCyclewright(secret, headers, Buffer.from(body)),
      );
    },
  },
  Python: {
    runs: () => has('python3', '--version'),
    verdicts: async (messages) => {
      const { stdout, stderr } = spawnSync('python3', ['-c', python], { input: JSON.stringify(messages) });
      if (String(stderr) !== '') throw new Error(String(stderr));
      return JSON.parse(String(stdout));
    },
  },
  openssl: {
    runs: () => has('openssl', 'version') && has('sh', '-c', 'command -v od'),
    verdicts: (messages) => Promise.all(messages.map(byShell)),
  },
};

test.for(Object.entries(verifiers))(
  'the code for %s takes what we send, and nothing that was changed, is old or is signed by others',
  async ([name, { runs, verdicts }], { skip }) => {
    skip(!runs(), `${name} is not on this machine`);
    const now = new Date().toISOString();
    const message = await ourMessage(now);
    const signature = message.headers['webhook-signature'] ?? '';
    const signedAs = (text: string) => ({
      ...message,
      headers: { ...message.headers, 'webhook-signature': text },
    });
    // While a secret is changed there are two signatures.
    const ours = [message, signedAs(`v1,AAAA ${signature}`)];
    const others = [
      { ...message, body: `${message.body} ` },
      { ...message, secret: (await ourMessage(now)).secret },
      signedAs(signature.replace('v1', 'v2')),
      signedAs(''),
      await ourMessage('2026-01-05T09:00:00.000Z'),
    ];
    expect(await verdicts([...ours, ...others])).toEqual([
      ...ours.map(() => true),
      ...others.map(() => false),
    ]);
  },
);
