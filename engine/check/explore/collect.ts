// Standings and the steps between them, each standing once.
import type { ChartTransition } from '../../statechart/chart/tree.ts';
import type { Moved, Place } from './move.ts';

/** What a plan is in besides its data: a node of the graph. */
export interface Standing {
  place: Place;
  /** Events of tasks and timers that came already while their stage stays. */
  spent: readonly string[];
  /** Values of the variables that are followed; -1 is not known. */
  known: readonly number[];
  /** Events raised inside and not yet heard. */
  queue: readonly string[];
  /** All that waits for nothing was taken or refused. */
  settled: boolean;
  ended: boolean;
}

export interface Step {
  from: number;
  to: number;
  taken: readonly ChartTransition[];
  /** Null when the plan only looks on. */
  moved: Moved | null;
  /** What came; null when nothing had to. */
  event: string | null;
  /** It follows at once from the step before it, inside the same step of the plan. */
  immediate: boolean;
}

const keyOf = ({ spent, known, queue, settled, ended }: Standing): string =>
  `${settled ? 1 : 0}${ended ? 1 : 0}|${spent.join()}|${known.join()}|${queue.join()}`;

export class TooManyStandingsError extends Error {}

/** A chart that raises without hearing never comes to rest; none that does needs as many at once. */
const maxQueue = 16;

export function makeCollector(limit: number) {
  const numbers = new Map<Place, Map<string, number>>();
  const standings: Standing[] = [];
  const steps: Step[] = [];
  return {
    standings,
    steps,
    /** Gives its number. */
    add(standing: Standing): number {
      const there = numbers.get(standing.place) ?? new Map<string, number>();
      const key = keyOf(standing);
      const known = there.get(key);
      if (known !== undefined) return known;
      const tooMany = standings.length >= limit || steps.length >= 8 * limit;
      if (tooMany || standing.queue.length > maxQueue) throw new TooManyStandingsError();
      numbers.set(standing.place, there.set(key, standings.length));
      standings.push(standing);
      return standings.length - 1;
    },
  };
}
export type Collector = ReturnType<typeof makeCollector>;
