// cycle import and cycle export as a person at a terminal sees them: by files, without any server.
import { expect, test } from 'vitest';
import { formatCycle, importScxml, importXState } from '../../../engine/index.ts';
import { CommandError, exitCodes } from '../../../server/cli/exit-codes.ts';
import { runProgram } from '../../../server/cli/program.ts';
import { readCycle, sampleText } from '../../support/sample-cycles.ts';

async function run(files: Record<string, string>, ...argv: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runProgram(argv, {
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    fetch: () => Promise.reject(new Error('No server is asked.')),
    readFile: async (path) => {
      const text = files[path];
      if (text === undefined) throw new CommandError(`${path} cannot be read`, exitCodes.notFound);
      return text;
    },
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

const scxml = (inside: string) =>
  `<scxml xmlns="http://www.w3.org/2005/07/scxml" version="1.0">${inside}</scxml>`;
const sample = 'samples/probation.cycle.json';
const files = { [sample]: sampleText('probation.cycle.json') };

test('an SCXML document is printed as a cycle, and what was passed over goes to stderr', async () => {
  const chart = scxml(
    '<state id="Open"><transition event="go" target="done"/><x:y xmlns:x="urn:x"/></state><final id="done"/>',
  );
  const { code, out, err } = await run(
    { 'charts/My Review.scxml': chart },
    'cycle',
    'import',
    'charts/My Review.scxml',
  );
  expect(code).toBe(exitCodes.ok);
  expect(JSON.parse(out)).toEqual({
    schema: 'cycle/1',
    id: 'my-review',
    name: 'my-review',
    initial: 'open',
    stages: { open: { name: 'Open', on: { 'go.*': [{ to: 'done' }] } }, done: { type: 'final' } },
  });
  expect(err).toBe('info    SCXML-element line 1: <x:y> in <scxml:state> is not read.');
});

test('an XML document is known by its content, a machine by being JSON', async () => {
  const machine = JSON.stringify({
    id: 'door',
    initial: 'open',
    states: { open: { on: { close: 'shut' } }, shut: {} },
  });
  expect(JSON.parse((await run({ a: scxml('<state id="s"/>') }, 'cycle', 'import', 'a')).out).stages).toEqual(
    { s: {} },
  );
  expect(
    JSON.parse((await run({ 'm.json': machine }, 'cycle', 'import', 'm.json', '--json')).out),
  ).toMatchObject({
    id: 'door',
    stages: { open: { on: { close: [{ to: 'shut' }] } } },
  });
});

test('files that a chart refers to are read from beside it and from nowhere else', async () => {
  const chart = (src: string) =>
    scxml(
      `<datamodel><data id="n"/></datamodel><state id="a"><onentry><script src="${src}"/></onentry></state>`,
    );
  const script = { 'charts/set.js': 'n = 5', 'secret.js': 'n = 6' };
  const near = await run(
    { ...script, 'charts/a.scxml': chart('set.js') },
    'cycle',
    'import',
    'charts/a.scxml',
  );
  expect(JSON.parse(near.out).stages.a.entry).toEqual([{ do: 'set', variable: 'n', value: '5' }]);
  for (const src of ['../secret.js', '/secret.js', 'file:secret.js']) {
    const far = await run(
      { ...script, '/secret.js': 'n = 7', 'charts/a.scxml': chart(src) },
      'cycle',
      'import',
      'charts/a.scxml',
    );
    expect([far.code, far.err]).toEqual([
      exitCodes.invalid,
      `charts/a.scxml cannot be read as a cycle:\nerror   SCXML-src line 1: The script "${src}" is not there. Put it into the document.`,
    ]);
  }
});

test('what cannot be read is refused with each problem', async () => {
  const { code, out, err } = await run(
    { 'a.scxml': scxml('<state id="a"><invoke/></state>') },
    'cycle',
    'import',
    'a.scxml',
  );
  expect([code, out]).toEqual([exitCodes.invalid, '']);
  expect(err).toBe(
    'a.scxml cannot be read as a cycle:\nerror   SCXML-invoke line 1: Nothing is invoked from a cycle. Start another cycle with an action instead.',
  );
});

test('a cycle is written as SCXML and as a machine that are read back as they were', async () => {
  const cycle = formatCycle(readCycle('probation.cycle.json'));
  const asScxml = importScxml((await run(files, 'cycle', 'export', sample, '--format', 'scxml')).out);
  expect(asScxml.kind === 'imported' && formatCycle(asScxml.cycle)).toBe(cycle);
  const asMachine = importXState((await run(files, 'cycle', 'export', sample, '--format', 'xstate')).out);
  expect(asMachine.kind === 'imported' && formatCycle(asMachine.cycle)).toBe(cycle);
});

test('a diagram has no problems, a document has those that others will have with it', async () => {
  const diagram = await run(files, 'cycle', 'export', sample, '--format', 'mermaid');
  expect([diagram.code, diagram.err, diagram.out.split('\n')[0]]).toEqual([
    exitCodes.ok,
    '',
    'stateDiagram-v2',
  ]);
  const document = await run(files, 'cycle', 'export', sample, '--format', 'scxml');
  expect(document.err.split('\n')).toHaveLength(21);
  expect(document.err).toMatch(/… and \d+ more; --json lists all\.$/);
  const json = JSON.parse((await run(files, 'cycle', 'export', sample, '--format', 'scxml', '--json')).out);
  expect(json.problems.length).toBeGreaterThan(20);
  expect(json.text).toBe(`${document.out}\n`);
});

test('a wrong format or a document that is no cycle is said to be one', async () => {
  const format = await run(files, 'cycle', 'export', sample, '--format', 'bpmn');
  expect([format.code, format.err]).toEqual([
    exitCodes.usage,
    '--format is one of scxml, xstate, mermaid, not "bpmn".',
  ]);
  const unsound = JSON.stringify({ schema: 'cycle/1', id: 'x', name: 'X', initial: 'b', stages: { a: {} } });
  const cycle = await run({ 'x.json': unsound }, 'cycle', 'export', 'x.json', '--format', 'mermaid');
  expect([cycle.code, cycle.err]).toEqual([
    exitCodes.invalid,
    'x.json is no cycle:\nDOC-initial /initial: The initial stage "b" is not one of the stages directly inside.',
  ]);
});
