// Reading and rewriting the tree of stages by stage id. Every rewrite gives a new document and
// keeps the parts that it does not touch.
import type {
  AtomicStage,
  CompoundStage,
  Cycle,
  ParallelStage,
  Stage,
  StageId,
  Stages,
} from '../../engine/index.ts';
import { pointer } from './pointer.ts';

export type WaitingStage = AtomicStage | CompoundStage | ParallelStage;
export type ContainerStage = CompoundStage | ParallelStage;

/** Can it have tasks and transitions? */
export const isWaiting = (stage: Stage): stage is WaitingStage =>
  stage.type !== 'final' && stage.type !== 'history';
export const isContainer = (stage: Stage): stage is ContainerStage => 'stages' in stage;
export const isParallel = (stage: Stage): stage is ParallelStage => stage.type === 'parallel';

export type StageType = 'atomic' | 'compound' | 'parallel' | 'final' | 'history';
export const typeOf = (stage: Stage): StageType => stage.type ?? (isContainer(stage) ? 'compound' : 'atomic');

export interface PlacedStage {
  id: StageId;
  stage: Stage;
  /** Null at the top. */
  parent: StageId | null;
  depth: number;
  pointer: string;
}

/** In document order, a container before what is in it. */
export function listStages(cycle: Cycle): PlacedStage[] {
  const found: PlacedStage[] = [];
  const visit = (stages: Stages, parent: StageId | null, depth: number, at: string) => {
    for (const [id, stage] of Object.entries(stages)) {
      const place = at + pointer('stages', id);
      found.push({ id, stage, parent, depth, pointer: place });
      if (isContainer(stage)) visit(stage.stages, id, depth + 1, place);
    }
  };
  visit(cycle.stages, null, 0, '');
  return found;
}

export const findStage = (cycle: Cycle, id: StageId): PlacedStage | null =>
  listStages(cycle).find((placed) => placed.id === id) ?? null;

export const nameOf = (id: StageId, stage: Stage): string => stage.name ?? id;

/** The stages directly inside a container, or at the top. */
export function stagesInside(cycle: Cycle, container: StageId | null): Stages {
  if (container === null) return cycle.stages;
  const placed = findStage(cycle, container);
  return placed && isContainer(placed.stage) ? placed.stage.stages : {};
}

/** The stage itself and every stage inside it. */
export function idsWithin(id: StageId, stage: Stage): StageId[] {
  if (!isContainer(stage)) return [id];
  return [id, ...Object.entries(stage.stages).flatMap(([inner, child]) => idsWithin(inner, child))];
}

export function isInside(cycle: Cycle, id: StageId, container: StageId): boolean {
  const placed = findStage(cycle, container);
  return placed !== null && idsWithin(container, placed.stage).includes(id);
}

/** The stages that a plan can be in together with one: those in other parts of the parallel stages around it. */
export function stagesBeside(cycle: Cycle, id: StageId): StageId[] {
  const around = listStages(cycle).filter(({ stage }) => isContainer(stage) && isParallel(stage));
  return around.flatMap((parallel) => {
    const parts = Object.entries(stagesInside(cycle, parallel.id)).map(([part, stage]) =>
      idsWithin(part, stage),
    );
    return parts.some((part) => part.includes(id)) ? parts.filter((part) => !part.includes(id)).flat() : [];
  });
}

/** Rewrites every stage, inner ones first. */
export function mapStages(stages: Stages, change: (stage: Stage, id: StageId) => Stage): Stages {
  return Object.fromEntries(
    Object.entries(stages).map(([id, stage]) => {
      const inner = isContainer(stage) ? { ...stage, stages: mapStages(stage.stages, change) } : stage;
      return [id, change(inner, id)];
    }),
  );
}

export function updateStage(cycle: Cycle, id: StageId, change: (stage: Stage) => Stage): Cycle {
  const visit = (stages: Stages): Stages => {
    const found = stages[id];
    if (found) return { ...stages, [id]: change(found) };
    return Object.fromEntries(
      Object.entries(stages).map(([key, stage]) => [
        key,
        isContainer(stage) ? { ...stage, stages: visit(stage.stages) } : stage,
      ]),
    );
  };
  return { ...cycle, stages: visit(cycle.stages) };
}

export function updateStagesInside(
  cycle: Cycle,
  container: StageId | null,
  change: (stages: Stages) => Stages,
): Cycle {
  if (container === null) return { ...cycle, stages: change(cycle.stages) };
  return updateStage(cycle, container, (stage) =>
    isContainer(stage) ? { ...stage, stages: change(stage.stages) } : stage,
  );
}

/** Sets the fields given; a field given as undefined is taken away. */
export function patched<T extends object>(value: T, patch: Partial<T>): T {
  const entries = Object.entries({ ...value, ...patch }).filter(([, field]) => field !== undefined);
  return Object.fromEntries(entries) as T;
}
