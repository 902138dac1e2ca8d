// Building on the canvas: add, append, connect, remove, walk. Each is one undo step and is announced.
import { useReactFlow } from '@xyflow/react';
import { type RefObject, useCallback } from 'react';
import type { StageId } from '../../../engine/index.ts';
import type { Point, Trigger } from '../../document/command.ts';
import type { DocumentStore } from '../../document/document-store.ts';
import type { Found } from '../../document/search-cycle.ts';
import { findStage, isContainer, nameOf } from '../../document/stage-tree.ts';
import { transitionsFrom } from '../../document/transitions.ts';
import { triggerWords } from '../../document/words.ts';
import { t } from '../../language/index.ts';
import { type Editing, nothing, type Selection, stageSelection } from '../../panels/editing.ts';
import type { CanvasActs } from '../acts/canvas-acts.ts';
import type { LabelPlaces } from '../flow/canvas-props.ts';
import { motionTime } from '../flow/motion.ts';
import type { StageNodeType } from '../flow/to-nodes.ts';
import { type Built, buildAppended, buildAt, movesInto } from './build.ts';
import type { StagePreset } from './stage-presets.ts';
import { useReveal } from './use-reveal.ts';

interface Deps {
  store: DocumentStore;
  editing: Editing;
  acts: CanvasActs;
  area: RefObject<HTMLElement | null>;
  labels: LabelPlaces;
}

const movedWords = (stages: string, group: string | null): string =>
  group === null
    ? t('{stages} moved to the top.', { stages })
    : t('{stages} moved into {group}.', { stages, group });

export type Builder = ReturnType<typeof useBuilder>;

export function useBuilder({ store, editing, acts, area, labels }: Deps) {
  const { screenToFlowPosition } = useReactFlow<StageNodeType>();
  const { run, select, say } = editing;
  const named = (id: StageId): string => {
    const placed = findStage(store.get().cycle, id);
    return placed ? nameOf(placed.id, placed.stage) : id;
  };
  const { elementOf, reveal, wish } = useReveal(area);
  const focus = useCallback(
    (id: StageId) => {
      reveal(id);
      requestAnimationFrame(() => elementOf(id)?.focus({ preventScroll: true }));
    },
    [reveal, elementOf],
  );
  const place = (built: Built, rename: boolean) => {
    const burst = `add ${built.id}`;
    const results = built.commands.map((command) => run(command, burst));
    if (results.some(({ kind }) => kind === 'refused')) return;
    select(stageSelection(built.id));
    say(t('{name} added.', { name: named(built.id) }));
    if (rename) acts.ask({ kind: 'rename', stage: built.id });
    else focus(built.id);
  };
  const middle = (): Point => {
    const box = area.current?.getBoundingClientRect();
    return screenToFlowPosition(
      box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : { x: 0, y: 0 },
    );
  };
  const { revealFound, focusFound } = useFinding({ store, editing, labels, reveal, focus, wish });
  return {
    focus,
    focused: () => focusedIn(area.current),
    reveal,
    revealFound,
    focusFound,
    named,
    /** `at` is in the window; without it the middle of the canvas. */
    add: (preset: StagePreset, at: Point | null) => {
      const box = area.current?.getBoundingClientRect();
      const outside =
        at && box && (at.x < box.left || at.x > box.right || at.y < box.top || at.y > box.bottom);
      if (outside) return;
      const point = at ? screenToFlowPosition(at, { snapToGrid: false }) : freeNear(store, middle());
      place(buildAt(store.get().cycle, preset, point), at !== null);
    },
    append: (from: StageId, preset: StagePreset, at: Point | null) =>
      place(buildAppended(store.get().cycle, from, preset, at), false),
    connect: (from: StageId, to: StageId, trigger: Trigger) => {
      const result = run({ type: 'add-transition', from, trigger, transition: { to } });
      if (result.kind !== 'applied') return;
      const added = transitionsFrom(result.cycle, from).findLast(
        (placed) => placed.transition.to === to && JSON.stringify(placed.trigger) === JSON.stringify(trigger),
      );
      if (added) select({ kind: 'transition', at: added.at });
      focusDrawn(area.current, () => focus(from));
      say(
        t('{from} leads to {to}: {trigger}.', {
          from: named(from),
          to: named(to),
          trigger: triggerWords(trigger),
        }),
      );
    },
    moveInto: (stages: readonly StageId[], inside: StageId | null) => {
      const moves = movesInto(store.get().cycle, stages, inside);
      if (run({ type: 'move-stages', moves }).kind !== 'applied') return;
      const [first] = stages;
      if (first !== undefined) focus(first);
      say(movedWords(stages.map(named).join(', '), inside === null ? null : named(inside)));
    },
    remove: (stages: readonly StageId[]) => {
      const names = stages.map(named).join(', ');
      const burst = `remove ${stages.join(' ')}`;
      for (const stage of stages) run({ type: 'remove-stage', stage }, burst);
      select(nothing);
      say(t('{names} deleted.', { names }));
    },
    needsConfirmation: (stages: readonly StageId[]): boolean =>
      stages.some((id) => {
        const placed = findStage(store.get().cycle, id);
        return placed !== null && isContainer(placed.stage);
      }),
  };
}

interface Finding extends Pick<Deps, 'store' | 'editing' | 'labels'> {
  reveal(id: StageId): void;
  focus(id: StageId): void;
  wish: RefObject<number>;
}

/** Going to what was searched for, also where a folded container hides it. */
function useFinding({ store, editing, labels, reveal, focus, wish }: Finding) {
  const { getInternalNode, setCenter, getZoom } = useReactFlow<StageNodeType>();
  const shownAs = (id: StageId): StageId | null => {
    if (getInternalNode(id)) return id;
    const parent = findStage(store.get().cycle, id)?.parent ?? null;
    return parent === null ? null : shownAs(parent);
  };
  const revealFound = ({ stage, transition }: Found) => {
    const label = transition === null ? null : labels.current.get(transition);
    if (label) {
      wish.current += 1;
      const middle = { x: label.x + label.width / 2, y: label.y + label.height / 2 };
      setCenter(middle.x, middle.y, { zoom: Math.max(0.6, getZoom()), duration: motionTime() });
      return;
    }
    const shown = stage === null ? null : shownAs(stage);
    if (shown !== null) reveal(shown);
  };
  /** Without a place: to what is selected. What was found may not be selected yet when the bar closes at once. */
  const focusFound = (found: Found | undefined) => {
    const stage = found?.stage ?? stageOf(editing.selection);
    const shown = stage === null ? null : shownAs(stage);
    if (shown !== null) focus(shown);
  };
  return { revealFound, focusFound };
}

function stageOf(selection: Selection): StageId | null {
  if (selection.kind === 'transition') return selection.at.stage;
  return selection.kind === 'stages' ? (selection.ids[0] ?? null) : null;
}

/** About a second. */
const mostFrames = 60;

/**
 * The picker is gone with the focus, and the label of what was drawn comes once its way is found. Whoever went elsewhere
 * meanwhile stays there; where no label comes, as in the outline, `otherwise` says who has the keys.
 */
function focusDrawn(area: HTMLElement | null, otherwise: () => void, frames = 0): void {
  requestAnimationFrame(() => {
    if (document.activeElement?.matches(':not(body, [role="dialog"] *)')) return;
    const label = area?.querySelector<HTMLElement>('button[data-chosen]');
    if (label) label.focus({ preventScroll: true });
    else if (frames === mostFrames) otherwise();
    else focusDrawn(area, otherwise, frames + 1);
  });
}

/** The stage that has the focus itself, not something in it; on the canvas only where Tab brought it. */
function focusedIn(area: HTMLElement | null): StageId | null {
  const active = document.activeElement;
  if (!(active instanceof HTMLElement) || !area?.contains(active)) return null;
  if (active.matches('.react-flow__node:focus-visible')) return active.dataset.id ?? null;
  return active.dataset.stage ?? null;
}

/** The middle of the canvas, or a place below it that no stage covers. */
function freeNear(store: DocumentStore, at: Point): Point {
  const { cycle } = store.get();
  const places = Object.keys(cycle.stages).map((id) => cycle.layout?.[id] ?? { x: 0, y: 0 });
  const covered = ({ x, y }: Point) =>
    places.some((place) => Math.abs(place.x + 104 - x) < 216 && Math.abs(place.y + 32 - y) < 80);
  const tries = Array.from({ length: 20 }, (_, row) => ({ x: at.x, y: at.y + row * 96 }));
  return tries.find((point) => !covered(point)) ?? at;
}
