// Holds this program's judgement against a published one. Takes a CSV with the columns of indicators and a
// column `published` (Met_Goal, Did_Not_Meet or empty), imports it for real into a store in memory, scores it,
// and prints `agreed N of M`. Exit 0 when every row agrees, 1 when one does not, 2 for a wrong call.
import { readFile } from 'node:fs/promises';
import type { Outcome, Period } from '../../engine/index.ts';
import { systemActor } from '../access/actor.ts';
import type { ImportReport } from '../imports/importing.ts';
import { readRows } from '../imports/read-rows.ts';
import { runImport } from '../imports/run-import.ts';
import { rollUpOrganisation } from '../reports/roll-up.ts';
import { systemClock, systemIds } from '../runtime/ports.ts';
import { openSqliteStore } from '../store/open-sqlite.ts';
import { readOrganisation } from '../store/queries/reports.ts';
import { indicatorsMapping } from './indicators-mapping.ts';

/** The year in review: New York City's fiscal year 2023. */
const period: Period = { start: '2022-07-01', end: '2023-06-30' };

const sideOf = (outcome: Outcome | null): string => {
  if (outcome === null) return '';
  return outcome === 'below' ? 'Did_Not_Meet' : 'Met_Goal';
};
const inWords = (side: string): string => (side === '' ? 'not scored' : side);

export interface Agreement {
  agreed: number;
  rows: number;
  disagreements: string[];
}

/** @throws when the file is refused, with every row's problem. */
async function importAndScore(content: string): Promise<Map<string, Outcome | null>> {
  const store = await openSqliteStore(':memory:');
  try {
    const given = {
      kind: 'indicators' as const,
      format: 'csv' as const,
      content,
      mapping: indicatorsMapping,
      period,
      source: 'verify:indicators',
    };
    const report: ImportReport = await runImport(
      { store, clock: systemClock, ids: systemIds },
      { given, actorId: systemActor.id, dryRun: false },
    );
    if (report.status === 'refused') {
      const lines = report.problems.map(
        (problem) => `row ${problem.row}, ${problem.column}: ${problem.message}`,
      );
      throw new Error(`The file was refused and nothing was imported.\n${lines.join('\n')}`);
    }
    const scored = await store.read(async (db) =>
      rollUpOrganisation(await readOrganisation(db, period), { period, at: systemClock.now() }),
    );
    const measures = scored.flatMap(({ score }) => score.goals.flatMap((goal) => goal.measures));
    return new Map(measures.map((measure) => [measure.measureId, measure.outcome]));
  } finally {
    await store.close();
  }
}

/** Compares the outcome of every indicator of the CSV with what its row says was published. */
export async function compareWithPublished(content: string): Promise<Agreement> {
  const outcomes = await importAndScore(content);
  const read = readRows('csv', content);
  const rows = read.kind === 'read' ? read.rows : [];
  const disagreements = rows.flatMap((row) => {
    const outcome = outcomes.get(`ind-${row.id}`);
    const ours = outcome === undefined ? 'not imported' : inWords(sideOf(outcome));
    const theirs = inWords(row.published ?? '');
    return ours === theirs
      ? []
      : [`indicator ${row.id} (${row.indicator}): here ${ours}, published ${theirs}`];
  });
  return { agreed: rows.length - disagreements.length, rows: rows.length, disagreements };
}

async function main(file: string | undefined): Promise<number> {
  if (!file) {
    console.error('Name the file: npm run verify:indicators -- FILE.csv');
    return 2;
  }
  const { agreed, rows, disagreements } = await compareWithPublished(await readFile(file, 'utf8'));
  for (const line of disagreements) console.log(line);
  console.log(`agreed ${agreed} of ${rows}`);
  return agreed === rows && rows > 0 ? 0 : 1;
}

if (import.meta.main) {
  process.exitCode = await main(process.argv[2]).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  });
}
