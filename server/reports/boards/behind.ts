// Which plans are behind a cell of a board, and how much of what it counts each of them has: found by the same functions
// that count the cell, so that the list is what it says.
import { type Outcome, outcomes } from '../../../engine/index.ts';
import type { Deps } from '../../deps.ts';
import { finalRatings } from '../../runtime/calibration/final-ratings.ts';
import { listTold } from '../../runtime/calibration/list-told.ts';
import { listGiven, listJudgedScores } from '../../store/queries/given.ts';
import { countGoalsOfPlans } from '../../store/queries/goal-outcomes.ts';
import { isPlanWithin, type Within } from '../../store/queries/plans-within.ts';
import type { Db } from '../../store/schema.ts';
import { cameAfter, giftKey } from './effects.ts';
import { pairsOf } from './results.ts';

export const afterwards = ['any', 'better', 'same', 'worse', 'unknown'] as const;

export interface AskedCell {
  methods?: Outcome | undefined;
  results?: Outcome | undefined;
  dimension?: string | undefined;
  goalOutcome?: Outcome | 'none' | undefined;
  /** As the board of effects calls the line. */
  given?: string | undefined;
  after?: (typeof afterwards)[number] | undefined;
}

/** By plan: how many ratings, goals, interventions or rewards of it the cell counts. */
type Counted = ReadonlyMap<string, number>;

const tally = (planIds: readonly string[]): Counted =>
  new Map([...Map.groupBy(planIds, (id) => id)].map(([id, all]) => [id, all.length]));

interface Looking {
  ports: Pick<Deps, 'cycles'>;
  db: Db;
  /** Only what is asked about is counted: a part of the organisation is a part of the time. */
  within: Within;
}

async function ratingsBehind(
  { ports, db, within }: Looking,
  { methods, results }: AskedCell,
): Promise<Counted> {
  const fits = (asked: Outcome | undefined, one: Outcome) => asked === undefined || asked === one;
  const ratings = finalRatings(await listTold(ports, db, isPlanWithin(within)));
  return tally(
    ratings.flatMap((rating) =>
      pairsOf(rating)
        .filter((pair) => fits(methods, pair.methods) && fits(results, pair.results))
        .map(() => rating.planId),
    ),
  );
}

async function givenBehind({ db, within }: Looking, { given, after }: AskedCell): Promise<Counted> {
  const all = (await listGiven(db, within)).filter((one) => given === undefined || giftKey(one) === given);
  if (after === undefined) return tally(all.map(({ planId }) => planId));
  const judged = await listJudgedScores(db, new Set(all.map(({ planId }) => planId)));
  const judgedOf = Map.groupBy(judged, ({ planId }) => planId);
  const came = all.filter((one) => {
    const { verdict } = cameAfter(one, judgedOf.get(one.planId) ?? []);
    return after === 'any' ? verdict !== null : verdict === after;
  });
  return tally(came.map(({ planId }) => planId));
}

/** Of each board that the address narrows by, its own; none: it narrows by no cell. */
export async function countedBehind(looking: Looking, asked: AskedCell): Promise<Counted[]> {
  const found: Counted[] = [];
  const { methods, results, dimension, goalOutcome, given, after } = asked;
  if (methods !== undefined || results !== undefined) found.push(await ratingsBehind(looking, asked));
  if (dimension !== undefined || goalOutcome !== undefined) {
    const outcome = outcomes.find((one) => one === goalOutcome) ?? null;
    const wanted = goalOutcome === undefined ? {} : { outcome };
    found.push(await countGoalsOfPlans(looking.db, { dimension, ...wanted }, looking.within));
  }
  if (given !== undefined || after !== undefined) found.push(await givenBehind(looking, asked));
  return found;
}

/** Undefined: any plan. */
export function inAll(counted: readonly Counted[]): ReadonlySet<string> | undefined {
  const [first, ...more] = counted;
  if (!first) return undefined;
  return new Set([...first.keys()].filter((id) => more.every((one) => one.has(id))));
}
