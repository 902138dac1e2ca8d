// What each shortcut does while a cycle is edited.
import { useReactFlow } from '@xyflow/react';
import type { StageId } from '../../../engine/index.ts';
import type { DocumentStore } from '../../document/document-store.ts';
import { placeOf } from '../../document/layout.ts';
import { type Editing, nothing, stageSelection } from '../../panels/editing.ts';
import type { CanvasActs } from '../acts/canvas-acts.ts';
import { motionTime } from '../flow/motion.ts';
import { useOverview } from '../flow/use-overview.ts';
import { fitOptions } from '../flow/ZoomBar.tsx';
import type { ShortcutHandlers } from '../shortcuts.ts';
import { type Direction, neighbourOf } from '../view/neighbour.ts';
import { gridStep } from '../view/sizes.ts';
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
  const { selection, select, run, readOnly } = editing;
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
    withStage((stage) => {
      const at = placeOf(store.get().cycle, stage);
      const to = { x: at.x + dx * gridStep, y: at.y + dy * gridStep };
      run({ type: 'move-stage', stage, to }, `nudge ${stage}`);
    });
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
    problem: () => nextProblem(1),
    'problem-back': () => nextProblem(-1),
    fit: () => fitView(fitOptions()),
    actual: () => zoomTo(1, { duration: motionTime() }),
    rehearse: () => rehearsing.toggle?.(),
    overview: overview.toggle,
    help: () => acts.ask({ kind: 'shortcuts' }),
  };
}
