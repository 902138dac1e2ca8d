// test: the scenarios of a cycle document in a file, without a server.
import {
  type Covered,
  type Cycle,
  type CycleTest,
  checkCycle,
  type Json,
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
  const { scenarios: _, ...without } = cycle;
  return checkCycle(without).filter(({ severity }) => severity === 'error');
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

/** @throws CommandError when it is no percentage. */
function leastMutation(options: Options): number | null {
  const text = option(options, 'minMutation');
  if (text === undefined) return null;
  const least = Number(text);
  if (text.trim() !== '' && least >= 0 && least <= 100) return least;
  throw new CommandError(`--min-mutation is a percentage from 0 to 100; this is ${text}.`, exitCodes.usage);
}

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

function mutationLines({ killed, total, score, kinds, survivors }: MutationScore): string[] {
  const byKind = kinds
    .filter((one) => one.total > 0)
    .map((one) => `${one.kind} ${one.killed} of ${one.total}`)
    .join(', ');
  return [
    `Mutants: ${killed} of ${total} noticed (${score} %): ${byKind}`,
    ...survivors.map(({ pointer, change }) => `        survives: ${pointer}: ${change}`),
  ];
}

function linesOf(file: string, test: CycleTest, least: number | null): string[] {
  const failed = test.scenarios.filter(({ passed }) => !passed).length;
  if (test.scenarios.length === 0) return [`${file} has no scenarios, so nothing was tested.`];
  const { coverage, mutation } = test;
  return [
    ...scenarioLines(test),
    '',
    `${test.scenarios.length === 1 ? '1 scenario' : `${test.scenarios.length} scenarios`}, ${failed === 0 ? 'all pass' : `${failed} failed`}.`,
    ...coverageLines('Stages', coverage.stages),
    ...coverageLines('Transitions', coverage.transitions),
    ...(coverage.rows.total === 0 ? [] : coverageLines('Rows of decision tables', coverage.rows)),
    ...(mutation ? mutationLines(mutation) : []),
    ...(mutation && least !== null && mutation.score < least
      ? [`The mutation score of ${mutation.score} % is below ${least} %.`]
      : []),
  ];
}

const toJson = (test: CycleTest): Json => JSON.parse(JSON.stringify(test));

export const testLeaf: Leaf = {
  verb: 'test',
  summary: 'run the scenarios of a cycle document in a file, without a server',
  example: 'test samples/probation.cycle.json --mutate',
  args: [['<file>', 'the cycle document']],
  options: [
    ['--mutate', 'also put small faults into the cycle and count those that no scenario notices'],
    ['--min-mutation <percent>', 'fail when fewer of them are noticed; implies --mutate'],
  ],
  run: async ({ args: [file = ''], options, outside }): Promise<Shown> => {
    const least = leastMutation(options);
    const cycle = readCycle(file, await readJson(outside, file));
    const test = testCycle(cycle, { mutate: options.mutate === true || least !== null });
    const passed = test.scenarios.every((scenario) => scenario.passed);
    const enough = least === null || test.mutation === null || test.mutation.score >= least;
    return {
      kind: 'lines',
      data: toJson(test),
      lines: linesOf(file, test, least),
      ...(passed && enough ? {} : { exitCode: exitCodes.failure }),
    };
  },
};
