// The figures of a report for one reader: what their permissions let them see at the instant, with small groups withheld
// as on the screen.

import type { Actor } from '../access/actor.ts';
import { authorize, scopeOf } from '../access/authorize.ts';
import type { Deps } from '../deps.ts';
import { readBoard } from '../reports/boards/read-board.ts';
import { permissionOf, readView } from '../reports/boards/view.ts';
import { readRollUp } from '../reports/read-roll-up.ts';
import { makeRollUps } from '../reports/roll-up-memo.ts';
import { standingSight } from '../reports/standing-sight.ts';
import { listAttributes } from '../store/queries/attributes.ts';
import { findComponent } from '../store/queries/components.ts';
import { listCycleVersions } from '../store/queries/cycles.ts';
import type { Db } from '../store/schema.ts';
import type { ReportRow } from './compose-report.ts';
import type { ReportFilter, ReportName } from './report-names.ts';

/** What a report reads from: the cycles say which ratings are not released yet. */
export type Reading = { db: Db } & Pick<Deps, 'cycles' | 'calendars'>;

interface Wanted {
  board: ReportName;
  filter: ReportFilter;
}

const permissionFor = (board: ReportName) => (board === 'standing' ? 'reports.read' : permissionOf(board));

/** @throws ProblemError not-allowed. */
export const authorizeReport = (actor: Actor, board: ReportName) => authorize(actor, permissionFor(board));
export const mayReadReport = (actor: Actor, board: ReportName): boolean =>
  scopeOf(actor, permissionFor(board)) !== null;

async function standingRows({ db, calendars }: Reading, actor: Actor, at: string): Promise<ReportRow[]> {
  const sight = await standingSight(db, actor, authorize(actor, 'reports.read'));
  const { items } = await readRollUp(db, makeRollUps({ calendars }), { sight, reviews: new Map(), now: at });
  const ids = new Set(items.map(({ componentId }) => componentId));
  const tops = items.filter(({ parentId }) => parentId === null || !ids.has(parentId));
  const [whole] = tops;
  const parts =
    tops.length === 1 && whole ? items.filter(({ parentId }) => parentId === whole.componentId) : [];
  const byScore = parts.toSorted((a, b) => (a.score ?? Infinity) - (b.score ?? Infinity));
  return [...tops, ...byScore].map(({ componentId, name, score, coverage, measures }) => ({
    ...{ id: componentId, name, detail: null, withheld: false },
    values: {
      ...{ score, coverage, meeting: measures && measures.meets + measures.exceeds },
      notScored: measures?.notScored ?? null,
    },
  }));
}

/** An attribute may be gone since it was asked for; the first by name is told of then. */
async function stillThere(db: Db, filter: ReportFilter): Promise<ReportFilter> {
  const { attribute, ...rest } = filter;
  if (attribute === undefined) return rest;
  return (await listAttributes(db)).some(({ id }) => id === attribute) ? filter : rest;
}

export async function readReport(
  reading: Reading,
  { board, filter }: Wanted,
  { actor, at }: { actor: Actor; at: string },
): Promise<{ rows: ReportRow[]; least: number }> {
  const { db, cycles } = reading;
  if (board === 'standing') return { rows: await standingRows(reading, actor, at), least: 0 };
  const view = await readView({ db, cycles }, { actor, board, filter: await stillThere(db, filter), at });
  return { rows: await readBoard(board, view), least: view.least };
}

/** What the filter says, with the names of things. */
export async function narrowedTo(db: Db, { board, filter }: Wanted): Promise<[string, string][]> {
  const { cycleId, version, under, from, to, attribute } = filter;
  const cycle = cycleId && ((await listCycleVersions(db, cycleId)).at(-1)?.name ?? cycleId);
  const part = under && ((await findComponent(db, under))?.name ?? under);
  const asked =
    board === 'groups' &&
    attribute &&
    ((await listAttributes(db)).find(({ id }) => id === attribute)?.name ?? attribute);
  const said: [string, string | number | false | undefined][] = [
    ['Cycle', cycle],
    ['Version', version],
    ['Part of the organisation', part],
    ['Begun from', from],
    ['Begun until', to],
    ['Attribute', asked],
  ];
  return said.flatMap(([heading, value]) => (value ? [[heading, String(value)]] : []));
}
