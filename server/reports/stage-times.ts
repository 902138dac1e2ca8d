// How long plans stay in their stages. Pure: moves go in, in order, and more of them later.
import { daysBetween } from '../../engine/index.ts';
import type { StageLine } from '../store/queries/reports.ts';

export interface StageTime {
  cycleId: string;
  stage: string;
  stays: number;
  medianDays: number | null;
  now: number;
}

const DAY = 86_400_000;

/** Fractions of days, so that a stay of hours is not a stay of none. */
const daysOf = (from: string, to: string): number =>
  daysBetween(from.slice(0, 10), to.slice(0, 10)) + (timeOfDay(to) - timeOfDay(from)) / DAY;

function timeOfDay(instant: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = instant.slice(11, 23).split(':').map(Number);
  return ((hours * 60 + minutes) * 60 + seconds) * 1000;
}

function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  // Such an array sorts its numbers without asking which of two comes first.
  const sorted = Float64Array.from(values).sort();
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  const value = sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
  return Math.round(value * 100) / 100;
}

/** No id has a line break. */
const keyOf = (id: string, stage: string): string => `${id}\n${stage}`;

interface Visited {
  /** One text for all of them: each line of the history brings its own. */
  planId: string;
  visits: Map<string, Visit>;
}

/** All stays of one plan in one stage. */
interface Visit {
  plan: Visited;
  /** Which of all visits it is, by when it began. */
  place: number;
  /** Of the stays that ended. */
  days: readonly number[];
  now: number;
  /** When the stay began that has not ended. */
  since: string | null;
}

interface Stage {
  cycleId: string;
  stage: string;
  visits: Visit[];
}

/** Of these plans alone; `place` tells which stage one of them came to first. */
function timesOf({ cycleId, stage, visits }: Stage, planIds: ReadonlySet<string> | 'all') {
  const days: number[] = [];
  let now = 0;
  let place: number | null = null;
  for (const visit of visits) {
    if (planIds !== 'all' && !planIds.has(visit.plan.planId)) continue;
    place ??= visit.place;
    now += visit.now;
    for (const one of visit.days) days.push(one);
  }
  if (place === null) return [];
  return [{ place, time: { cycleId, stage, stays: days.length, medianDays: median(days), now } }];
}

function makeVisits() {
  const stages = new Map<string, Stage>();
  const plans = new Map<string, Visited>();
  let count = 0;

  function planOf(planId: string): Visited {
    const known = plans.get(planId);
    if (known) return known;
    const plan = { planId, visits: new Map() };
    plans.set(planId, plan);
    return plan;
  }

  function add(plan: Visited, cycleId: string, stage: string): Visit {
    const visit = { plan, place: count++, days: [], now: 0, since: null };
    plan.visits.set(stage, visit);
    const key = keyOf(cycleId, stage);
    const known = stages.get(key);
    if (known) known.visits.push(visit);
    else stages.set(key, { cycleId, stage, visits: [visit] });
    return visit;
  }

  return {
    stages: () => [...stages.values()],
    /** Makes it where there is none yet. */
    of: ({ planId, cycleId }: StageLine, stage: string): Visit => {
      const plan = planOf(planId);
      return plan.visits.get(stage) ?? add(plan, cycleId, stage);
    },
    find: (planId: string, stage: string) => plans.get(planId)?.visits.get(stage),
  };
}

export interface Stays {
  /** The `seq` of the last move that was taken. */
  last(): number;
  /** Those that were taken before are left out: two who ask at once read the same ones. */
  take(moves: readonly StageLine[]): void;
  times(planIds: ReadonlySet<string> | 'all'): StageTime[];
}

export function makeStays(): Stays {
  const visits = makeVisits();
  let last = 0;

  /** When the stay began that ends with this; null where there is none. */
  function close(planId: string, stage: string): string | null {
    const visit = visits.find(planId, stage);
    const since = visit?.since ?? null;
    if (visit) visit.since = null;
    return since;
  }

  function take(move: StageLine): void {
    // First all are taken, then all are given: two stages may have swapped their names.
    const carried = move.carried.map((one) => ({ ...one, since: sinceOf(move, one.from) }));
    for (const { from } of carried) close(move.planId, from);
    for (const stage of move.left) {
      const since = close(move.planId, stage);
      if (since === null) continue;
      const visit = visits.of(move, stage);
      // Most have one: an array that is pushed to takes room for seventeen.
      visit.days = visit.days.concat(daysOf(since, move.at));
      visit.now -= 1;
    }
    for (const { from, to, since } of carried) {
      if (since === null) continue;
      visits.of(move, from).now -= 1;
      open(move, to, since);
    }
    for (const stage of move.entered) open(move, stage, move.at);
  }

  const sinceOf = ({ planId }: StageLine, stage: string) => visits.find(planId, stage)?.since ?? null;

  function open(move: StageLine, stage: string, since: string): void {
    const visit = visits.of(move, stage);
    visit.since = since;
    visit.now += 1;
  }

  return {
    last: () => last,
    take: (moves) => {
      for (const move of moves) {
        if (move.seq <= last) continue;
        take(move);
        last = move.seq;
      }
    },
    times: (planIds) =>
      visits
        .stages()
        .flatMap((stage) => timesOf(stage, planIds))
        .sort((a, b) => a.place - b.place)
        .map(({ time }) => time),
  };
}
