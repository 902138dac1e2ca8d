// How long plans stay in the stages of a cycle, in the order in which the cycle draws them.
import type { Cycle, StageKind } from '../../engine/index.ts';
import type { BoardRow, StageTimes } from '../app/api/wire.ts';
import { inWords } from '../app/words/history.ts';
import { stagesInOrder } from '../app/words/stages-in-order.ts';

type StageTime = StageTimes['items'][number] & { drill?: BoardRow['drill'] };

export interface WaitLine {
  stage: string;
  stageName: string;
  kind: StageKind | null;
  medianDays: number | null;
  stays: number;
  now: number;
  /** What narrows the list of plans to those that are there; null: it leads nowhere. */
  drill: BoardRow['drill'];
}

/** The cycles with any stay, the one with most plans first. */
export function cyclesWithStays(times: StageTime[]): string[] {
  const weights = new Map<string, number>();
  for (const { cycleId, stays, now } of times)
    weights.set(cycleId, (weights.get(cycleId) ?? 0) + stays + now);
  return [...weights].toSorted(([, a], [, b]) => b - a).map(([cycleId]) => cycleId);
}

/** Stages that hold others, and final ones, are no places to wait. Stages of older versions come last. */
export function waitLines(
  times: StageTime[],
  cycleId: string,
  cycle: Pick<Cycle, 'stages'> | null,
): WaitLine[] {
  const drawn = cycle ? stagesInOrder(cycle.stages) : [];
  const finals = new Set(cycle ? finalStages(cycle.stages) : []);
  const holders = new Set(cycle ? stagesThatHold(cycle.stages) : []);
  const own = times.filter((time) => time.cycleId === cycleId);
  const placeOf = ({ stage }: StageTime): number => {
    const at = drawn.findIndex(({ id }) => id === stage);
    return at < 0 ? drawn.length : at;
  };
  return own
    .filter(({ stage }) => !finals.has(stage) && !holders.has(stage))
    .toSorted((a, b) => placeOf(a) - placeOf(b))
    .map(({ stage, medianDays, stays, now, drill = null }) => {
      const known = drawn.find(({ id }) => id === stage);
      return {
        stage,
        stageName: known?.name ?? inWords(stage),
        kind: known?.kind ?? null,
        medianDays,
        stays,
        now,
        drill,
      };
    });
}

function finalStages(stages: Cycle['stages']): string[] {
  return Object.entries(stages).flatMap(([id, stage]) => [
    ...(stage.type === 'final' ? [id] : []),
    ...('stages' in stage ? finalStages(stage.stages) : []),
  ]);
}

function stagesThatHold(stages: Cycle['stages']): string[] {
  return Object.entries(stages).flatMap(([id, stage]) =>
    'stages' in stage ? [id, ...stagesThatHold(stage.stages)] : [],
  );
}
