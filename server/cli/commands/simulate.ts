// cycle simulate: a cycle document in a file rehearsed over a made organisation, without a server.
import {
  assumptionsSchema,
  type Cycle,
  checkCycle,
  type Estimate,
  type Json,
  makeOrganisation,
  parseCycle,
  type SimulationResult,
  type Spread,
  simulate,
  simulationOptionsSchema,
} from '../../../engine/index.ts';
import { problemLine, readJson } from '../documents.ts';
import { CommandError, exitCodes } from '../exit-codes.ts';
import { type Leaf, type Options, option } from '../leaf.ts';
import type { Shown } from '../show.ts';

const MOST_PLANS = 1_000_000;

function wholeNumber(
  options: Options,
  name: string,
  flag: string,
  { least, most }: { least: number; most: number },
) {
  const text = option(options, name);
  if (text === undefined) return undefined;
  const value = Number(text);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new CommandError(
    `${flag} is a whole number from ${least} to ${most}; this is ${text}.`,
    exitCodes.usage,
  );
}

function readCycle(file: string, document: Json): Cycle {
  const parsed = parseCycle(document);
  const problems =
    parsed.kind === 'refused'
      ? parsed.problems
      : checkCycle(parsed.cycle).filter(({ severity }) => severity === 'error');
  if (parsed.kind === 'parsed' && problems.length === 0) return parsed.cycle;
  throw new CommandError(
    [`${file} is not valid:`, ...problems.map(problemLine)].join('\n'),
    exitCodes.invalid,
  );
}

async function readAssumptions({ assumptions }: Options, read: (file: string) => Promise<Json>) {
  if (typeof assumptions !== 'string') return undefined;
  const parsed = assumptionsSchema.safeParse(await read(assumptions));
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map(({ path, message }) => `/${path.map(String).join('/')}: ${message}`);
  throw new CommandError([`${assumptions} is not valid:`, ...issues].join('\n'), exitCodes.invalid);
}

const interval = ({ value, low, high }: Estimate, unit = ''): string => `${value}${unit} (${low} to ${high})`;
const percent = ({ value, low, high }: Estimate): string => {
  const of100 = (share: number): string => (share * 100).toFixed(1);
  return `${of100(value)} % (${of100(low)} to ${of100(high)})`;
};
const spread = (values: Spread | null, unit = ''): string =>
  values === null
    ? 'none'
    : `mean ${interval(values.mean, unit)}, middle ${interval(values.median, unit)}, most ${values.max}${unit}`;

function planLines(result: SimulationResult): string[] {
  const { plans, ended, unfinished, failed, failure, steps, days, rounds, breached, seed } = result;
  return [
    `${plans} plans, ${ended} ended, ${unfinished} unfinished, ${failed} failed; ${steps} steps; seed ${seed}.`,
    ...(failure === null ? [] : [`The first failure: ${failure}`]),
    `Days to the end: ${spread(days)}`,
    `Rounds: ${spread(rounds)}`,
    `Plans with a task that was late: ${percent(breached.share)}`,
  ];
}

function loadLines({ load }: SimulationResult): string[] {
  return [
    `Weeks of ${load.managers} managers: ${spread(load.tasksPerWeek)} tasks`,
    `  above ${load.limit} minutes: ${percent(load.overloaded.share)}`,
    ...load.flagged
      .slice(0, 10)
      .map(
        ({ person, week, tasks, minutes }) =>
          `  overloaded: ${person} in ${week}, ${tasks} tasks, ${minutes} minutes`,
      ),
    ...(load.flaggedCount > 10 ? [`  and ${load.flaggedCount - 10} more weeks of somebody`] : []),
  ];
}

function linesOf(result: SimulationResult): string[] {
  return [
    ...planLines(result),
    '',
    ...result.endings.map(({ ending, share }) => `Ends ${ending ?? 'without an outcome'}: ${percent(share)}`),
    ...result.outcomes.map(({ outcome, share }) => `Outcome ${outcome ?? 'not scored'}: ${percent(share)}`),
    '',
    ...result.stages.map(
      ({ stage, reached, days }) =>
        `Stage ${stage}: reached by ${percent(reached.share)}; days ${days === null ? 'none' : interval(days.mean)}`,
    ),
    '',
    ...result.tasks.map(
      ({ task, opened, completed, late, refused }) =>
        `Task ${task}: ${opened} opened, ${completed} completed, late ${percent(late.share)}${refused > 0 ? `, ${refused} results refused` : ''}`,
    ),
    '',
    ...loadLines(result),
  ];
}

export const simulateLeaf: Leaf = {
  verb: 'simulate',
  summary: 'rehearse a cycle document in a file with many plans, without a server',
  example: 'cycle simulate samples/organisation-loop.cycle.json --plans 1000 --seed 7',
  args: [['<file>', 'the cycle document']],
  options: [
    ['--plans <n>', 'components of a made organisation, each with one plan (default 1000)'],
    ['--span <n>', 'parts of a component, in the middle (default 7)'],
    ['--seed <n>', 'the same seed gives the same result (default 1)'],
    ['--start <instant>', 'when the plans start (default 2026-01-05T09:00:00Z)'],
    ['--assumptions <file>', 'how long people take, what they choose, how work turns out'],
  ],
  run: async ({ args: [file = ''], options, outside }): Promise<Shown> => {
    const seed = wholeNumber(options, 'seed', '--seed', { least: 0, most: 4_294_967_295 }) ?? 1;
    const components = wholeNumber(options, 'plans', '--plans', { least: 1, most: MOST_PLANS }) ?? 1_000;
    const span = wholeNumber(options, 'span', '--span', { least: 1, most: 100 });
    const cycle = readCycle(file, await readJson(outside, file));
    const assumptions = await readAssumptions(options, (path) => readJson(outside, path));
    const result = simulate({
      cycle,
      organisation: makeOrganisation({ components, span }, seed),
      options: { seed, startAt: startOf(options), assumptions },
    });
    return { kind: 'lines', data: JSON.parse(JSON.stringify(result)), lines: linesOf(result) };
  },
};

function startOf(options: Options): string | undefined {
  const text = option(options, 'start');
  if (text === undefined) return undefined;
  const parsed = simulationOptionsSchema.shape.startAt.safeParse(text);
  if (parsed.success) return text;
  throw new CommandError(
    `--start is an instant such as 2026-01-05T09:00:00Z; this is ${text}.`,
    exitCodes.usage,
  );
}
