// What was counted, as figures with their intervals.
import type { SimulationResult } from '../model/simulation-result.ts';
import { listStages } from '../statechart/structure/stage-index.ts';
import { meanOf, momentsOf, shareOf, spreadOf } from './intervals.ts';
import { summariseLoad } from './summarise-load.ts';
import type { StageTally, TaskTally } from './tally.ts';
import type { World } from './world.ts';

type StageResult = SimulationResult['stages'][number];
type TaskResult = SimulationResult['tasks'][number];

function stageResult(stage: string, { stays, totals, left }: StageTally, plans: number): StageResult {
  const days = momentsOf(totals);
  return {
    stage,
    reached: shareOf(totals.length, plans),
    stays: Math.round(((stays.length + left) / Math.max(1, totals.length)) * 100) / 100,
    days: spreadOf(stays),
    // Plans that were never here spent no time here.
    daysPerPlan: plans === 0 ? null : meanOf({ ...days, count: plans }),
    left,
  };
}

const taskResult = (task: string, { form: _, late, ...counts }: TaskTally): TaskResult => ({
  task,
  ...counts,
  late: shareOf(late, counts.opened),
});

const sharesOf = <Key>(counts: ReadonlyMap<Key, number>, of: number) =>
  [...counts].map(([key, number]) => ({ key, ...shareOf(number, of) })).sort((a, b) => b.count - a.count);

function roundShares(rounds: readonly number[]): SimulationResult['roundShares'] {
  const counts = new Map<number, number>();
  for (const round of rounds) counts.set(round, (counts.get(round) ?? 0) + 1);
  return sharesOf(counts, rounds.length)
    .map(({ key, ...share }) => ({ round: key, ...share }))
    .sort((a, b) => a.round - b.round);
}

/** In the order of the document, not in that of what happened first. */
function inOrder<Value>(keys: readonly string[], found: ReadonlyMap<string, Value>): [string, Value][] {
  return keys.flatMap((key): [string, Value][] => {
    const value = found.get(key);
    return value === undefined ? [] : [[key, value]];
  });
}

export function summarise(
  world: World,
  { seed, repeats }: { seed: number; repeats: number },
): SimulationResult {
  const { tally, compiled, organisation } = world;
  const stages = listStages(compiled.cycle);
  const taskKeys = stages.flatMap(({ stage }) => Object.keys('tasks' in stage ? (stage.tasks ?? {}) : {}));
  const ended = tally.days.length;
  return {
    cycleId: compiled.id,
    seed,
    components: organisation.components.length,
    repeats,
    plans: tally.plans,
    ended,
    unfinished: tally.unfinished,
    failed: tally.failed,
    failure: tally.failure,
    steps: tally.steps,
    days: spreadOf(tally.days),
    rounds: spreadOf(tally.rounds),
    roundShares: roundShares(tally.rounds),
    stages: inOrder(
      stages.map(({ id }) => id),
      tally.stages,
    ).map(([id, stage]) => stageResult(id, stage, tally.plans)),
    outcomes: sharesOf(tally.outcomes, ended).map(({ key, ...share }) => ({ outcome: key, ...share })),
    endings: sharesOf(tally.endings, ended).map(({ key, ...share }) => ({ ending: key, ...share })),
    breached: shareOf(tally.breached, tally.plans),
    tasks: inOrder(taskKeys, tally.tasks).map(([key, task]) => taskResult(key, task)),
    load: summariseLoad(world, { seed, repeats }),
    effects: Object.fromEntries([...tally.effects].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}
