// cycle replay: finished plans run through another version of their cycle.
import type { Json } from '../../../engine/index.ts';
import { type Leaf, option } from '../leaf.ts';
import { periodOf, periodOption } from '../period.ts';
import { asLines, textAt } from '../show.ts';
import { candidateOf, candidateOptions, countsIn, verdictLines, withheldLines } from './verdicts.ts';

const plansIn = (report: Json): Json[] =>
  typeof report === 'object' && report !== null && !Array.isArray(report) && Array.isArray(report.plans)
    ? report.plans
    : [];

export const replayLeaf: Leaf = {
  verb: 'replay',
  summary: 'show which finished plans would have ended otherwise under another version, and why',
  example: 'cycle replay organisation-loop --candidate samples/organisation-loop.cycle.json',
  args: [['<id>', 'the cycle']],
  options: [
    ...candidateOptions,
    ['--launch <id>', 'only plans of this launch'],
    [periodOption[0], 'only plans of launches whose period lies within'],
  ],
  run: async ({ args: [id = ''], client, options, outside }) => {
    const { body } = await client.post(`/api/v1/cycles/${encodeURIComponent(id)}/replay`, {
      candidate: await candidateOf({ options, outside }),
      plans: { launchId: option(options, 'launch'), period: periodOf(options) },
    });
    const others = plansIn(body).filter((plan) => textAt(plan, 'verdict') !== 'same');
    return asLines(
      body,
      ...others.flatMap(verdictLines),
      `${textAt(body, 'counts.total')} plans: ${countsIn(body)}.`,
      ...withheldLines(body),
    );
  },
};
