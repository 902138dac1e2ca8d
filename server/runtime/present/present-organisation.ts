// The organisation line by line, each line with how it stands today; of another day there is no standing.
import type { z } from '@hono/zod-openapi';
import type { Actor } from '../../access/actor.ts';
import { authorize } from '../../access/authorize.ts';
import type { Deps } from '../../deps.ts';
import { askedFor, nextCursor } from '../../http/pages.ts';
import type { RollUps } from '../../reports/roll-up-memo.ts';
import { readStandings, type Standings } from '../../reports/standings.ts';
import { beforeOf } from '../../routes/day-after.ts';
import type {
  branchQuery,
  findQuery,
  summaryWire,
  tableQuery,
} from '../../routes/wire/organisation-lines.ts';
import {
  type ComponentLine,
  countLines,
  type LineSort,
  listKinds,
  listParts,
  listTop,
  listWithAbove,
  pageLines,
} from '../../store/queries/organisation-lines.ts';
import { readFiscalYearStart } from '../../store/queries/settings.ts';
import { organisationDay } from '../../store/queries/zones.ts';
import type { Db } from '../../store/schema.ts';

export interface Looking {
  deps: Pick<Deps, 'store' | 'clock'>;
  rollUps: RollUps;
  actor: Actor;
}
type Asked<Schema extends z.ZodType> = z.output<Schema>;

/** Of another day there is nothing that could be withheld. */
const withStanding = (lines: readonly ComponentLine[], standings: Standings | null, asOf?: string) =>
  lines.map((line) => ({
    ...line,
    standing: standings?.of.get(line.id) ?? null,
    withheld: asOf === undefined && !standings?.isTold(line.id),
  }));

/** Reads what everybody may read, with the standings that this reader may. */
function look<Found>(
  { deps, rollUps, actor }: Looking,
  asOf: string | undefined,
  read: (db: Db, standings: Standings | null) => Promise<Found>,
): Promise<Found> {
  authorize(actor, 'organisation.read');
  return deps.store.read(async (db) =>
    read(db, asOf === undefined ? await readStandings(db, rollUps, { actor, at: deps.clock.now() }) : null),
  );
}

export const readBranch = (looking: Looking, { parentId, asOf }: Asked<typeof branchQuery>) =>
  look(looking, asOf, async (db, standings) => {
    const before = await beforeOf(db, asOf);
    const lines = await (parentId === undefined ? listTop(db, before) : listParts(db, before, parentId));
    return { items: withStanding(lines, standings, asOf) };
  });

const filterOf = async (
  db: Db,
  { q, vacant, asOf }: Pick<Asked<typeof findQuery>, 'q' | 'vacant' | 'asOf'>,
) => ({
  ...{ q, isVacant: vacant === 'true', before: await beforeOf(db, asOf) },
});

export const searchLines = (looking: Looking, { cursor, limit, ...asked }: Asked<typeof findQuery>) =>
  look(looking, asked.asOf, async (db, standings) => {
    const filter = await filterOf(db, asked);
    const page = { ...askedFor<LineSort>({ sort: 'name', cursor, limit }), scores: new Map() };
    const found = await pageLines(db, filter, page);
    const fits = found.map(({ id }) => id);
    return {
      items: withStanding(await listWithAbove(db, filter.before, fits), standings, asked.asOf),
      fits,
      nextCursor: nextCursor(found, limit, (last) => [last.sortedBy, last.id]),
      ...(asked.count === 'true' && { count: await countLines(db, filter) }),
    };
  });

const scoresOf = (standings: Standings | null): ReadonlyMap<string, number> =>
  new Map(
    [...(standings?.of ?? [])].flatMap(([id, { score }]): [string, number][] =>
      score === null ? [] : [[id, score]],
    ),
  );

export const tableOfLines = (looking: Looking, asked: Asked<typeof tableQuery>) =>
  look(looking, asked.asOf, async (db, standings) => {
    const filter = await filterOf(db, asked);
    const page = { ...askedFor<LineSort>(asked, ['score']), scores: scoresOf(standings) };
    const found = await pageLines(db, filter, page);
    return {
      items: withStanding(
        found.map(({ sortedBy: _, ...line }) => line),
        standings,
        asked.asOf,
      ),
      nextCursor: nextCursor(found, asked.limit, (last) => [last.sortedBy, last.id]),
      ...(asked.count === 'true' && { count: await countLines(db, filter) }),
    };
  });

export const summarise = (looking: Looking, asOf: string | undefined): Promise<Asked<typeof summaryWire>> =>
  look(looking, asOf, async (db, standings) => {
    const before = await beforeOf(db, asOf);
    return {
      components: await countLines(db, { isVacant: false, before }),
      vacant: await countLines(db, { isVacant: true, before }),
      kinds: await listKinds(db, before),
      period: standings?.period ?? null,
      today: await organisationDay(db, looking.deps.clock.now()),
      fiscalYearStart: await readFiscalYearStart(db),
    };
  });
