// shadow: a candidate version that goes beside the live plans of its cycle.
import type { Json } from '../../../engine/index.ts';
import type { Client } from '../client.ts';
import { type Leaf, limitOf, limitOption } from '../leaf.ts';
import { asLines, asTable, type Shown, textAt } from '../show.ts';
import { candidateOf, candidateOptions, countsIn, verdictLines, withheldLines } from './verdicts.ts';

const path = (id: string, rest = ''): string => `/api/v1/shadows/${encodeURIComponent(id)}${rest}`;

/** With every plan that the candidate would have elsewhere, page after page. */
async function show(client: Client, report: Json): Promise<Shown> {
  const id = textAt(report, 'id');
  const withheld = withheldLines(report);
  const plans =
    withheld.length > 0 ? [] : await client.list(path(id, '/plans'), {}, Number.POSITIVE_INFINITY);
  const differing = plans.filter((plan) => textAt(plan, 'verdict') !== 'same');
  const data: Json = { ...(typeof report === 'object' && !Array.isArray(report) ? report : {}), differing };
  const endedAt = textAt(report, 'endedAt');
  const goesOn = endedAt === '–' ? 'under way' : `ended ${endedAt}`;
  const summary = `Shadow ${id} of ${textAt(report, 'cycleId')}, ${goesOn}: ${countsIn(report)}.`;
  return asLines(data, ...differing.flatMap(verdictLines), summary, ...withheld);
}

export const shadowLeaves: Leaf[] = [
  {
    verb: 'start',
    summary: 'have a candidate go beside the live plans of a cycle; nothing that it asks for is done',
    example: 'shadow start organisation-loop --candidate samples/organisation-loop.cycle.json',
    args: [['<cycle>', 'the cycle']],
    options: candidateOptions,
    run: async ({ args: [cycleId = ''], client, options, outside }) => {
      const candidate = await candidateOf({ options, outside });
      const { body } = await client.post('/api/v1/shadows', { cycleId, candidate });
      const look = `Look at it with: shadow show ${textAt(body, 'id')}`;
      return asLines(body, `Shadow ${textAt(body, 'id')} of ${cycleId}: ${countsIn(body)}.`, look);
    },
  },
  {
    verb: 'list',
    summary: 'list shadows',
    example: 'shadow list',
    options: [limitOption],
    run: async ({ client, options }) =>
      asTable(await client.list('/api/v1/shadows', {}, limitOf(options)), [
        ['ID', 'id'],
        ['CYCLE', 'cycleId'],
        ['CANDIDATE', 'candidate'],
        ['VERSION', 'version'],
        ['STARTED', 'startedAt'],
        ['ENDED', 'endedAt'],
        ['OTHERWISE', 'counts.other-outcome'],
      ]),
  },
  {
    verb: 'show',
    summary: 'show which live plans stand elsewhere than the candidate would have them, and why',
    example: 'shadow show shd_123',
    args: [['<id>', 'the shadow']],
    run: async ({ args: [id = ''], client }) => show(client, (await client.get(path(id))).body),
  },
  {
    verb: 'end',
    summary: 'end a shadow; its report stays',
    example: 'shadow end shd_123',
    args: [['<id>', 'the shadow']],
    run: async ({ args: [id = ''], client }) => show(client, (await client.post(path(id, '/end'))).body),
  },
];
