// score: a document from a file in, its scores on stdout, what is wrong with it on stderr.
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { CommandError, exitCodes } from '../../../server/cli/exit-codes.ts';
import { runProgram } from '../../../server/cli/program.ts';

async function score(text: string, ...options: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runProgram(['score', 'a.json', ...options], {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    fetch: async () => {
      throw new Error('Scoring a file needs no server.');
    },
    readFile: async (path) => {
      if (path === 'a.json') return text;
      throw new CommandError(`${path} cannot be read`, exitCodes.notFound);
    },
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

const sample = await readFile(new URL('../../../samples/call-centre.score.json', import.meta.url), 'utf8');
const small = (more: object = {}) =>
  JSON.stringify({
    window: { from: '2025-01-01', to: '2025-12-31' },
    components: [{ id: 'unit', kind: 'team', parentIds: [], activeFrom: '2025-01-01', activeTo: null }],
    goals: [
      { id: 'goal', componentId: 'unit', version: 1, title: 'Sell', dimension: 'quantity', priority: 1 },
    ],
    measures: [
      {
        id: 'm',
        goalId: 'goal',
        timeAggregation: 'sum',
        curve: [
          [0, 0],
          [100, 100],
        ],
      },
    ],
    observations: [
      {
        id: 'o',
        measureId: 'm',
        componentId: 'unit',
        periodStart: '2025-01-01',
        periodEnd: '2025-12-31',
        value: 110,
      },
    ],
    ...more,
  });

test('prints the nodes of the document and nothing else', async () => {
  const { code, out, err } = await score(small());
  expect(JSON.parse(out)).toEqual({
    nodes: {
      unit: {
        score: 100,
        outcome: 'meets',
        outcomeReason: null,
        coverage: 1,
        provisionalShare: 0,
        parts: [{ id: 'goal', weight: 1, score: 100, contribution: 0 }],
      },
      goal: {
        score: 100,
        outcome: 'meets',
        outcomeReason: null,
        coverage: 1,
        provisionalShare: 0,
        parts: [{ id: 'm', weight: 1, score: 100, contribution: 0 }],
      },
      m: { score: 100, outcome: 'meets', outcomeReason: null, coverage: 1, provisionalShare: 0, parts: [] },
    },
  });
  expect(code).toBe(exitCodes.ok);
  // Advice goes where it does not disturb: nobody can exceed here.
  expect(err).toMatch(/^info {4}STD-07 \/measures\/0\/curve: /);
});

test('scores the sample, with or without --json', async () => {
  const plain = await score(sample);
  expect(plain).toMatchObject({ code: exitCodes.ok, err: '' });
  expect(JSON.parse(plain.out).nodes).toMatchObject({
    'answer-well': { score: 105.3745, outcome: 'meets' },
    'call-centre': { score: 104.009, outcome: 'meets' },
  });
  expect((await score(sample, '--json')).out).toBe(plain.out);
  expect((await score(sample, '--quiet')).out).toBe('');
});

test('adds the pace when it is asked for', async () => {
  const { out } = await score(small({ today: '2025-06-30' }), '--pace');
  expect(JSON.parse(out).pace).toEqual({});
  const half = small({
    today: '2025-06-30',
    observations: [
      { measureId: 'm', periodStart: '2025-01-01', periodEnd: '2025-06-30', value: 49.5890410958904 },
    ],
  });
  expect(JSON.parse((await score(half, '--pace')).out).pace).toEqual({ m: { score: 100, elapsed: 0.4959 } });
  expect(Object.keys(JSON.parse((await score(half)).out))).toEqual(['nodes']);
});

test('adds the methods of components that are rated', async () => {
  const rated = small({
    items: [{ id: 'care', componentId: 'unit' }],
    ratings: [
      {
        id: 'r',
        itemId: 'care',
        raterId: 'boss',
        raterGroup: 'manager',
        level: 3,
        evidenceIds: [],
        version: 1,
      },
    ],
  });
  expect(JSON.parse((await score(rated)).out)).toMatchObject({
    nodes: { unit: { outcome: 'meets' } },
    methods: { unit: { score: 100, overall: { outcome: 'meets', consequence: 'none' } } },
  });
});

describe('a document that cannot be scored', () => {
  test('ends with 4 and a line for each fault, with its place', async () => {
    const { code, out, err } = await score(
      small({
        measures: [
          {
            id: 'm',
            goalId: 'goal',
            curve: [
              [5, 0],
              [5, 100],
            ],
          },
          { id: 'n', goalId: 'goal', direction: 'increase', standards: { unacceptable: 9, meets: 5 } },
        ],
      }),
    );
    expect({ code, out }).toEqual({ code: exitCodes.invalid, out: '' });
    expect(err.split('\n')).toEqual([
      'error   STD-01 /measures/0/curve: Two anchors are at 5. Keep one of them.',
      'error   STD-02 /measures/1/standards: More is better here, but “unacceptable” is 9 and “meets” is 5.',
    ]);
  });

  test('is told as one problem with --json', async () => {
    const { code, err } = await score(small({ measure: [] }), '--json');
    expect(code).toBe(exitCodes.invalid);
    expect(JSON.parse(err)).toMatchObject({
      status: 422,
      errors: [
        {
          code: 'DOC-unknown-key',
          pointer: '/measure',
          detail: 'The key "measure" is not known here. Did you mean "measures"?',
        },
      ],
    });
  });

  test('is told in sentences that are true', async () => {
    const lines = async (document: unknown) => (await score(JSON.stringify(document))).err.split('\n');
    expect(await lines([])).toEqual(['error   DOC-invalid /: This has to be an object, not a list.']);
    expect(
      await lines({
        window: { start: '2025-01-01', end: '2025-12-31' },
        components: [{ id: 7, kind: 'squad' }],
        goals: [{ id: 'goal', componentId: 'c', ownShare: 1.5, kind: 'x' }],
        measures: [
          { id: 'm', goalId: 'goal', weight: -1, curve: [] },
          { id: 'n', goalId: 'goal', weight: '12,5' },
        ],
      }),
    ).toEqual([
      'error   DOC-invalid /components/0/id: This has to be text, not 7.',
      expect.stringMatching(
        /^error {3}DOC-invalid \/components\/0\/kind: "squad" is not known here\. Use organisation, .* or other\.$/,
      ),
      'error   DOC-invalid /goals/0/ownShare: This has to be at most 1, not 1.5.',
      expect.stringContaining('/goals/0/kind: The key "kind" is not known here.'),
      'error   DOC-invalid /measures/0/weight: This has to be at least 0, not -1.',
      'error   DOC-invalid /measures/1/weight: "12,5" is not a number. Write it like 12.5.',
    ]);
  });

  test('ends with 4 when it is not JSON, as NaN and Infinity are not', async () => {
    for (const value of ['NaN', 'Infinity', '1.2.3']) {
      const { code, out, err } = await score(`${small().replace(':110', `:${value}`)}\n`);
      expect({ code, out }).toEqual({ code: exitCodes.invalid, out: '' });
      expect(err).toMatch(/^a\.json is not JSON: [^\n]+$/);
    }
    const tooLarge = await score(small().replace(':110', ':1e999'));
    expect(tooLarge).toMatchObject({ code: exitCodes.invalid, out: '' });
    expect(tooLarge.err).toContain('/observations/0/value: Infinity is not a number.');
  });
});
