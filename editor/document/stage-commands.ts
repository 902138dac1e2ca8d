// Commands on stages: adding, removing, naming, and what kind and type they are.
import type {
  AtomicStage,
  Begin,
  CompoundStage,
  Cycle,
  ParallelStage,
  Stage,
  StageId,
} from '../../engine/index.ts';
import { t } from '../language/say.ts';
import { type Applied, applied, type CommandOf, refused } from './command.ts';
import { settleContainers, withoutPlaces, withPlace } from './layout.ts';
import { stageIds } from './make-id.ts';
import {
  findStage,
  idsWithin,
  isContainer,
  isParallel,
  isWaiting,
  mapStages,
  patched,
  type StageType,
  stagesInside,
  typeOf,
  updateStage,
  updateStagesInside,
} from './stage-tree.ts';
import { mapTransitions } from './transitions.ts';

export function unknownStage(id: StageId): Applied {
  return refused(t('There is no stage "{id}" any more.', { id }));
}

/** An atomic stage becomes a compound one when a stage is put inside it. */
export function ensureContainer(cycle: Cycle, id: StageId | null, first: StageId): Cycle {
  if (id === null) return cycle;
  return updateStage(cycle, id, (stage) => {
    if (isContainer(stage) || !isWaiting(stage)) return stage;
    const { type: _atomic, ...rest } = stage;
    return { ...rest, initial: first, stages: {} };
  });
}

export function canHold(cycle: Cycle, container: StageId | null): boolean {
  if (container === null) return true;
  const placed = findStage(cycle, container);
  return placed !== null && isWaiting(placed.stage);
}

function newStage(command: CommandOf<'add-stage'>): Stage {
  const { name, kind, stageType } = command;
  if (stageType === 'final') return { type: 'final', name };
  if (stageType === 'history') return { type: 'history', name };
  const plain = patched<AtomicStage>({ name }, { kind: kind ?? undefined });
  return stageType === 'atomic' ? plain : toContainer(command.id, plain, stageType);
}

export function addStage(cycle: Cycle, command: CommandOf<'add-stage'>): Applied {
  const { id, inside, at } = command;
  if (stageIds(cycle).has(id)) return refused(t('The stage id "{id}" is in use; choose another.', { id }));
  if (!canHold(cycle, inside)) return refused(t('An end or a history stage cannot hold other stages.'));
  if (inside === null && command.stageType === 'history') {
    return refused(t('A history stage remembers its container: put it inside one.'));
  }
  const stage = newStage(command);
  const added = updateStagesInside(ensureContainer(cycle, inside, id), inside, (stages) => ({
    ...stages,
    [id]: stage,
  }));
  const inner = isContainer(stage) ? Object.keys(stage.stages) : [];
  const placed = inner.reduce(
    (next, child, index) => withPlace(next, child, { x: 24, y: 64 + index * 96 }),
    withPlace(added, id, at),
  );
  return applied(settleContainers(placed, inside));
}

export function addStages(cycle: Cycle, command: CommandOf<'add-stages'>): Applied {
  const { stages, layout, inside } = command;
  const ids = Object.entries(stages).flatMap(([id, stage]) => idsWithin(id, stage));
  const known = stageIds(cycle);
  const twin = ids.find((id) => known.has(id));
  if (twin !== undefined) return refused(t('The stage id "{twin}" is in use; choose another.', { twin }));
  if (!canHold(cycle, inside)) return refused(t('An end or a history stage cannot hold other stages.'));
  const [first] = ids;
  if (first === undefined) return refused(t('There is no stage to add.'));
  const added = updateStagesInside(ensureContainer(cycle, inside, first), inside, (own) => ({
    ...own,
    ...stages,
  }));
  return applied(settleContainers({ ...added, layout: { ...added.layout, ...layout } }, inside));
}

export function removeStage(cycle: Cycle, { stage: id }: CommandOf<'remove-stage'>): Applied {
  const placed = findStage(cycle, id);
  if (!placed) return unknownStage(id);
  const rest = Object.keys(stagesInside(cycle, placed.parent)).filter((other) => other !== id);
  if (placed.parent === null && rest.length === 0) return refused(t('A cycle needs at least one stage.'));
  const gone = idsWithin(id, placed.stage);
  const without = updateStagesInside(cycle, placed.parent, ({ [id]: _gone, ...stages }) => stages);
  const unlinked = withoutTargets(repointInitial(without, placed.parent, id), gone);
  return applied(withoutPlaces(unlinked, gone));
}

/** Takes away what leads to the given stages. */
export function withoutTargets(cycle: Cycle, gone: readonly StageId[]): Cycle {
  const left = (ids: StageId[] | undefined): StageId[] | undefined => {
    const kept = ids?.filter((id) => !gone.includes(id));
    return kept && kept.length > 0 ? kept : undefined;
  };
  const kept = mapTransitions(cycle, (transition) =>
    transition.to !== undefined && gone.includes(transition.to)
      ? null
      : patched(transition, { also: left(transition.also) }),
  );
  const stages = mapStages(kept.stages, (stage) => {
    if (stage.type === 'history') {
      const isLost = stage.to !== undefined && gone.includes(stage.to);
      return patched(stage, isLost ? { to: undefined, also: undefined } : { also: left(stage.also) });
    }
    return isContainer(stage) && !isParallel(stage)
      ? patched(stage, { begin: begunIn(stage.begin, left) })
      : stage;
  });
  return patched({ ...kept, stages }, { begin: begunIn(kept.begin, left) });
}

/** A beginning that says nothing is none. */
function begunIn(
  begin: Begin | undefined,
  left: (ids: StageId[] | undefined) => StageId[] | undefined,
): Begin | undefined {
  const next = begin && patched(begin, { at: left(begin.at) });
  return next && Object.keys(next).length > 0 ? next : undefined;
}

/** Another initial stage begins in itself. */
export const beginAnew = (begin: Begin | undefined): Begin | undefined => begunIn(begin, () => undefined);

/** When the initial stage goes, the first real one left takes its place; a container left empty is one no more. */
export function repointInitial(cycle: Cycle, container: StageId | null, left: StageId): Cycle {
  const stages = stagesInside(cycle, container);
  const first = Object.entries(stages).find(([, stage]) => stage.type !== 'history')?.[0];
  if (container === null) {
    if (cycle.initial !== left || first === undefined) return cycle;
    return patched({ ...cycle, initial: first }, { begin: beginAnew(cycle.begin) });
  }
  if (first === undefined) return updateStage(cycle, container, toAtomic);
  return updateStage(cycle, container, (stage) =>
    isContainer(stage) && !isParallel(stage) && stage.initial === left
      ? patched({ ...stage, initial: first }, { begin: beginAnew(stage.begin) })
      : stage,
  );
}

function toAtomic(stage: Stage): Stage {
  if (!isContainer(stage)) return stage;
  const { stages: _none, onDone: _onDone, type: _type, ...rest } = stage;
  if (!('initial' in rest)) return rest;
  const { initial: _initial, begin: _begin, ...plain } = rest;
  return plain;
}

/** Changes between the types that can wait, keeping tasks, actions and transitions. */
function toContainer(id: StageId, stage: Stage, stageType: 'compound' | 'parallel'): Stage {
  if (!isWaiting(stage)) return stage;
  const { type: _type, ...rest } = stage;
  const stages = isContainer(stage) ? stage.stages : firstStages(id, stageType);
  if (stageType === 'compound') {
    const compound: CompoundStage = { ...rest, initial: Object.keys(stages)[0] ?? id, stages };
    return compound;
  }
  const { initial: _initial, begin: _begin, ...regions } = { initial: '', begin: undefined, ...rest };
  const parallel: ParallelStage = { ...regions, type: 'parallel', stages };
  return parallel;
}

const firstStages = (id: StageId, stageType: 'compound' | 'parallel') =>
  stageType === 'compound'
    ? { [`${id}-first`]: { name: t('First') } }
    : { [`${id}-one`]: { name: t('Region one') }, [`${id}-two`]: { name: t('Region two') } };

export function setType(cycle: Cycle, { stage: id, stageType }: CommandOf<'set-type'>): Applied {
  const placed = findStage(cycle, id);
  if (!placed) return unknownStage(id);
  const { stage } = placed;
  if (typeOf(stage) === stageType) return applied(cycle);
  if (isContainer(stage) && stageType !== 'compound' && stageType !== 'parallel') {
    return refused(t('Move or delete the stages inside first.'));
  }
  if (stageType === 'history' && placed.parent === null) {
    return refused(t('A history stage remembers its container: put it inside one.'));
  }
  const next = changedType(id, stage, stageType);
  const renamed = updateStage(cycle, id, () => next);
  const fresh = isContainer(next) && !isContainer(stage) ? Object.keys(next.stages) : [];
  return applied(
    fresh.reduce((laid, child, index) => withPlace(laid, child, { x: 24, y: 64 + index * 96 }), renamed),
  );
}

function changedType(id: StageId, stage: Stage, stageType: StageType): Stage {
  const { name, description } = stage;
  const kind = 'kind' in stage ? stage.kind : undefined;
  const plain = patched({ name, description }, {});
  if (stageType === 'history') return { type: 'history', ...plain };
  if (stageType === 'final') return { type: 'final', ...plain };
  const waiting: Stage = isWaiting(stage) ? stage : patched({ ...plain, kind }, {});
  return stageType === 'atomic' ? waiting : toContainer(id, waiting, stageType);
}

export function renameStage(cycle: Cycle, { stage: id, name }: CommandOf<'rename-stage'>): Applied {
  const placed = findStage(cycle, id);
  if (!placed) return unknownStage(id);
  const wanted = name.trim();
  if (wanted === '') return refused(t('A stage needs a name.'));
  const twin = Object.entries(stagesInside(cycle, placed.parent)).find(
    ([other, stage]) => other !== id && (stage.name ?? other).toLowerCase() === wanted.toLowerCase(),
  );
  if (twin)
    return refused(t('Another stage here is called "{wanted}"; choose a name of its own.', { wanted }));
  return applied(updateStage(cycle, id, (stage) => ({ ...stage, name: wanted.slice(0, 120) })));
}
