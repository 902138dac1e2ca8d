// What each shortcut does while a cycle is edited.
import { useReactFlow } from '@xyflow/react';
import type { StageId } from '../../../engine/index.ts';
import { outermost } from '../../document/clip/copy-stages.ts';
import type { DocumentStore } from '../../document/document-store.ts';
import { absolutePlaceOf } from '../../document/layout.ts';
import { findStage, isContainer, stagesInside } from '../../document/stage-tree.ts';
import { type Editing, nothing, stageSelection } from '../../panels/editing.ts';
import type { CanvasActs } from '../acts/canvas-acts.ts';
import { motionTime } from '../flow/motion.ts';
import { useOverview } from '../flow/use-overview.ts';
import { fitOptions } from '../flow/ZoomBar.tsx';
import type { ShortcutHandlers } from '../shortcuts.ts';
import { type Direction, neighbourOf } from '../view/neighbour.ts';
import { gridStep } from '../view/sizes.ts';
import { isCollapsed } from '../view/stage-boxes.ts';
import { toFlow } from '../view/to-flow.ts';
import type { Builder } from './use-builder.ts';
import type { Rehearsing } from './use-rehearsing.ts';

interface Deps {
  store: DocumentStore;
  editing: Editing;
  acts: CanvasActs;
  builder: Builder;
  tidy(): void;
  nextProblem(step: 1 | -1): void;
  rehearsing: Rehearsing;
}

export function useEditorShortcuts({
  store,
  editing,
  acts,
  builder,
  tidy,
  nextProblem,
  rehearsing,
}: Deps): ShortcutHandlers {
  const { fitView, zoomTo } = useReactFlow();
  const overview = useOverview();
  const { selection, select, run, say, readOnly } = editing;
  const stages = selection.kind === 'stages' ? selection.ids : [];
  const [first] = stages;
  const edit = (act: () => void) => () => {
    if (!readOnly) act();
  };
  const withStage = (act: (stage: StageId) => void) => edit(() => first !== undefined && act(first));
  const go = (direction: Direction) => () => {
    const next = neighbourOf(toFlow(store.get().cycle).stages, first ?? null, direction);
    if (next === null) return;
    select(stageSelection(next));
    builder.focus(next);
  };
  const nudge = (dx: number, dy: number) =>
    withStage(() => {
      const { cycle } = store.get();
      const moves = outermost(cycle, stages).map(({ id, parent }) => {
        const { x, y } = absolutePlaceOf(cycle, id);
        return { stage: id, inside: parent, at: { x: x + dx * gridStep, y: y + dy * gridStep } };
      });
      const [moved] = moves;
      const result = run({ type: 'move-stages', moves }, `nudge ${stages.join(' ')}`);
      if (moved && result.kind === 'applied') {
        say(`${stages.map(builder.named).join(', ')} moved to ${moved.at.x}, ${moved.at.y}.`);
      }
    });
  const fold = withStage((stage) => {
    const { cycle } = store.get();
    const placed = findStage(cycle, stage);
    if (!placed || !isContainer(placed.stage))
      return say('Only a stage with stages inside can be folded up.');
    const collapsed = !isCollapsed(cycle, stage);
    run({ type: 'collapse-stage', stage, collapsed });
    say(`${builder.named(stage)} is ${collapsed ? 'folded up' : 'unfolded'}.`);
    builder.focus(stage);
  });
  const selectAll = () => {
    const { cycle } = store.get();
    const inside = first === undefined ? null : (findStage(cycle, first)?.parent ?? null);
    const all = Object.keys(stagesInside(cycle, inside));
    select(stageSelection(...all));
    say(all.length === 1 ? '1 stage selected.' : `${all.length} stages selected.`);
  };
  const rename = withStage((stage) => acts.ask({ kind: 'rename', stage }));
  const history = (act: () => void) => () => rehearsing.canUndo && act();
  const remove = edit(() => {
    if (selection.kind === 'transition') {
      run({ type: 'remove-transition', at: selection.at });
      select(nothing);
    }
    if (stages.length > 0) acts.ask({ kind: 'remove', stages });
  });
  return {
    new: edit(() => acts.ask({ kind: 'new', at: null, near: null })),
    append: withStage((from) => acts.ask({ kind: 'append', from, at: null, near: null })),
    connect: withStage((from) => acts.ask({ kind: 'connect', from })),
    rename,
    'rename-enter': rename,
    remove,
    duplicate: edit(() => stages.length > 0 && acts.duplicate(stages)),
    all: selectAll,
    fold,
    into: edit(() => stages.length > 0 && acts.ask({ kind: 'into', stages })),
    undo: history(store.undo),
    redo: history(store.redo),
    'redo-y': history(store.redo),
    tidy: edit(tidy),
    left: go('left'),
    right: go('right'),
    up: go('up'),
    down: go('down'),
    'nudge-left': nudge(-1, 0),
    'nudge-right': nudge(1, 0),
    'nudge-up': nudge(0, -1),
    'nudge-down': nudge(0, 1),
    escape: () => {
      acts.ask(null);
      select(nothing);
    },
    search: () => acts.ask({ kind: 'search' }),
    problem: () => nextProblem(1),
    'problem-back': () => nextProblem(-1),
    fit: () => fitView(fitOptions()),
    actual: () => zoomTo(1, { duration: motionTime() }),
    rehearse: () => rehearsing.toggle?.(),
    overview: overview.toggle,
    help: () => acts.ask({ kind: 'shortcuts' }),
  };
}
