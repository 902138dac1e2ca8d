// Commands that work on a file by themselves: the scenarios of a cycle, and its simulation.
import { expect, test } from 'vitest';
import { CommandError, exitCodes } from '../../../server/cli/exit-codes.ts';
import { runProgram } from '../../../server/cli/program.ts';
import { sampleText } from '../../support/sample-cycles.ts';

const cycle = {
  schema: 'cycle/1',
  id: 'yearly',
  name: 'Yearly',
  initial: 'review',
  stages: {
    review: {
      kind: 'appraise',
      tasks: {
        agree: {
          title: 'Agree the year',
          assignee: 'manager',
          form: 'plan-agreement',
          due: '5bd',
          escalate: [{ after: '3bd', to: 'role:hr' }],
        },
      },
      on: {
        'task.agree.completed': [{ to: 'done', guard: 'result.decision = "agreed"' }, { to: 'stopped' }],
      },
    },
    done: { type: 'final', outcome: 'met' },
    stopped: { type: 'final', outcome: 'stopped' },
  },
};
const passing = {
  name: 'The year is agreed',
  when: [{ complete: 'agree', result: { decision: 'agreed' } }],
  then: { ending: 'met' },
};
const failing = { ...passing, name: 'The year is not agreed', then: { stage: 'stopped' } };

async function run(files: Record<string, unknown>, ...argv: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runProgram(argv, {
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    fetch: async () => {
      throw new Error('A command on a file asks no server.');
    },
    readFile: async (path) => {
      const file = files[path];
      if (file === undefined) throw new CommandError(`${path} cannot be read`, exitCodes.notFound);
      return typeof file === 'string' ? file : JSON.stringify(file);
    },
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

const withScenarios = (...scenarios: object[]) => ({ 'c.json': { ...cycle, scenarios } });

test('test tells of every scenario, of what none goes through and of the faults that none notices', async () => {
  const { code, out, err } = await run(withScenarios(passing), 'test', 'c.json');
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain(
    'Mutants: 2 of 9 noticed (22.2 %): target 1 of 2, day 0 of 4, guard 0 of 1, outcome 1 of 2',
  );
  expect(out).toContain('survives: /stages/review/tasks/agree/due: 6bd instead of 5bd');
  const json = JSON.parse((await run(withScenarios(passing), 'test', 'c.json', '--json')).out);
  expect(json.mutation).toMatchObject({ total: 9, untried: 0, killed: 2, score: 22.2 });
});

test('test runs the scenarios alone with --no-mutate', async () => {
  const { code, out, err } = await run(withScenarios(passing), 'test', 'c.json', '--no-mutate');
  expect([code, err]).toEqual([0, '']);
  expect(out).toBe(
    [
      'ok      The year is agreed',
      '',
      '1 scenario, all pass.',
      'Stages: 2 of 3 (66 %)',
      '        not covered: /stages/stopped',
      'Transitions: 1 of 2 (50 %)',
      '        not covered: /stages/review/on/task.agree.completed/1',
    ].join('\n'),
  );
});

test('test fails with 1 when a scenario does, says where, and prints the report all the same', async () => {
  const files = withScenarios(passing, failing);
  const { code, out, err } = await run(files, 'test', 'c.json', '--quiet');
  expect([code, err]).toEqual([1, '']);
  expect(out).toContain('FAILED  The year is not agreed');
  expect(out).toContain('/scenarios/1/then/stage: The plan should be in stopped; it is in done.');
  expect(out).toContain('Mutants: none tried, since a scenario fails without them.');
  const json = JSON.parse((await run(files, 'test', 'c.json', '--json')).out);
  expect(json.scenarios).toMatchObject([
    { name: 'The year is agreed', passed: true, failures: [] },
    { passed: false, failures: [{ code: 'SCN-04', pointer: '/scenarios/1/then/stage' }] },
  ]);
  expect(json).toMatchObject({ coverage: { stages: { covered: 2, total: 3 } }, mutation: null });
});

test('test fails when fewer of the small faults are noticed than --min-mutation asks for', async () => {
  const files = withScenarios(passing);
  const low = await run(files, 'test', 'c.json', '--min-mutation', '20');
  const high = await run(files, 'test', 'c.json', '--min-mutation', '50');
  expect([low.code, high.code]).toEqual([0, 1]);
  expect(high.out).toContain('The mutation score of 22.2 % is below 50 %.');
  const json = JSON.parse((await run(files, 'test', 'c.json', '--mutate', '--json')).out);
  expect(json.mutation).toMatchObject({ total: 9, killed: 2, score: 22.2 });
  expect(json.mutation.survivors).toHaveLength(7);
  expect((await run(files, 'test', 'c.json', '--min-mutation', 'half')).code).toBe(exitCodes.usage);
  const both = await run(files, 'test', 'c.json', '--min-mutation', '50', '--no-mutate');
  expect([both.code, both.err]).toEqual([
    exitCodes.usage,
    '--min-mutation counts mutants and --no-mutate tries none: choose one.',
  ]);
});

test('test fails for want of scenarios when --min-mutation asks for any', async () => {
  const { code, out } = await run({ 'c.json': cycle }, 'test', 'c.json', '--min-mutation', '50');
  expect([code, out]).toEqual([
    1,
    'c.json has no scenarios, so nothing was tested. --min-mutation asks for 50 %.',
  ]);
});

test('test says when there is nothing to test', async () => {
  const { code, out } = await run({ 'c.json': cycle }, 'test', 'c.json');
  expect([code, out]).toEqual([0, 'c.json has no scenarios, so nothing was tested.']);
});

test('test does not run what is not valid: exit 4 with a line for each fault', async () => {
  const broken = { ...cycle, initial: 'gone', scenarios: [passing] };
  const nameless = { ...cycle, scenarios: [{ ...passing, then: { stage: 'dnoe' } }] };
  const files = { 'broken.json': broken, 'nameless.json': nameless, 'text.json': '{' };
  const codes = async (...argv: string[]) => (await run(files, 'test', ...argv)).code;
  expect(await codes('broken.json')).toBe(4);
  expect(await codes('text.json')).toBe(4);
  expect(await codes('missing.json')).toBe(3);
  const { code, err } = await run(files, 'test', 'nameless.json', '--json');
  expect(code).toBe(4);
  expect(JSON.parse(err)).toMatchObject({
    errors: [
      { code: 'SCN-02', pointer: '/scenarios/0/then/stage', detail: expect.stringContaining('"done"') },
    ],
  });
});

test('cycle simulate gives the same for the same seed, as text and as one document', async () => {
  const files = { 'c.json': sampleText('quarterly-okr.cycle.json') };
  const simulate = (...more: string[]) => run(files, 'cycle', 'simulate', 'c.json', '--plans', '40', ...more);
  const first = await simulate('--json');
  expect(first.code).toBe(0);
  expect(JSON.parse(first.out)).toMatchObject({ cycleId: 'quarterly-okr', plans: 40, ended: 40, seed: 1 });
  expect((await simulate('--json')).out).toBe(first.out);
  expect((await simulate('--json', '--seed', '2')).out).not.toBe(first.out);
  const text = (await simulate()).out;
  expect(text).toContain('40 plans, 40 ended, 0 unfinished, 0 failed;');
  expect(text).toMatch(/Ends reviewed: 100\.0 % \(91\.2 to 100\.0\)/);
  expect(text).toMatch(/Stage grading: reached by 100\.0 %/);
});

test('cycle simulate takes assumptions from a file and refuses what is not one', async () => {
  const assume = { results: { kind: 'shares', below: 1, meets: 0, exceeds: 0 } };
  const files = {
    'c.json': sampleText('quarterly-okr.cycle.json'),
    'a.json': assume,
    'b.json': { results: { kind: 'shares', below: 2, meets: 0, exceeds: 0 } },
  };
  const simulate = (...more: string[]) => run(files, 'cycle', 'simulate', 'c.json', '--plans', '20', ...more);
  const { out } = await simulate('--assumptions', 'a.json', '--json');
  expect(JSON.parse(out).outcomes).toMatchObject([{ outcome: 'below', count: 20 }]);
  const wrong = await simulate('--assumptions', 'b.json');
  expect([wrong.code, wrong.err.includes('/results/below')]).toEqual([4, true]);
  expect((await simulate('--plans', 'many')).code).toBe(exitCodes.usage);
  expect((await simulate('--assumptions', 'b.json')).err.split('\n').slice(0, 2)).toEqual([
    'b.json is not valid:',
    '/results/below: This has to be at most 1, not 2.',
  ]);
  expect((await simulate('--seed', '-1')).code).toBe(exitCodes.usage);
  expect((await simulate('--start', 'today')).code).toBe(exitCodes.usage);
});
