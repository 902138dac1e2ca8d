// The README's examples are run as they stand.
import { readFile } from 'node:fs/promises';
import { serve } from '@hono/node-server';
import { Webhook } from 'standardwebhooks';
import { expect, onTestFinished, test } from 'vitest';
import { checkCycle, parseCycle } from '../../engine/index.ts';
import { makeProgram } from '../../server/cli/program.ts';
import { configurationTable } from '../../server/config.ts';
import { startNextChunk } from '../../server/runtime/launches/launch-worker.ts';
import { makeTestApp } from '../support/server.ts';

const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8');

function example(name: string): string {
  const block = new RegExp(`<!-- example: ${name} -->\\n\`\`\`\\w+\\n([\\s\\S]*?)\`\`\``).exec(readme)?.[1];
  if (!block) throw new Error(`The README has no example “${name}”.`);
  return block;
}

const AsyncFunction = Object.getPrototypeOf(async () => undefined).constructor;

/** The test app behind a socket; the address of its root. */
async function listen(app: Awaited<ReturnType<typeof makeTestApp>>['app']): Promise<string> {
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      resolve(`http://127.0.0.1:${port}`),
    );
    onTestFinished(() => new Promise<void>((done) => server.close(() => done())));
  });
}

test('the cycle in ten lines is a sound cycle of ten lines', () => {
  const text = example('cycle');
  const parsed = parseCycle(JSON.parse(text));
  if (parsed.kind !== 'parsed') throw new Error(JSON.stringify(parsed.problems));
  expect(checkCycle(parsed.cycle).filter((problem) => problem.severity === 'error')).toEqual([]);
  expect(text.trim().split('\n')).toHaveLength(10);
});

test('the API example publishes the cycle, launches it and records an observation', async () => {
  const { app, deps, send } = await makeTestApp();
  const code = example('api').replaceAll('http://localhost:3000', await listen(app));
  await new AsyncFunction('cycle', code)(JSON.parse(example('cycle')));
  while (await startNextChunk(deps)) {}
  const { items } = (await send('GET', '/api/v1/plans')).body;
  expect(items).toMatchObject([
    { componentId: 'parks', cycleId: 'short-loop', stage: ['plan'], status: 'active' },
  ]);
  expect((await send('GET', '/api/v1/observations?measureId=rated-clean')).body.items).toHaveLength(1);
});

test('the receiver example takes a message that is signed and refuses one that is not', () => {
  const code = example('receiver')
    .replace(/^import.*$/m, '')
    .replace('export function', 'return function');
  const receive = new Function('Webhook', code)(Webhook);
  const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
  const body = JSON.stringify({ type: 'plan.outcome', subject: 'plan/1' });
  const at = new Date();
  const headers = {
    'webhook-id': 'msg_1',
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(secret).sign('msg_1', at, body),
  };
  expect(receive(body, headers, secret)).toBe('plan.outcome of plan/1');
  expect(() => receive(body.replace('1', '2'), headers, secret)).toThrow();
});

test('the configuration table names every setting with its flag, its variable and its default', () => {
  const table = /<!-- configuration -->\n([\s\S]*?)<!-- \/configuration -->/.exec(readme)?.[1];
  expect(table).toBe(configurationTable());
});

test('the table of commands names every verb of the command line', () => {
  const table = /<!-- commands -->\n([\s\S]*?)<!-- \/commands -->/.exec(readme)?.[1];
  const unused = () => {
    throw new Error('Nothing is run here.');
  };
  const program = makeProgram({ out: unused, err: unused, readFile: unused, fetch: unused });
  const rows = program.commands.map((command) => {
    const verbs = command.commands.map((leaf) => `\`${leaf.name()}\``).join(' ') || '`FILE`';
    return `| \`${command.name()}\` | ${verbs} | ${command.description()} |\n`;
  });
  expect(table).toBe(`| | | |\n|---|---|---|\n${rows.join('')}`);
});
