// cycle: drafts, their problems and their published versions.
import { checkCycle, type Json, type Problem, parseCycle } from '../../../engine/index.ts';
import type { Client } from '../client.ts';
import { problemLine, readJson } from '../documents.ts';
import { CommandError, exitCodes } from '../exit-codes.ts';
import { type Leaf, limitOf, limitOption, option } from '../leaf.ts';
import { asLines, asRecord, asTable, textAt } from '../show.ts';
import { compareLeaf } from './compare.ts';
import { dmnLeaves } from './dmn.ts';
import { replayLeaf } from './replay.ts';
import { simulateLeaf } from './simulate.ts';

function problemsIn(document: Json): Problem[] {
  const parsed = parseCycle(document);
  return parsed.kind === 'refused' ? parsed.problems : checkCycle(parsed.cycle);
}

/** As it would be on the wire: without what is not there. */
const plainly = (problems: readonly Problem[]): Json => JSON.parse(JSON.stringify(problems));

/** The ETag of the draft, or null when there is none yet. */
async function draftEtag(client: Client, id: string): Promise<string | null> {
  try {
    return (await client.get(`/api/v1/cycles/${encodeURIComponent(id)}`)).etag;
  } catch (error) {
    if (error instanceof CommandError && error.exitCode === exitCodes.notFound) return null;
    throw error;
  }
}

export const cycleLeaves: Leaf[] = [
  {
    verb: 'list',
    summary: 'list cycles',
    example: 'cycle list',
    options: [limitOption],
    run: async ({ client, options }) =>
      asTable(await client.list('/api/v1/cycles', { checked: 'true' }, limitOf(options)), [
        ['ID', 'id'],
        ['NAME', 'name'],
        ['STAGES', 'stages'],
        ['VERSION', 'latestVersion'],
        ['CHANGED', 'changed'],
        ['ERRORS', 'errors'],
        ['ACTIVE PLANS', 'activePlans'],
      ]),
  },
  {
    verb: 'check',
    summary: 'check a cycle document in a file, without a server',
    example: 'cycle check samples/probation.cycle.json',
    args: [['<file>', 'the cycle document']],
    run: async ({ args: [file = ''], outside }) => {
      const problems = problemsIn(await readJson(outside, file));
      const errors = problems.filter((problem) => problem.severity === 'error');
      if (errors.length > 0)
        throw new CommandError(
          [`${file} has errors:`, ...problems.map(problemLine)].join('\n'),
          exitCodes.invalid,
        );
      return asLines(
        { problems: plainly(problems) },
        ...problems.map(problemLine),
        `${file} can be published.`,
      );
    },
  },
  {
    verb: 'put',
    summary: 'save a cycle document as the draft of its id',
    example: 'cycle put samples/probation.cycle.json',
    args: [['<file>', 'the cycle document']],
    run: async ({ args: [file = ''], client, outside }) => {
      const document = await readJson(outside, file);
      const id = textAt(document, 'id');
      const etag = await draftEtag(client, id);
      const condition: Record<string, string> = etag ? { 'if-match': etag } : { 'if-none-match': '*' };
      const saved = await client.put(`/api/v1/cycles/${encodeURIComponent(id)}`, document, condition);
      return asLines({ id, etag: saved.etag, created: etag === null }, `The draft of ${id} is saved.`);
    },
  },
  {
    verb: 'publish',
    summary: 'publish the draft of a cycle as a new version',
    example: 'cycle publish probation --note "Shorter appraisal"',
    args: [['<id>', 'the cycle']],
    options: [['--note <text>', 'what has changed']],
    run: async ({ args: [id = ''], client, options }) => {
      const { body } = await client.post(`/api/v1/cycles/${encodeURIComponent(id)}/publish`, {
        note: option(options, 'note'),
      });
      return asRecord(body, [
        ['Cycle', 'cycleId'],
        ['Version', 'version'],
        ['Hash', 'hash'],
        ['Published', 'publishedAt'],
      ]);
    },
  },
  ...dmnLeaves,
  simulateLeaf,
  compareLeaf,
  replayLeaf,
];
