// /reports: what the figures say, of what the reader may see.
import { createRoute } from '@hono/zod-openapi';
import type { Actor } from '../access/actor.ts';
import { authorize } from '../access/authorize.ts';
import type { Deps } from '../deps.ts';
import { answers, createRouter } from '../http/router.ts';
import { leastFor } from '../reports/boards/view.ts';
import type { Books } from '../reports/books.ts';
import { countedFor } from '../reports/counted-for.ts';
import { countOutcomes } from '../reports/outcomes.ts';
import { readRollUp } from '../reports/read-roll-up.ts';
import { rollUpFile } from '../reports/roll-up-file.ts';
import { stageCounts } from '../reports/stage-counts.ts';
import { standingSight } from '../reports/standing-sight.ts';
import { tellCounts, tellOutcomes, tellTimes } from '../reports/tell-groups.ts';
import { underReviewFrom } from '../runtime/ratings/rating-sight.ts';
import { countPlanOutcomes } from '../store/queries/plan-outcomes.ts';
import type { Within } from '../store/queries/plans-within.ts';
import { countLateAt, countPlansAt } from '../store/queries/stage-counts.ts';
import type { Db } from '../store/schema.ts';
import { fileHeaders } from './file-headers.ts';
import { z } from './wire/common.ts';
import { outcomeReportWire, rollUpWire, stageCountsWire, stageTimesWire } from './wire/reports.ts';

const tags = ['Reports'];
const rollUpQuery = z.object({
  start: z.iso.date().optional(),
  end: z.iso.date().optional(),
  /** Only this component and its parts. */
  at: z.string().max(200).optional(),
  /** true: only what stands at the top and the level below it. */
  top: z.enum(['true', 'false']).optional(),
});
const rollUp = createRoute({
  method: 'get',
  path: '/roll-up',
  operationId: 'reportRollUp',
  tags,
  request: { query: rollUpQuery },
  responses: answers(200, 'The score of every component, from its measures up', rollUpWire),
});
const rollUpAsFile = createRoute({
  method: 'get',
  path: '/roll-up/csv',
  operationId: 'reportRollUpAsCsv',
  tags,
  description:
    'The same rows with the same ones withheld. Cells that a spreadsheet would run begin with an apostrophe.',
  request: { query: rollUpQuery },
  responses: {
    ...answers(200, 'The roll-up as a file', z.string()),
    200: { description: 'The roll-up as a file', content: { 'text/csv': { schema: z.string() } } },
  },
});
const outcomes = createRoute({
  method: 'get',
  path: '/outcomes',
  operationId: 'reportOutcomes',
  tags,
  responses: answers(200, 'Outcomes of the plans that have one, by kind of component', outcomeReportWire),
});
const times = createRoute({
  method: 'get',
  path: '/stage-times',
  operationId: 'reportStageTimes',
  tags,
  responses: answers(200, 'How long plans stay in each stage', stageTimesWire),
});

const counts = createRoute({
  method: 'get',
  path: '/stage-counts',
  operationId: 'reportStageCounts',
  tags,
  request: { query: z.object({ cycleId: z.string(), version: z.coerce.number().int().min(1) }) },
  responses: answers(200, 'How many plans of a version are in each stage', stageCountsWire),
});

const idsOf = (visible: ReadonlySet<string> | 'all') => (visible === 'all' ? 'all' : [...visible]);

/** Of whatever cycle, and whenever they began. */
async function allCounted(deps: Deps, db: Db, actor: Actor): Promise<Within> {
  const scope = authorize(actor, 'reports.read');
  const { visible, except } = await countedFor(deps, db, { actor, scope });
  return { componentIds: idsOf(visible), except };
}

export function reports(deps: Deps, { rollUps, stays }: Pick<Books, 'rollUps' | 'stays'>) {
  const rolledUp = (actor: Actor, wanted: z.infer<typeof rollUpQuery>) => {
    const scope = authorize(actor, 'reports.read');
    return deps.store.read(async (db) => {
      const sight = await standingSight(db, actor, scope);
      const reviews = await underReviewFrom(deps, db, actor);
      return readRollUp(db, rollUps, { sight, reviews, now: deps.clock.now(), ...wanted });
    });
  };
  return createRouter()
    .openapi(rollUp, async (c) => c.json(await rolledUp(c.var.actor, c.req.valid('query')), 200))
    .openapi(rollUpAsFile, async (c) => {
      const report = await rolledUp(c.var.actor, c.req.valid('query'));
      const headers = await fileHeaders(deps, { name: 'standing', at: report.asOf, reader: c.var.actor });
      return c.body(rollUpFile(report), 200, headers);
    })
    .openapi(outcomes, async (c) => {
      const counts = await deps.store.read(async (db) =>
        countPlanOutcomes(db, await allCounted(deps, db, c.var.actor)),
      );
      return c.json({ items: tellOutcomes(countOutcomes(counts), leastFor(c.var.actor)) }, 200);
    })
    .openapi(counts, async (c) => {
      const scope = authorize(c.var.actor, 'reports.read');
      const report = await deps.store.read(async (db) => {
        const { visible, except, isApart } = await countedFor(deps, db, { actor: c.var.actor, scope });
        const wanted = { ...c.req.valid('query'), visible, except: new Set(except) };
        const late = await countLateAt(db, wanted, deps.clock.now());
        const told = tellCounts(stageCounts(await countPlansAt(db, wanted), late), leastFor(c.var.actor));
        return { ...told, isApart };
      });
      return c.json(report, 200);
    })
    .openapi(times, async (c) => {
      const found = await deps.store.read(async (db) =>
        stays.times(db, await allCounted(deps, db, c.var.actor)),
      );
      return c.json(tellTimes(found, leastFor(c.var.actor)), 200);
    });
}
