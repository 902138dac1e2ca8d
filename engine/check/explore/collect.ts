// Standings and the steps between them, each standing once.
import type { Branch } from './chart-model.ts';
import type { Configuration, Memory } from './microstep.ts';

/** What a plan is in besides its data: a node of the graph. */
export interface Standing {
  configuration: Configuration;
  memory: Memory;
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
  taken: readonly Branch[];
  left: readonly number[];
  entered: readonly number[];
  /** What came; null when nothing had to. */
  event: string | null;
  /** It follows at once from the step before it, inside the same step of the plan. */
  immediate: boolean;
}

const memoryKey = (memory: Memory): string =>
  memory.size === 0
    ? ''
    : [...memory]
        .map(([at, kept]) => `${at}:${kept}`)
        .sort()
        .join(' ');

const keyOf = ({ configuration, memory, spent, known, queue, settled, ended }: Standing): string =>
  `${settled ? 1 : 0}${ended ? 1 : 0}|${configuration.join()}|${memoryKey(memory)}|${spent.join()}|${known.join()}|${queue.join()}`;

export class TooManyStandingsError extends Error {}

/** A chart that raises without hearing never comes to rest; none that does needs as many at once. */
const maxQueue = 16;

/** Collects standings and steps; gives the standings that are new. */
export function makeCollector(limit: number) {
  const numbers = new Map<string, number>();
  const standings: Standing[] = [];
  const steps: Step[] = [];
  return {
    standings,
    steps,
    add(standing: Standing): number {
      const key = keyOf(standing);
      const known = numbers.get(key);
      if (known !== undefined) return known;
      const tooMany = standings.length >= limit || steps.length >= 8 * limit;
      if (tooMany || standing.queue.length > maxQueue) throw new TooManyStandingsError();
      numbers.set(key, standings.length);
      standings.push(standing);
      return standings.length - 1;
    },
  };
}
export type Collector = ReturnType<typeof makeCollector>;
