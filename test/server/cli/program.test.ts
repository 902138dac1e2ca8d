import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { expect, test } from 'vitest';
import { CommandError, exitCodes } from '../../../server/cli/exit-codes.ts';
import { makeProgram, runProgram } from '../../../server/cli/program.ts';
import { runLaunches } from '../../../server/runtime/launches/launch-worker.ts';
import { adminToken, makeTestSite } from '../../support/site.ts';

async function shell(files: Record<string, string> = {}) {
  const site = await makeTestSite();
  const run = async (...argv: string[]) => {
    const out: string[] = [];
    const err: string[] = [];
    const code = await runProgram(argv.includes('--token') ? argv : [...argv, '--token', adminToken], {
      out: (text) => out.push(text),
      err: (text) => err.push(text),
      fetch: async (url, init) => site.fetch(url, init),
      readFile: async (path) => {
        const text = files[path];
        if (text === undefined) throw new CommandError(`${path} cannot be read`, exitCodes.notFound);
        return text;
      },
    });
    return { code, out: out.join('\n'), err: err.join('\n') };
  };
  return { ...site, run };
}

const nothing = {
  out: () => undefined,
  err: () => undefined,
  fetch: async () => new Response(),
  readFile: async () => '',
};

test('every verb has a summary, an example that calls it, and --json', () => {
  const leaves = makeProgram(nothing).commands.flatMap((noun) =>
    noun.commands.map((verb): [string, Command] => [`${noun.name()} ${verb.name()}`, verb]),
  );
  expect(leaves.map(([name]) => name)).toEqual([
    'component list',
    'component create',
    'people list',
    'people create',
    'cycle list',
    'cycle check',
    'cycle put',
    'cycle publish',
    'cycle export-dmn',
    'cycle import-dmn',
    'cycle simulate',
    'cycle compare',
    'cycle replay',
    'cycle import',
    'cycle export',
    'import indicators',
    'launch start',
    'launch show',
    'migration rehearse',
    'migration run',
    'migration show',
    'migration undo',
    'shadow start',
    'shadow list',
    'shadow show',
    'shadow end',
    'plan list',
    'plan show',
    'plan history',
    'plan why',
    'plan send',
    'task list',
    'task complete',
    'absence list',
    'absence plan',
    'incident list',
    'incident retry',
    'incident skip',
    'delivery list',
    'delivery redeliver',
    'server status',
  ]);
  const verbs = makeProgram(nothing).commands.filter((command) => command.commands.length === 0);
  for (const [name, leaf] of [...leaves, ...verbs.map((verb): [string, Command] => [verb.name(), verb])]) {
    let help = '';
    leaf.configureOutput({ writeOut: (text) => (help += text) });
    leaf.outputHelp();
    expect(leaf.description(), name).not.toBe('');
    expect(help).toContain(`Example:\n  npm run cyclewright -- ${name}`);
    expect(leaf.options.map((option) => option.long)).toContain('--json');
  }
});

test('a component is created once, and listed as a table or as one JSON document', async () => {
  const { run } = await shell();
  const create = ['component', 'create', '--kind', 'team', '--name', 'Tree care', '--id', 'trees'];
  expect((await run(...create)).code).toBe(exitCodes.ok);
  const again = await run(...create);
  expect([again.code, again.err]).toEqual([
    exitCodes.conflict,
    expect.stringContaining('The id trees is taken'),
  ]);
  expect((await run('component', 'list')).out).toMatch(/^ID +KIND +NAME[^\n]*\ntrees +team +Tree care/);
  expect(JSON.parse((await run('component', 'list', '--json')).out).items[0].name).toBe('Tree care');
});

test('a person is created with a password that signs in', async () => {
  const { run, client } = await shell({ 'ada.txt': 'a long enough one\n' });
  const made = await run(
    ...['people', 'create', '--name', 'Ada', '--email', 'ada@example.com', '--role', 'manager', 'hr'],
    ...['--password-file', 'ada.txt'],
  );
  expect([made.code, made.out]).toEqual([0, expect.stringMatching(/ROLES: +manager, hr/)]);
  const credentials = { email: 'ada@example.com', password: 'a long enough one' };
  expect((await client().send('POST', '/api/auth/sign-in/email', { body: credentials })).status).toBe(200);
});

test('a cycle goes from a file to a published version, and a changed file to the next', async () => {
  const text = await readFile('samples/probation.cycle.json', 'utf8');
  const changed = JSON.stringify({ ...JSON.parse(text), name: 'Probation, shorter' });
  const { run } = await shell({ 'a.json': text, 'b.json': changed });
  expect((await run('cycle', 'check', 'a.json')).code).toBe(0);
  for (const [file, version] of [
    ['a.json', 1],
    ['b.json', 2],
  ] as const) {
    expect((await run('cycle', 'put', file)).code).toBe(0);
    const published = await run('cycle', 'publish', 'probation', '--json');
    expect(JSON.parse(published.out).version).toBe(version);
  }
  expect((await run('cycle', 'list')).out).toContain('Probation, shorter');
});

test('a cycle with an error is told where it is, without a server', async () => {
  const broken = {
    schema: 'cycle/1',
    id: 'x',
    name: 'X',
    initial: 'a',
    stages: { a: { on: { go: [{ to: 'b' }] } } },
  };
  const { run } = await shell({ 'x.json': JSON.stringify(broken), 'y.json': '{' });
  const checked = await run('cycle', 'check', 'x.json');
  expect([checked.code, checked.out]).toEqual([exitCodes.invalid, '']);
  expect(checked.err).toContain('/stages/a/on/go/0');
  expect((await run('cycle', 'check', 'y.json')).code).toBe(exitCodes.invalid);
  expect((await run('cycle', 'check', 'nowhere.json')).code).toBe(exitCodes.notFound);
});

test('indicators are imported after a dry run that changes nothing', async () => {
  const rows = [
    'id,agency,unit,service,goal,indicator,desiredDirection,critical,target,actual',
    '1,Parks,Care,Trees,Trees stand,Trees pruned (%),Up,Yes,80,85',
  ].join('\n');
  const { run } = await shell({ 'a.csv': rows });
  const call = ['import', 'indicators', 'a.csv', '--mapping', 'nyc', '--period', '2022-07-01..2023-06-30'];
  expect((await run(...call, '--dry-run')).out).toMatch(/would be imported:\ncomponents: +3 created/);
  expect((await run('component', 'list')).out).toBe('Nothing found.');
  expect((await run(...call)).out).toMatch(/measures: +1 created/);
  expect((await run(...call)).out).toMatch(/components: +0 created, 0 changed, 3 unchanged/);
});

test('each way to fail has its own exit code', async () => {
  const { run } = await shell();
  const codes = [
    await run('plan', 'show', 'nothing'),
    await run('component', 'create', '--kind', 'planet', '--name', 'Mars'),
    await run('component', 'list', '--token', 'wrong'),
    await run('component', 'lst'),
    await run('component', 'create', '--name', 'A'),
    await run('plan', 'send', 'p', 'x.happened', '--data', '{'),
    await run('launch', 'start', 'x', '--component', 'a', '--period', 'soon'),
  ].map(({ code }) => code);
  const { notFound, invalid, notAllowed, usage } = exitCodes;
  expect(codes).toEqual([notFound, invalid, notAllowed, usage, usage, usage, usage]);
});

test('with --json a problem is the document that the server answered', async () => {
  const { run } = await shell();
  const { err, out } = await run('plan', 'show', 'nothing', '--json');
  expect([out, JSON.parse(err).type]).toEqual(['', '/docs/problems#not-found']);
});

test('the status of the server is shown', async () => {
  const { run } = await shell();
  expect((await run('server', 'status')).out).toMatch(/^Status: +ready\nVersion: +\d/);
});

test('work is listed for whoever asks', async () => {
  const { run } = await shell();
  for (const call of ['task list', 'incident list', 'delivery list', 'plan list', 'people list'])
    expect(await run(...call.split(' '))).toEqual({ code: 0, out: 'Nothing found.', err: '' });
});

test('two cycles in files are compared in lines or as one JSON document', async () => {
  const text = await readFile(new URL('../../../samples/quarterly-okr.cycle.json', import.meta.url), 'utf8');
  const cycle = JSON.parse(text);
  const { run } = await shell({
    'old.json': text,
    'new.json': JSON.stringify({ ...cycle, name: 'OKR', on: {} }),
    'plan.json': JSON.stringify({ goals: [], measures: [] }),
    'bad.json': JSON.stringify({ ...cycle, initail: 'x' }),
  });
  const compared = await run('cycle', 'compare', 'old.json', 'new.json');
  expect([compared.code, compared.out.split('\n')]).toEqual([
    exitCodes.ok,
    [
      `wording    The cycle: the name is now “OKR” and was “${cycle.name}”.`,
      'behaviour  In every stage upon person.left: the transition to “left” was removed.',
      'behaviour  In every stage upon plan.cancelled: the transition to “cancelled” was removed.',
      '2 of behaviour, 1 of wording, 0 of layout.',
    ],
  ]);
  const { out } = await run('cycle', 'compare', 'old.json', 'new.json', '--json');
  expect(JSON.parse(out)).toMatchObject({ counts: { behaviour: 2, wording: 1, layout: 0 } });
  expect((await run('cycle', 'compare', 'old.json', 'old.json')).out).toBe('The two say the same.');
  expect((await run('cycle', 'compare', 'plan.json', 'plan.json')).out).toBe('The two say the same.');
  expect((await run('cycle', 'compare', 'old.json', 'plan.json')).code).toBe(exitCodes.invalid);
  expect((await run('cycle', 'compare', 'old.json', 'bad.json')).err).toContain('initial');
});

test('a migration is rehearsed, run and undone', async () => {
  const text = await readFile(new URL('../../../samples/quarterly-okr.cycle.json', import.meta.url), 'utf8');
  const cycle = JSON.parse(text);
  const named = text.replace('"title": "Write the objectives', '"title": "Write down the objectives');
  const { run, deps } = await shell({
    'one.json': text,
    'two.json': JSON.stringify({ ...JSON.parse(named), variables: { ...cycle.variables, extra: 1 } }),
    'map.json': JSON.stringify({ schema: 'migration/1', stages: { objectivs: 'targets' } }),
  });
  await run('component', 'create', '--kind', 'team', '--name', 'Tree care', '--id', 'trees');
  await run('cycle', 'put', 'one.json');
  await run('cycle', 'publish', cycle.id);
  await run('launch', 'start', cycle.id, '--component', 'trees');
  await runLaunches(deps);
  await run('cycle', 'put', 'two.json');
  await run('cycle', 'publish', cycle.id);

  const between = ['--cycle', cycle.id, '--from', '1', '--to', '2'];
  const why = ['--reason', 'Deeper reviews'];
  const rehearsed = await run('migration', 'rehearse', ...between);
  expect([rehearsed.code, rehearsed.out]).toEqual([
    exitCodes.ok,
    expect.stringMatching(
      /Tree care {2}moved\n[\s\S]*The variable extra changed\.\nRehearsal mig_\S+, done: 1 moved\.$/,
    ),
  ]);
  const wrong = await run('migration', 'run', ...between, ...why, '--mapping', 'map.json');
  expect([wrong.code, wrong.err]).toEqual([
    exitCodes.invalid,
    expect.stringContaining('Did you mean “objectives”?'),
  ]);
  expect(
    (await run('migration', 'run', '--cycle', cycle.id, '--from', 'one', '--to', '2', ...why)).code,
  ).toBe(exitCodes.usage);

  const migrated = JSON.parse((await run('migration', 'run', ...between, ...why, '--json')).out);
  expect(migrated).toMatchObject({
    status: 'done',
    counts: { moved: 1 },
    plans: [{ state: 'moved', revision: 2 }],
  });
  const undone = await run('migration', 'undo', migrated.id);
  expect(undone.out).toMatch(/moved {2}undone\n[\s\S]*undone: 1 moved, 1 undone\.$/);
  expect((await run('migration', 'show', migrated.id)).out).toBe(undone.out);
});
