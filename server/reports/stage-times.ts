// How long plans stay in their stages. Pure: moves go in, in order.
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

function median(values: number[]): number | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  const value = sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
  return Math.round(value * 100) / 100;
}

/** No id has a line break. */
const keyOf = (id: string, stage: string): string => `${id}\n${stage}`;

export function stageTimes(moves: StageLine[]): StageTime[] {
  const stays = new Map<string, { cycleId: string; stage: string; days: number[]; now: number }>();
  const open = new Map<string, string>();
  const stayOf = (cycleId: string, stage: string) => {
    const key = keyOf(cycleId, stage);
    const known = stays.get(key) ?? { cycleId, stage, days: [], now: 0 };
    stays.set(key, known);
    return known;
  };
  for (const move of moves) {
    // First all are taken, then all are given: two stages may have swapped their names.
    const carried = move.carried.map(({ from, to }) => {
      const since = open.get(keyOf(move.planId, from));
      return { from, to, since };
    });
    for (const { from } of carried) open.delete(keyOf(move.planId, from));
    for (const stage of move.left) {
      const since = open.get(keyOf(move.planId, stage));
      if (since === undefined) continue;
      open.delete(keyOf(move.planId, stage));
      const stay = stayOf(move.cycleId, stage);
      stay.days.push(daysOf(since, move.at));
      stay.now -= 1;
    }
    for (const { from, to, since } of carried) {
      if (since === undefined) continue;
      open.set(keyOf(move.planId, to), since);
      stayOf(move.cycleId, from).now -= 1;
      stayOf(move.cycleId, to).now += 1;
    }
    for (const stage of move.entered) {
      open.set(keyOf(move.planId, stage), move.at);
      stayOf(move.cycleId, stage).now += 1;
    }
  }
  return [...stays.values()].map(({ cycleId, stage, days, now }) => ({
    cycleId,
    stage,
    stays: days.length,
    medianDays: median(days),
    now,
  }));
}
