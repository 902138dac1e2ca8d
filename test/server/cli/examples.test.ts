// The examples in `--help`, run as they are printed: what needs no server comes to its end, what needs one calls it
// rightly.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { expect, test } from 'vitest';
import { makeProgram, runProgram } from '../../../server/cli/program.ts';
import { adminToken, makeTestSite } from '../../support/site.ts';

const root = join(import.meta.dirname, '../../..');

const silent = { out: () => undefined, err: () => undefined, readFile: async () => '' };

const leavesIn = (command: Command): Command[] =>
  command.commands.length === 0 ? [command] : command.commands.flatMap(leavesIn);

function exampleOf(leaf: Command): string {
  let help = '';
  leaf.configureOutput({ writeOut: (text) => (help += text) });
  leaf.outputHelp();
  return /npm run cyclewright -- (.*)/.exec(help)?.[1] ?? '';
}

/** As a shell would take it, up to where its output goes. */
const wordsOf = (line: string): string[] =>
  [...line.replace(/ > \S+$/, '').matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(
    ([, single, double, plain]) => single ?? double ?? plain ?? '',
  );

const program = makeProgram({ ...silent, fetch: async () => new Response() });
const examples = leavesIn(program).map(exampleOf);

const offline = [
  'cycle check',
  'cycle compare',
  'cycle export',
  'cycle export-dmn',
  'cycle import',
  'cycle import-dmn',
  'cycle simulate',
  'decide',
  'score',
  'test',
];
const isOffline = (example: string): boolean => offline.some((name) => example.startsWith(`${name} `));

async function run(example: string) {
  const [said, asked]: [string[], string[]] = [[], []];
  const code = await runProgram([...wordsOf(example), '--token', 'a-token-for-the-server'], {
    out: (text) => said.push(text),
    err: (text) => said.push(text),
    fetch: async (url) => {
      asked.push(String(url));
      return Response.json({ items: [], nextCursor: null });
    },
    readFile: (path) => readFile(join(root, path), 'utf8'),
  });
  return { code, said: said.join('\n'), asked };
}

test.each(examples.filter(isOffline))(
  '%s',
  async (example) => {
    const { code, said, asked } = await run(example);
    expect([code, asked]).toEqual([0, []]);
    expect(said).not.toBe('');
  },
  120_000,
);

test.each(examples.filter((example) => !isOffline(example) && /samples\//.test(example)))(
  '%s finds its file and asks the server',
  async (example) => {
    expect((await run(example)).asked.length).toBeGreaterThan(0);
  },
);

test.each(['with the demonstration', 'with nothing in it'])(
  'a sample is saved and published as the help prints it, on a server %s',
  async (how) => {
    const site = await makeTestSite();
    if (how === 'with the demonstration') await site.client().send('POST', '/api/v1/setup/demo');
    const said: string[] = [];
    const at = (start: string) => examples.find((example) => example.startsWith(start)) ?? '';
    const codes = [];
    for (const example of [at('cycle put'), at('cycle publish')])
      codes.push(
        await runProgram([...wordsOf(example), '--token', adminToken], {
          out: (text) => said.push(text),
          err: (text) => said.push(text),
          fetch: async (url, init) => site.fetch(url, init),
          readFile: (path) => readFile(join(root, path), 'utf8'),
        }),
      );
    expect([codes, said.join('\n')]).toEqual([[0, 0], expect.stringMatching(/Version: +1/)]);
  },
  60_000,
);
