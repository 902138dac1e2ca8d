// import and server: bringing records in, and whether the server is there.
import type { Json } from '../../../engine/index.ts';
import { CommandError, exitCodes } from '../exit-codes.ts';
import { indicatorsMapping } from '../indicators-mapping.ts';
import { type Leaf, type Outside, option } from '../leaf.ts';
import { periodOf, periodOption } from '../period.ts';
import { asLines, asRecord, textAt } from '../show.ts';

async function mappingFrom(outside: Outside, given: string): Promise<unknown> {
  if (given === 'nyc') return indicatorsMapping;
  try {
    return JSON.parse(await outside.readFile(given));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new CommandError(`${given} is not JSON: ${error.message}`, exitCodes.invalid);
  }
}

const counted = (body: Json, what: string): string =>
  `${`${what}:`.padEnd(14)} ${textAt(body, `${what}.created`)} created, ${textAt(body, `${what}.changed`)} changed, ${textAt(body, `${what}.unchanged`)} unchanged`;

function problemLines(body: Json): string[] {
  const problems = typeof body === 'object' && body && !Array.isArray(body) ? body.problems : null;
  if (!Array.isArray(problems)) return [];
  return problems.map((problem) => {
    const [row, column] = [textAt(problem, 'row'), textAt(problem, 'column')];
    const place = row === '0' ? 'the file' : `row ${row}`;
    return `${place}${column === '–' ? '' : `, ${column}`}: ${textAt(problem, 'message')}`;
  });
}

export const importLeaves: Leaf[] = [
  {
    verb: 'indicators',
    summary: 'import components, goals, measures and observations from a file of indicators',
    example: 'import indicators indicators.csv --mapping nyc --period 2022-07-01..2023-06-30 --dry-run',
    args: [['<file>', 'a CSV file, or a JSON array of rows']],
    required: [
      ['--mapping <file>', 'which column gives what, as JSON; or “nyc” for New York City’s files'],
      [periodOption[0], periodOption[1]],
    ],
    options: [
      ['--under <id>', 'the component that the imported ones are put under'],
      ['--source <text>', 'where the figures come from'],
      ['--dry-run', 'report what would be imported and change nothing'],
    ],
    run: async ({ args: [file = ''], client, options, outside }) => {
      const { body } = await client.post(`/api/v1/imports${options.dryRun ? '?dryRun=true' : ''}`, {
        kind: 'indicators',
        format: file.endsWith('.json') ? 'json' : 'csv',
        content: await outside.readFile(file),
        mapping: await mappingFrom(outside, option(options, 'mapping') ?? ''),
        period: periodOf(options),
        under: option(options, 'under'),
        source: option(options, 'source'),
      });
      const problems = problemLines(body);
      if (textAt(body, 'status') === 'refused')
        throw new CommandError(
          ['Nothing was imported, because of these rows:', ...problems].join('\n'),
          exitCodes.invalid,
        );
      const title = options.dryRun ? 'This would be imported:' : 'Imported:';
      const counts = ['components', 'goals', 'measures', 'observations'].map((what) => counted(body, what));
      return asLines(body, title, ...counts, ...problems);
    },
  },
];

export const serverLeaves: Leaf[] = [
  {
    verb: 'status',
    summary: 'show whether the server can work, and which one it is',
    example: 'server status --server https://cyclewright.example.com',
    run: async ({ client }) => {
      const { body: ready } = await client.get('/readyz');
      const { body: version } = await client.get('/version');
      const data = { ready, version };
      return asRecord(data, [
        ['Status', 'ready.status'],
        ['Version', 'version.version'],
        ['Node', 'version.node'],
      ]);
    },
  },
];
