// The document as the canvas draws it. Pure: the same document gives the same view.
import type { Cycle, Stage, StageId } from '../../../engine/index.ts';
import { placeOf } from '../../document/layout.ts';
import {
  isContainer,
  isParallel,
  isWaiting,
  listStages,
  nameOf,
  type PlacedStage,
  typeOf,
} from '../../document/stage-tree.ts';
import { listTransitions, type PlacedTransition } from '../../document/transitions.ts';
import { dueWords, spanWords } from '../../document/words.ts';
import { t } from '../../language/index.ts';
import { anyStages } from './any-stage.ts';
import type { Box, FlowView, StageView, TransitionView } from './flow-view.ts';
import { labelText, labelTitle } from './label-text.ts';
import { boxOf, dividersOf, isCollapsed } from './stage-boxes.ts';

export function toFlow(cycle: Cycle): FlowView {
  const all = listStages(cycle);
  const byId = new Map(all.map((placed) => [placed.id, placed]));
  const shownAs = showing(cycle, all);
  const boxes = new Map<StageId, Box>();
  const stages = all
    .filter(({ id }) => shownAs.get(id) === id)
    .map((placed) => {
      const box = boxOf(cycle, placed, placed.parent === null ? undefined : boxes.get(placed.parent));
      boxes.set(placed.id, box);
      return toStageView(cycle, placed, box, byId);
    });
  const placed = listTransitions(cycle);
  const transitions = placed.flatMap((each) => toTransitionView(each, shownAs, byId));
  return { stages: [...stages, ...anyStages(stages, transitions)], transitions };
}

/** Each stage and the stage that stands for it: itself, or the outermost collapsed container around it. */
function showing(cycle: Cycle, all: readonly PlacedStage[]): Map<StageId, StageId> {
  const shownAs = new Map<StageId, StageId>();
  for (const { id, parent } of all) {
    const outer = parent === null ? undefined : shownAs.get(parent);
    const hidden = outer !== undefined && (outer !== parent || isCollapsed(cycle, outer));
    shownAs.set(id, hidden ? outer : id);
  }
  return shownAs;
}

type ById = ReadonlyMap<StageId, PlacedStage>;

function toStageView(
  cycle: Cycle,
  { id, stage, parent, depth }: PlacedStage,
  box: Box,
  byId: ById,
): StageView {
  const container = parent === null ? null : (byId.get(parent)?.stage ?? null);
  return {
    id,
    type: typeOf(stage),
    kind: 'kind' in stage ? (stage.kind ?? null) : null,
    name: nameOf(id, stage),
    facts: factsOf(stage),
    parent,
    depth,
    box,
    place: placeOf(cycle, id),
    initial: initialOf(cycle, container) === id,
    region: container !== null && isParallel(container),
    collapsed: isContainer(stage) && isCollapsed(cycle, id),
    outcome: stage.type === 'final' ? (stage.outcome ?? null) : null,
    deep: stage.type === 'history' && stage.history === 'deep',
    dividers: dividersOf(cycle, id, stage),
  };
}

function initialOf(cycle: Cycle, container: Stage | null): StageId | null {
  if (container === null) return cycle.initial;
  return 'initial' in container ? container.initial : null;
}

function factsOf(stage: Stage): string {
  if (!isWaiting(stage)) return '';
  const tasks = Object.values(stage.tasks ?? {});
  const due = tasks.length === 1 && tasks[0]?.due ? dueWords(tasks[0].due) : null;
  const timer = stage.after?.[0] ? spanWords(stage.after[0].delay) : null;
  const parts = [
    tasks.length > 0 ? t('{count, plural, one {# task} other {# tasks}}', { count: tasks.length }) : null,
    due,
    timer && tasks.length === 0 ? t('for {span}', { span: timer }) : null,
    (stage.entry ?? []).some((action) => action.do === 'appraise') ? t('computes the score') : null,
  ];
  return parts.filter((part) => part !== null).join(' · ');
}

function toTransitionView(
  { at, trigger, transition, pointer }: PlacedTransition,
  shownAs: ReadonlyMap<StageId, StageId>,
  byId: ById,
): TransitionView[] {
  const leading = [transition.to, ...(transition.also ?? [])];
  return leading.flatMap((aim, index) => {
    const view = toLine({ at, trigger, transition, pointer }, aim, shownAs, byId);
    return view ? [index === 0 ? view : { ...view, id: `${pointer}/also/${index - 1}` }] : [];
  });
}

function toLine(
  { at, trigger, transition, pointer }: PlacedTransition,
  aim: StageId | undefined,
  shownAs: ReadonlyMap<StageId, StageId>,
  byId: ById,
): TransitionView | null {
  const target = aim ?? at.stage;
  if (target === null) return null;
  const to = shownAs.get(target);
  const from = at.stage === null ? `any:${target}` : shownAs.get(at.stage);
  if (to === undefined || from === undefined) return null;
  const hiddenInside = from === to && at.stage !== target;
  if (hiddenInside) return null;
  const named = aim === undefined ? undefined : byId.get(target);
  return {
    id: pointer,
    at,
    from,
    to,
    label: labelText(trigger, transition),
    title: labelTitle(trigger, transition, named ? nameOf(named.id, named.stage) : null),
    acts: aim === undefined,
  };
}
