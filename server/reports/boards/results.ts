// How plans and goals came out, which methods go with results, and how often components are told something. Pure.
import { dimensions, formSchemas, type Outcome, outcomes } from '../../../engine/index.ts';
import type { FinalRating } from '../../runtime/calibration/final-ratings.ts';
import type { GoalCount } from '../../store/queries/goal-outcomes.ts';
import type { OutcomeCount } from '../../store/queries/plan-outcomes.ts';
import { countOutcomes } from '../outcomes.ts';
import { type BoardRow, rounded, row } from './board.ts';
import type { Places } from './places.ts';

export const outcomeRows = (counts: readonly OutcomeCount[]): BoardRow[] =>
  countOutcomes(counts).map(({ kind, ...counts }) => row(kind, counts, { drill: { kind, status: 'all' } }));

const countEach = (given: readonly (Outcome | null)[]) => ({
  exceeds: given.filter((one) => one === 'exceeds').length,
  meets: given.filter((one) => one === 'meets').length,
  below: given.filter((one) => one === 'below').length,
});

type Pair = Record<'results' | 'methods', Outcome>;

/** The whole as it stands in the end; goal by goal, where nothing was asked of the whole. */
export function pairsOf({ results, methods, goals }: Rating): Pair[] {
  if (results !== null) return methods === null ? [] : [{ results, methods }];
  const read = formSchemas.appraisal.shape.goals.safeParse(JSON.parse(goals ?? '[]'));
  return (read.data ?? []).flatMap((goal) =>
    goal.results === null ? [] : [{ results: goal.results, methods: goal.methods }],
  );
}

type Rating = Pick<FinalRating, 'results' | 'methods' | 'goals'>;

/** A line for each way of working, best first. */
export function methodsRows(ratings: readonly Rating[]): BoardRow[] {
  const pairs = ratings.flatMap(pairsOf);
  return outcomes.toReversed().flatMap((methods) => {
    const given = pairs.filter((pair) => pair.methods === methods).map(({ results }) => results);
    return given.length === 0 ? [] : [row(methods, countEach(given), { drill: { methods, status: 'all' } })];
  });
}

const NO_DIMENSION = 'none';

/** Goals of plans as they were last appraised, by their dimension. */
export function goalRows(counts: readonly GoalCount[]): BoardRow[] {
  const groups = Map.groupBy(counts, ({ dimension }) => dimension ?? NO_DIMENSION);
  return [...dimensions, NO_DIMENSION].flatMap((dimension) => {
    const own = groups.get(dimension);
    if (!own) return [];
    const having = (outcome: Outcome | null) => own.find((one) => one.outcome === outcome)?.count ?? 0;
    return [
      row(
        dimension,
        {
          exceeds: having('exceeds'),
          meets: having('meets'),
          below: having('below'),
          notScored: having(null),
        },
        { drill: { dimension, status: 'all' } },
      ),
    ];
  });
}

interface Told {
  componentIds: readonly string[];
  /** How often each was told something. */
  times: ReadonlyMap<string, number>;
  places: Places;
  under?: string | undefined;
}

/** By unit: how many of its components were told something, least first. */
export function feedbackRows({ componentIds, times, places, under }: Told): BoardRow[] {
  const units = Map.groupBy(componentIds, (id) => places.unitOf(id, under)?.id ?? id);
  const rows = [...units].map(([unitId, ids]) => {
    const heard = ids.filter((id) => times.has(id)).length;
    const given = ids.reduce((sum, id) => sum + (times.get(id) ?? 0), 0);
    return row(
      unitId,
      { components: ids.length, heard, given, share: rounded(heard / ids.length) },
      {
        name: places.chainOf(unitId)[0]?.name ?? null,
        drill: { ...places.narrowedTo(unitId, under), status: 'all' },
      },
    );
  });
  return rows.sort(
    (a, b) =>
      (a.values.share ?? 0) - (b.values.share ?? 0) || (a.name ?? '').localeCompare(b.name ?? '', 'en'),
  );
}
