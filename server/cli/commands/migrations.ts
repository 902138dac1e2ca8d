// migration: plans taken from one version of their cycle to another.
import type { Json } from '../../../engine/index.ts';
import type { Client } from '../client.ts';
import { readJson } from '../documents.ts';
import { CommandError, exitCodes } from '../exit-codes.ts';
import { type Leaf, option, type Run } from '../leaf.ts';
import { asLines, type Shown, textAt } from '../show.ts';

const path = (id: string, rest = ''): string => `/api/v1/migrations/${encodeURIComponent(id)}${rest}`;

const countNames: [key: string, words: string][] = [
  ['unchanged', 'unchanged'],
  ['moved', 'moved'],
  ['needs-decision', 'in need of a decision'],
  ['blocked', 'blocked'],
  ['left', 'left in their version'],
  ['gone', 'gone meanwhile'],
  ['failed', 'failed'],
  ['waiting', 'still to come'],
  ['undone', 'undone'],
  ['kept', 'not undone'],
];

function summary(report: Json): string {
  const counts = countNames
    .map(([key, words]) => [textAt(report, `counts.${key}`), words])
    .filter(([count]) => count !== '0')
    .map(([count, words]) => `${count} ${words}`);
  const what = textAt(report, 'dryRun') === 'true' ? 'Rehearsal' : 'Migration';
  return `${what} ${textAt(report, 'id')}, ${textAt(report, 'status')}: ${counts.join(', ') || 'no plan follows that version'}.`;
}

const linesOf = (plan: Json): string[] => {
  const lines = typeof plan === 'object' && plan !== null && 'lines' in plan ? plan.lines : [];
  const problem = textAt(plan, 'undo.problem');
  return [...(Array.isArray(lines) ? lines.map(String) : []), ...(problem === '–' ? [] : [problem])];
};

function describePlan(plan: Json): string[] {
  const undo = textAt(plan, 'undo.state');
  const head = [textAt(plan, 'planId'), textAt(plan, 'componentName'), textAt(plan, 'state')];
  return [[...head, ...(undo === '–' ? [] : [undo])].join('  '), ...linesOf(plan).map((line) => `  ${line}`)];
}

/** Every plan of the migration, page after page. */
async function show(client: Client, report: Json): Promise<Shown> {
  const plans = await client.list(path(textAt(report, 'id'), '/results'), {}, Number.POSITIVE_INFINITY);
  const data: Json = { ...(typeof report === 'object' && !Array.isArray(report) ? report : {}), plans };
  const goesOn = ['running', 'undoing'].includes(textAt(report, 'status'))
    ? [`It goes on by itself; look again with: migration show ${textAt(report, 'id')}`]
    : [];
  return asLines(data, ...plans.flatMap(describePlan), summary(report), ...goesOn);
}

function versionOf(options: Run['options'], name: 'from' | 'to'): number {
  const version = Number(option(options, name));
  if (Number.isInteger(version) && version > 0) return version;
  throw new CommandError(`--${name} takes the number of a version, such as 2.`, exitCodes.usage);
}

const start =
  (dryRun: boolean) =>
  async ({ client, options, outside }: Run): Promise<Shown> => {
    const file = option(options, 'mapping');
    const { body } = await client.post('/api/v1/migrations', {
      cycleId: option(options, 'cycle'),
      from: versionOf(options, 'from'),
      to: versionOf(options, 'to'),
      mapping: file === undefined ? undefined : await readJson(outside, file),
      dryRun,
      ...(dryRun ? {} : { reason: option(options, 'reason') }),
    });
    return show(client, body);
  };

const between: Pick<Leaf, 'required' | 'options'> = {
  required: [
    ['--cycle <id>', 'the cycle'],
    ['--from <n>', 'the version that the plans follow'],
    ['--to <n>', 'the version that they shall follow'],
  ],
  options: [['--mapping <file>', 'the mapping document, schema migration/1']],
};

export const migrationLeaves: Leaf[] = [
  {
    verb: 'rehearse',
    summary: 'show what would become of each plan, and change nothing',
    example: 'migration rehearse --cycle organisation-loop --from 1 --to 2',
    ...between,
    run: start(true),
  },
  {
    verb: 'run',
    summary: 'take the plans of one version to another',
    example:
      "migration run --cycle organisation-loop --from 1 --to 2 --mapping mapping.json --reason 'Shorter reviews'",
    ...between,
    required: [
      ...(between.required ?? []),
      ['--reason <text>', 'why; it stands in the history of each plan'],
    ],
    run: start(false),
  },
  {
    verb: 'show',
    summary: 'show what became of each plan of a migration',
    example: 'migration show mig_123',
    args: [['<id>', 'the migration']],
    run: async ({ args: [id = ''], client }) => show(client, (await client.get(path(id))).body),
  },
  {
    verb: 'undo',
    summary: 'take a migration back, for all plans that have not moved since',
    example: 'migration undo mig_123',
    args: [['<id>', 'the migration']],
    run: async ({ args: [id = ''], client }) => show(client, (await client.post(path(id, '/undo'))).body),
  },
];
