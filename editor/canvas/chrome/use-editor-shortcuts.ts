// What each shortcut does while a cycle is edited.
import { useReactFlow } from '@xyflow/react';
import type { StageId } from '../../../engine/index.ts';
import { outermost } from '../../document/clip/copy-stages.ts';
import type { DocumentStore } from '../../document/document-store.ts';
import { absolutePlaceOf } from '../../document/layout.ts';
import { findStage, isContainer, stagesInside } from '../../document/stage-tree.ts';
import { t } from '../../language/index.ts';
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

/** What is done to the stages that are meant, and nothing where the drawing may not change. */
function actsOnStages({ selection, select, readOnly }: Editing, builder: Builder) {
  const selected = selection.kind === 'stages' ? selection.ids : [];
  /** Whoever came to a stage with Tab means it; one that is chosen with others stays with them. */
  const meant = (): readonly StageId[] => {
    const focused = builder.focused();
    if (focused === null || selected.includes(focused)) return selected;
    select(stageSelection(focused));
    return [focused];
  };
  const edit = (act: () => void) => () => {
    if (!readOnly) act();
  };
  const withStages = (act: (stages: readonly StageId[]) => void) =>
    edit(() => {
      const stages = meant();
      if (stages.length > 0) act(stages);
    });
  const withStage = (act: (stage: StageId) => void) =>
    withStages(([first]) => first !== undefined && act(first));
  return { meant, edit, withStages, withStage };
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
  const { selection, select, run, say } = editing;
  const { meant, edit, withStages, withStage } = actsOnStages(editing, builder);
  const go = (direction: Direction) => () => {
    const next = neighbourOf(toFlow(store.get().cycle).stages, meant()[0] ?? null, direction);
    if (next === null) return;
    select(stageSelection(next));
    builder.focus(next);
  };
  const nudge = (dx: number, dy: number) =>
    withStages((stages) => {
      const { cycle } = store.get();
      const moves = outermost(cycle, stages).map(({ id, parent }) => {
        const { x, y } = absolutePlaceOf(cycle, id);
        return { stage: id, inside: parent, at: { x: x + dx * gridStep, y: y + dy * gridStep } };
      });
      const [moved] = moves;
      const result = run({ type: 'move-stages', moves }, `nudge ${stages.join(' ')}`);
      if (moved && result.kind === 'applied') {
        say(
          t('{stages} moved to {x}, {y}.', {
            stages: stages.map(builder.named).join(', '),
            x: moved.at.x,
            y: moved.at.y,
          }),
        );
      }
    });
  const fold = withStage((stage) => {
    const { cycle } = store.get();
    const placed = findStage(cycle, stage);
    if (!placed || !isContainer(placed.stage))
      return say(t('Only a stage with stages inside can be folded up.'));
    const collapsed = !isCollapsed(cycle, stage);
    run({ type: 'collapse-stage', stage, collapsed });
    const name = builder.named(stage);
    say(collapsed ? t('{name} is folded up.', { name }) : t('{name} is unfolded.', { name }));
    builder.focus(stage);
  });
  const selectAll = () => {
    const { cycle } = store.get();
    const [first] = meant();
    const inside = first === undefined ? null : (findStage(cycle, first)?.parent ?? null);
    const all = Object.keys(stagesInside(cycle, inside));
    select(stageSelection(...all));
    say(t('{count, plural, one {# stage} other {# stages}} selected.', { count: all.length }));
  };
  const rename = withStage((stage) => acts.ask({ kind: 'rename', stage }));
  const history = (act: () => void) => () => rehearsing.canUndo && act();
  const remove = edit(() => {
    const stages = meant();
    if (stages.length > 0) return acts.ask({ kind: 'remove', stages });
    if (selection.kind === 'transition') {
      run({ type: 'remove-transition', at: selection.at });
      select(nothing);
      say(t('The transition is deleted.'));
    }
  });
  return {
    new: edit(() => acts.ask({ kind: 'new', at: null, near: null })),
    append: withStage((from) => acts.ask({ kind: 'append', from, at: null, near: null })),
    connect: withStage((from) => acts.ask({ kind: 'connect', from })),
    rename,
    'rename-enter': rename,
    remove,
    duplicate: withStages(acts.duplicate),
    all: selectAll,
    fold,
    into: withStages((stages) => acts.ask({ kind: 'into', stages })),
    undo: history(editing.undo),
    redo: history(editing.redo),
    'redo-y': history(editing.redo),
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
