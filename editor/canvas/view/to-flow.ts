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
import { type Keep, keepNothing, type Part } from './keep-same.ts';
import { labelText, labelTitle } from './label-text.ts';
import { boxOf, dividersOf, isCollapsed } from './stage-boxes.ts';

export interface FlowKeep {
  stages: Keep<StageView>;
  transitions: Keep<TransitionView>;
}

const nothingKept: FlowKeep = { stages: keepNothing, transitions: keepNothing };

export function toFlow(cycle: Cycle, keep = nothingKept): FlowView {
  const all = listStages(cycle);
  const byId = new Map(all.map((placed) => [placed.id, placed]));
  const shownAs = showing(cycle, all);
  const lines = listTransitions(cycle).flatMap((each) => linesOf(each, shownAs, byId));
  const transitions = keep.transitions(lines.map(toTransitionPart));
  const boxes = new Map<StageId, Box>();
  const shown = all
    .filter(({ id }) => shownAs.get(id) === id)
    .map((placed) => {
      const box = boxOf(cycle, placed, placed.parent === null ? undefined : boxes.get(placed.parent));
      boxes.set(placed.id, box);
      return { ...placed, box };
    });
  const parts = shown.map((placed) => toStagePart(cycle, placed, byId));
  const beside = anyStages(shown, transitions).map((view) => ({ id: view.id, of: [view], make: () => view }));
  return { stages: keep.stages([...parts, ...beside]), transitions };
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

interface ShownStage extends PlacedStage {
  box: Box;
}

function toStagePart(cycle: Cycle, shown: ShownStage, byId: ById): Part<StageView> {
  const { id, stage, parent, depth, box } = shown;
  const container = parent === null ? null : (byId.get(parent)?.stage ?? null);
  const place = placeOf(cycle, id);
  const initial = initialOf(cycle, container) === id;
  const region = container !== null && isParallel(container);
  const collapsed = isContainer(stage) && isCollapsed(cycle, id);
  // Where the regions of a parallel stage lie is anywhere in the layout.
  const dividers = dividersOf(cycle, id, stage);
  const regions = dividers.length === 0 ? null : dividers;
  const places = [place.x, place.y, box.x, box.y, box.width, box.height];
  return {
    id,
    of: [stage, parent, depth, initial, region, collapsed, regions, ...places],
    make: () => ({
      id,
      type: typeOf(stage),
      kind: 'kind' in stage ? (stage.kind ?? null) : null,
      name: nameOf(id, stage),
      facts: factsOf(stage),
      parent,
      depth,
      box,
      place,
      initial,
      region,
      collapsed,
      outcome: stage.type === 'final' ? (stage.outcome ?? null) : null,
      deep: stage.type === 'history' && stage.history === 'deep',
      dividers,
    }),
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

/** A transition leads along one line, or along several when several stages are entered. */
interface PlacedLine extends PlacedTransition {
  id: string;
  from: StageId;
  to: StageId;
  /** What the stage is called that it names. */
  target: string | null;
  acts: boolean;
}

function linesOf(placed: PlacedTransition, shownAs: ReadonlyMap<StageId, StageId>, byId: ById): PlacedLine[] {
  const { at, transition, pointer } = placed;
  return [transition.to, ...(transition.also ?? [])].flatMap((aim, index) => {
    const ends = endsOf(at.stage, aim, shownAs);
    if (!ends) return [];
    const named = aim === undefined ? undefined : byId.get(aim);
    const target = named ? nameOf(named.id, named.stage) : null;
    const id = index === 0 ? pointer : `${pointer}/also/${index - 1}`;
    return [{ ...placed, ...ends, id, target, acts: aim === undefined }];
  });
}

function endsOf(
  start: StageId | null,
  aim: StageId | undefined,
  shownAs: ReadonlyMap<StageId, StageId>,
): { from: StageId; to: StageId } | null {
  const target = aim ?? start;
  if (target === null) return null;
  const to = shownAs.get(target);
  const from = start === null ? `any:${target}` : shownAs.get(start);
  if (to === undefined || from === undefined) return null;
  const hiddenInside = from === to && start !== target;
  return hiddenInside ? null : { from, to };
}

function toTransitionPart(line: PlacedLine): Part<TransitionView> {
  const { id, at, from, to, trigger, transition, target, acts } = line;
  return {
    id,
    // The pointer names the stage and what is waited for.
    of: [transition, from, to, target],
    make: () => ({
      id,
      at,
      from,
      to,
      label: labelText(trigger, transition),
      title: labelTitle(trigger, transition, target),
      acts,
    }),
  };
}
