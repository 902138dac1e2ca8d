// test: the scenarios of a cycle document in a file, without a server.
import {
  type Covered,
  type Cycle,
  type CycleTest,
  checkCycle,
  type Json,
  type Mutants,
  type MutationScore,
  type Problem,
  parseCycle,
  scenarioFaults,
  structuralFaults,
  testCycle,
} from '../../../engine/index.ts';
import { problemLine, readJson } from '../documents.ts';
import { CommandError, exitCodes } from '../exit-codes.ts';
import { type Leaf, type Options, option } from '../leaf.ts';
import type { Shown } from '../show.ts';

/** What keeps scenarios from being run; what they find themselves is their report. */
function faultsIn(cycle: Cycle): Problem[] {
  const faults = [...structuralFaults(cycle), ...scenarioFaults(cycle)];
  if (faults.length > 0) return faults;
  return checkCycle(cycle, { scenarios: false }).filter(({ severity }) => severity === 'error');
}

function readCycle(file: string, document: Json): Cycle {
  const parsed = parseCycle(document);
  const problems = parsed.kind === 'refused' ? parsed.problems : faultsIn(parsed.cycle);
  if (parsed.kind === 'parsed' && problems.length === 0) return parsed.cycle;
  const errors = problems.map(({ code, pointer, message }) => ({ code, pointer, detail: message }));
  throw new CommandError(
    [`${file} is not valid:`, ...problems.map(problemLine)].join('\n'),
    exitCodes.invalid,
    {
      type: 'about:blank',
      title: 'The cycle is not valid',
      status: 422,
      detail: `${file} has ${problems.length === 1 ? 'a fault' : `${problems.length} faults`}; no scenario was run.`,
      errors,
    },
  );
}

interface Asked {
  mutants: Mutants;
  /** In per cent. */
  least: number | null;
}

/** @throws CommandError when it is no percentage. */
function leastMutation(options: Options): number | null {
  const text = option(options, 'minMutation');
  if (text === undefined) return null;
  const least = Number(text);
  if (text.trim() !== '' && least >= 0 && least <= 100) return least;
  throw new CommandError(`--min-mutation is a percentage from 0 to 100; this is ${text}.`, exitCodes.usage);
}

function askedIn(options: Options): Asked {
  const least = leastMutation(options);
  if (options.mutate === false && least !== null)
    throw new CommandError(
      '--min-mutation counts mutants and --no-mutate tries none: choose one.',
      exitCodes.usage,
    );
  if (options.mutate === false) return { mutants: 'none', least };
  return { mutants: options.mutate === true || least !== null ? 'all' : 'some', least };
}

/** Where there are no scenarios nothing notices anything. */
const isEnough = ({ mutation }: CycleTest, { least }: Asked): boolean =>
  least === null || (mutation?.score ?? 0) >= least;

const scenarioLines = ({ scenarios }: CycleTest): string[] =>
  scenarios.flatMap(({ name, passed, failures }) => [
    `${passed ? 'ok    ' : 'FAILED'}  ${name}`,
    ...failures.map(({ pointer, message }) => `        ${pointer}: ${message}`),
  ]);

const share = (covered: number, total: number): string =>
  `${covered} of ${total}${total === 0 ? '' : ` (${Math.floor((covered / total) * 100)} %)`}`;

const coverageLines = (what: string, { covered, total, uncovered }: Covered): string[] => [
  `${what}: ${share(covered, total)}`,
  ...uncovered.map((pointer) => `        not covered: ${pointer}`),
];

function mutationLines({ killed, total, untried, score, kinds, survivors }: MutationScore): string[] {
  const byKind = kinds
    .filter((one) => one.total > 0)
    .map((one) => `${one.kind} ${one.killed} of ${one.total}`)
    .join(', ');
  return [
    `Mutants: ${killed} of ${total} noticed (${score} %): ${byKind}`,
    ...(untried > 0 ? [`        not tried: ${untried} more; --mutate tries every one`] : []),
    ...survivors.map(({ pointer, change }) => `        survives: ${pointer}: ${change}`),
  ];
}

/** What the mutants tell, or why they tell nothing. */
function noticed({ mutation }: CycleTest, { mutants, failed, least }: Asked & { failed: number }): string[] {
  if (mutants === 'none') return [];
  if (failed > 0) return ['Mutants: none tried, since a scenario fails without them.'];
  if (!mutation) return [];
  const low = least !== null && mutation.score < least;
  return [
    ...mutationLines(mutation),
    ...(low ? [`The mutation score of ${mutation.score} % is below ${least} %.`] : []),
  ];
}

function linesOf(file: string, test: CycleTest, asked: Asked): string[] {
  if (test.scenarios.length === 0) {
    const short = isEnough(test, asked) ? '' : ` --min-mutation asks for ${asked.least} %.`;
    return [`${file} has no scenarios, so nothing was tested.${short}`];
  }
  const failed = test.scenarios.filter(({ passed }) => !passed).length;
  const { coverage } = test;
  return [
    ...scenarioLines(test),
    '',
    `${test.scenarios.length === 1 ? '1 scenario' : `${test.scenarios.length} scenarios`}, ${failed === 0 ? 'all pass' : `${failed} failed`}.`,
    ...coverageLines('Stages', coverage.stages),
    ...coverageLines('Transitions', coverage.transitions),
    ...(coverage.rows.total === 0 ? [] : coverageLines('Rows of decision tables', coverage.rows)),
    ...noticed(test, { ...asked, failed }),
  ];
}

const toJson = (test: CycleTest): Json => JSON.parse(JSON.stringify(test));

export const testLeaf: Leaf = {
  verb: 'test',
  summary: 'run the scenarios of a cycle document in a file, without a server',
  example: 'test samples/probation.cycle.json --min-mutation 90',
  args: [['<file>', 'the cycle document']],
  options: [
    ['--mutate', 'put every small fault into the cycle that there is, however many a large one has'],
    ['--no-mutate', 'put none in: only run the scenarios'],
    ['--min-mutation <percent>', 'fail when fewer of all the faults are noticed'],
  ],
  run: async ({ args: [file = ''], options, outside }): Promise<Shown> => {
    const asked = askedIn(options);
    const cycle = readCycle(file, await readJson(outside, file));
    const test = testCycle(cycle, asked);
    const passed = test.scenarios.every((scenario) => scenario.passed);
    return {
      kind: 'lines',
      data: toJson(test),
      lines: linesOf(file, test, asked),
      ...(passed && isEnough(test, asked) ? {} : { exitCode: exitCodes.failure }),
    };
  },
};
