// How long plans stay in their stages, worked out anew from all moves: what the server counts as they come is compared with it.
import { daysBetween } from '../../engine/index.ts';
import type { StageTime } from '../../server/reports/stage-times.ts';
import type { StageLine } from '../../server/store/queries/reports.ts';

function days(from: string, to: string): number {
  const timeOfDay = (instant: string) => {
    const [hours = 0, minutes = 0, seconds = 0] = instant.slice(11, 23).split(':').map(Number);
    return ((hours * 60 + minutes) * 60 + seconds) * 1000;
  };
  return daysBetween(from.slice(0, 10), to.slice(0, 10)) + (timeOfDay(to) - timeOfDay(from)) / 86_400_000;
}

function median(values: number[]): number | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  const value = sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
  return Math.round(value * 100) / 100;
}

export function plainStageTimes(moves: readonly StageLine[]): StageTime[] {
  const stays = new Map<string, { cycleId: string; stage: string; days: number[]; now: number }>();
  const open = new Map<string, string>();
  const stayOf = (cycleId: string, stage: string) => {
    const key = `${cycleId}\n${stage}`;
    const known = stays.get(key) ?? { cycleId, stage, days: [], now: 0 };
    stays.set(key, known);
    return known;
  };
  for (const { planId, cycleId, at, left, entered, carried } of moves) {
    const taken = carried.map(({ from, to }) => ({ from, to, since: open.get(`${planId}\n${from}`) }));
    for (const { from } of carried) open.delete(`${planId}\n${from}`);
    for (const stage of left) {
      const since = open.get(`${planId}\n${stage}`);
      if (since === undefined) continue;
      open.delete(`${planId}\n${stage}`);
      const stay = stayOf(cycleId, stage);
      stay.days.push(days(since, at));
      stay.now -= 1;
    }
    for (const { from, to, since } of taken) {
      if (since === undefined) continue;
      open.set(`${planId}\n${to}`, since);
      stayOf(cycleId, from).now -= 1;
      stayOf(cycleId, to).now += 1;
    }
    for (const stage of entered) {
      open.set(`${planId}\n${stage}`, at);
      stayOf(cycleId, stage).now += 1;
    }
  }
  return [...stays.values()].map(({ cycleId, stage, days, now }) => ({
    ...{ cycleId, stage, stays: days.length, medianDays: median(days), now },
  }));
}
