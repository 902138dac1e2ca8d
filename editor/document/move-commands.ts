// Commands on where stages lie and in which container they are.
import { type Cycle, type StageId, slugSchema } from '../../engine/index.ts';
import { retell, t } from '../language/say.ts';
import { type Applied, applied, type CommandOf, type Point, refused } from './command.ts';
import { absolutePlaceOf, freePlace, placeOf, settleContainers, withPlace, withPlaces } from './layout.ts';
import { stageIds } from './make-id.ts';
import { renameStageId } from './rename-references.ts';
import { beginAnew, canHold, ensureContainer, repointInitial, unknownStage } from './stage-commands.ts';
import {
  findStage,
  isContainer,
  isInside,
  isParallel,
  patched,
  updateStage,
  updateStagesInside,
} from './stage-tree.ts';

export function moveStage(cycle: Cycle, { stage: id, to }: CommandOf<'move-stage'>): Applied {
  const placed = findStage(cycle, id);
  if (!placed) return unknownStage(id);
  return applied(settleContainers(withPlace(cycle, id, to), placed.parent));
}

export function moveInto(cycle: Cycle, { stage: id, inside, to }: CommandOf<'move-into'>): Applied {
  const placed = findStage(cycle, id);
  if (!placed) return unknownStage(id);
  const { stage, parent } = placed;
  if (parent === inside) return moveStage(cycle, { type: 'move-stage', stage: id, to });
  if (inside !== null && isInside(cycle, inside, id))
    return refused(t('A stage cannot be put inside itself.'));
  if (!canHold(cycle, inside)) return refused(t('An end or a history stage cannot hold other stages.'));
  if (inside === null && stage.type === 'history') {
    return refused(t('A history stage remembers its container: keep it inside one.'));
  }
  if (parent === null && Object.keys(cycle.stages).length === 1)
    return refused(t('A cycle needs a stage at the top.'));
  const taken = updateStagesInside(cycle, parent, ({ [id]: _moved, ...stages }) => stages);
  const emptied = repointInitial(taken, parent, id);
  const put = updateStagesInside(ensureContainer(emptied, inside, id), inside, (stages) => ({
    ...stages,
    [id]: stage,
  }));
  const at = freePlace(put, inside, to, id);
  return applied(settleContainers(withPlace(put, id, at), inside));
}

/** What is inside another moved stage goes along with it. The first refusal stands for all. */
export function moveStages(cycle: Cycle, { moves }: CommandOf<'move-stages'>): Applied {
  const own = moves.filter(
    ({ stage }) => !moves.some((other) => other.stage !== stage && isInside(cycle, stage, other.stage)),
  );
  return own.reduce<Applied>((result, { stage, inside, at }) => {
    if (result.kind === 'refused') return result;
    const outer = inside === null ? { x: 0, y: 0 } : absolutePlaceOf(result.cycle, inside);
    const to = { x: at.x - outer.x, y: at.y - outer.y };
    return moveInto(result.cycle, { type: 'move-into', stage, inside, to });
  }, applied(cycle));
}

export function setInitial(cycle: Cycle, { stage: id }: CommandOf<'set-initial'>): Applied {
  const placed = findStage(cycle, id);
  if (!placed) return unknownStage(id);
  if (placed.stage.type === 'history') return refused(t('A history stage cannot be the initial one.'));
  if (placed.parent === null) {
    return applied(patched({ ...cycle, initial: id }, { begin: beginAnew(cycle.begin) }));
  }
  return applied(
    updateStage(cycle, placed.parent, (stage) =>
      isContainer(stage) && !isParallel(stage)
        ? patched({ ...stage, initial: id }, { begin: beginAnew(stage.begin) })
        : stage,
    ),
  );
}

export function collapseStage(cycle: Cycle, command: CommandOf<'collapse-stage'>): Applied {
  const { x, y } = cycle.layout?.[command.stage] ?? { x: 0, y: 0 };
  const place = command.collapsed ? { x, y, collapsed: true } : { x, y };
  return applied({ ...cycle, layout: { ...cycle.layout, [command.stage]: place } });
}

export function tidy(cycle: Cycle, { layout }: CommandOf<'tidy'>): Applied {
  const known = stageIds(cycle);
  const places = Object.entries(layout).filter(([id]) => known.has(id));
  return applied(withPlaces(cycle, Object.fromEntries(places)));
}

export function changeStageId(
  cycle: Cycle,
  { stage: id, id: wanted }: CommandOf<'change-stage-id'>,
): Applied {
  if (!findStage(cycle, id)) return unknownStage(id);
  if (wanted === id) return applied(cycle);
  const parsed = slugSchema.safeParse(wanted);
  if (!parsed.success)
    return refused(retell(parsed.error.issues[0]?.message ?? '') || t('Choose another id.'));
  if (stageIds(cycle).has(wanted))
    return refused(t('The stage id "{wanted}" is in use; choose another.', { wanted }));
  return applied(renameStageId(cycle, id, wanted));
}

/** Where a stage that is appended to another one lies: to its right, below what is already there. */
export function placeBeside(cycle: Cycle, id: StageId): Point {
  const parent = findStage(cycle, id)?.parent ?? null;
  const from = placeOf(cycle, id);
  return freePlace(cycle, parent, { x: from.x + besideGap, y: from.y }, null);
}

/** A stage and the room for a label. */
const besideGap = 360;
