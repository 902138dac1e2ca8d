// decide, and the decisions of cycles as DMN files, on the command line.
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { CommandError, exitCodes } from '../../../server/cli/exit-codes.ts';
import { runProgram } from '../../../server/cli/program.ts';

const definitions = (body: string): string =>
  `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" name="m" namespace="n">${body}</definitions>`;

const joining = definitions(`
  <inputData id="i" name="Joined On"><variable name="Joined On" typeRef="date"/></inputData>
  <decision id="d1" name="Probation Ends"><variable name="Probation Ends" typeRef="date"/>
    <informationRequirement><requiredInput href="#i"/></informationRequirement>
    <literalExpression><text>Joined On + duration("P90D")</text></literalExpression></decision>
  <decision id="d2" name="Share"><literalExpression><text>0.1 + 0.2</text></literalExpression></decision>`);

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

test('prints one JSON object with every decision, with and without --json', async () => {
  const files = { 'a.dmn': joining };
  const input = JSON.stringify({ 'Joined On': '2026-01-05' });
  for (const flags of [[], ['--json']]) {
    const { code, out, err } = await run(files, 'decide', 'a.dmn', '--input', input, ...flags);
    expect([code, JSON.parse(out), err]).toEqual([0, { 'Probation Ends': '2026-04-05', Share: 0.3 }, '']);
  }
});

test('gives null for what has no input, and says why beside it', async () => {
  const { code, out, err } = await run(
    { 'a.dmn': joining },
    'decide',
    'a.dmn',
    '--input',
    '{"Joined On":"soon"}',
  );
  expect([code, JSON.parse(out)]).toEqual([0, { 'Probation Ends': null, Share: 0.3 }]);
  expect(err).toContain('The input "Joined On" does not fit date, so it is null.');
  expect((await run({ 'a.dmn': joining }, 'decide', 'a.dmn')).code).toBe(0);
});

test('prints every digit of a number, at any depth', async () => {
  const xml = definitions(`
    <decision id="d1" name="Large"><literalExpression><text>12345678901234567890 + 1</text></literalExpression></decision>
    <decision id="d2" name="Third"><literalExpression><text>1 / 3</text></literalExpression></decision>
    <decision id="d3" name="Within"><literalExpression><text>{ "a \\"b\\"": [0.12345678901234567890, [], {}, -0, null, "x", true] }</text></literalExpression></decision>
    <decision id="d4" name="Test"><literalExpression><text>[1..2]</text></literalExpression></decision>`);
  const { code, out, err } = await run({ 'a.dmn': xml }, 'decide', 'a.dmn');
  expect(code).toBe(0);
  expect(out).toBe(`{
  "Large": 12345678901234567891,
  "Third": 0.3333333333333333333333333333333333,
  "Within": {
    "a \\"b\\"": [
      0.1234567890123456789,
      [],
      {},
      0,
      null,
      "x",
      true
    ]
  },
  "Test": null
}`);
  expect(err).toBe('note    Test gives a range, which JSON does not have, so it is null here.');
});

test('tells of a given number with more digits than are read', async () => {
  const xml = definitions(`<inputData id="i" name="x"><variable name="x" typeRef="number"/></inputData>
    <decision id="d" name="Same"><literalExpression><text>x</text></literalExpression></decision>`);
  const { out, err } = await run(
    { 'a.dmn': xml },
    'decide',
    'a.dmn',
    '--input',
    '{"x": 12345678901234567891}',
  );
  expect(JSON.parse(out)).toEqual({ Same: 12345678901234567000 });
  expect(err).toBe(
    'note    The number 12345678901234567891 in --input has more digits than are read: it is taken as 12345678901234567000.',
  );
});

const dated = definitions(`
  <inputData id="i" name="Born On"><variable name="Born On" typeRef="date"/></inputData>
  <decision id="d1" name="Age"><informationRequirement><requiredInput href="#i"/></informationRequirement>
    <literalExpression><text>years and months duration(Born On, today()).years</text></literalExpression></decision>
  <decision id="d2" name="Asked At"><literalExpression><text>now()</text></literalExpression></decision>`);

test('warnings about the model are notes, and so are inputs that it does not have', async () => {
  const xml = definitions(`<inputData id="i" name="Score"><variable name="Score" typeRef="numbr"/></inputData>
    <decision id="d" name="Twice"><literalExpression><text>Score * 2</text></literalExpression></decision>`);
  const { code, out, err } = await run(
    { 'a.dmn': xml },
    'decide',
    'a.dmn',
    '--input',
    '{"Score":2,"Socre":3}',
  );
  expect([code, JSON.parse(out)]).toEqual([0, { Twice: 4 }]);
  expect(err.split('\n')).toEqual([
    'note    DEC-01 /inputs/Score/type: There is no type "numbr". Did you mean "number"?',
    'note    The input "Socre" is not one of the model\'s. These are: Score. Did you mean "Score"?',
  ]);
});

test.each([
  ['Europe/Berlin', { Age: 18, 'Asked At': '2026-01-05T00:30:00+01:00' }],
  ['UTC', { Age: 17, 'Asked At': '2026-01-04T23:30:00Z' }],
])('today() and now() are those of the instant and of the zone %s', async (zone, values) => {
  const flags = ['--at', '2026-01-04T23:30:00Z', '--zone', zone, '--input', '{"Born On":"2008-01-05"}'];
  const { code, out, err } = await run({ 'a.dmn': dated }, 'decide', 'a.dmn', ...flags);
  expect([code, JSON.parse(out), err]).toEqual([0, values, '']);
});

test('without an instant it is now', async () => {
  const before = Date.now();
  const { out } = await run({ 'a.dmn': dated }, 'decide', 'a.dmn');
  const asked = Date.parse(JSON.parse(out)['Asked At']);
  expect(asked).toBeGreaterThanOrEqual(before);
  expect(asked).toBeLessThanOrEqual(Date.now());
});

test.each([
  ['no XML', 'DEC-10'],
  [definitions('<decision id="a" name="a"/>'), 'DEC-11'],
  [
    definitions(
      '<decision id="a" name="a"><literalExpression><text>1 +</text></literalExpression></decision>',
    ),
    'DEC-03',
  ],
  [
    definitions(
      '<decision id="a" name="a"><informationRequirement><requiredDecision href="#a"/></informationRequirement><literalExpression><text>1</text></literalExpression></decision>',
    ),
    'DEC-02',
  ],
])('ends with 4 and a problem for an invalid model: %s', async (xml, problem) => {
  const { code, out, err } = await run({ 'a.dmn': xml }, 'decide', 'a.dmn');
  expect([code, out]).toEqual([exitCodes.invalid, '']);
  expect(err).toContain(problem);
});

test.each([
  [['--input', '{'], exitCodes.usage, '--input cannot be used'],
  [['--input', '[1]'], exitCodes.usage, 'it has to be an object'],
  [['--at', 'noon'], exitCodes.usage, '--at cannot be used'],
  [['--zone', 'Moon/Sea'], exitCodes.usage, '--zone cannot be used'],
  [['--inptu', '{}'], exitCodes.usage, 'Did you mean --input?'],
])('a wrong call ends with words: %j', async (flags, code, words) => {
  const ended = await run({ 'a.dmn': joining }, 'decide', 'a.dmn', ...flags);
  expect([ended.code, ended.out]).toEqual([code, '']);
  expect(ended.err).toContain(words);
});

test('a file that is not there ends with 3', async () => {
  expect((await run({}, 'decide', 'a.dmn')).code).toBe(exitCodes.notFound);
});

test('the decisions of a cycle go to a DMN file and back, and are decided there', async () => {
  const cycle = await readFile('samples/organisation-loop.cycle.json', 'utf8');
  const exported = await run({ 'loop.json': cycle }, 'cycle', 'export-dmn', 'loop.json');
  expect(exported.code).toBe(0);
  const files = { 'loop.json': cycle, 'loop.dmn': exported.out };
  const input = JSON.stringify({ outcome: 'exceeds', methods: 'below' });
  const decided = await run(files, 'decide', 'loop.dmn', '--input', input);
  expect(JSON.parse(decided.out)).toEqual({ consequence: 'plan the methods' });
  const imported = await run(files, 'cycle', 'import-dmn', 'loop.json', 'loop.dmn');
  expect(`${imported.out}\n`).toBe(cycle);
});

test('decisions that a cycle cannot take are refused with their place', async () => {
  const body = '<decision id="a" name="a/b"><literalExpression><text>1</text></literalExpression></decision>';
  const files = {
    'loop.json': await readFile('samples/probation.cycle.json', 'utf8'),
    'a.dmn': definitions(body),
  };
  const { code, err } = await run(files, 'cycle', 'import-dmn', 'loop.json', 'a.dmn');
  expect(code).toBe(exitCodes.invalid);
  expect(err).toContain('DEC-13 /decisions/a~1b');
  expect(err).toContain('A cycle cannot have the name "a/b": it may have letters, digits and _,');
  expect(err).toContain('Call it "a b" in the DMN file.');
});

test('decisions go into a cycle by the names of their variables', async () => {
  const xml = definitions(`<decision id="s" name="Is it fine?"><variable name="fine"/>
      <literalExpression><text>1 > 0</text></literalExpression></decision>
    <decision id="d" name="Share"><informationRequirement><requiredDecision href="#s"/></informationRequirement>
      <literalExpression><text>if fine then 1 else 0</text></literalExpression></decision>`);
  const files = { 'loop.json': await readFile('samples/probation.cycle.json', 'utf8'), 'a.dmn': xml };
  const { code, out, err } = await run(files, 'cycle', 'import-dmn', 'loop.json', 'a.dmn');
  expect([code, err]).toEqual([0, '']);
  expect(JSON.parse(out).decisions).toMatchObject({ fine: { name: 'Is it fine?' }, Share: {} });
});

test('a cycle that the decisions make faulty is printed, and ends with 4', async () => {
  const xml = definitions(
    '<decision id="a" name="a"><literalExpression><text>nobody + 1</text></literalExpression></decision>',
  );
  const files = { 'loop.json': await readFile('samples/probation.cycle.json', 'utf8'), 'a.dmn': xml };
  const { code, out, err } = await run(files, 'cycle', 'import-dmn', 'loop.json', 'a.dmn');
  expect(code).toBe(exitCodes.invalid);
  expect(err).toContain('There is no name "nobody" here.');
  expect(JSON.parse(out).decisions).toHaveProperty('a');
});
