// Edits one cycle: palette, canvas, inspector, problems. Saving and publishing are the page's.
// `cycle` is the document to begin with; to show another one, give the editor another `key`.
import { useMediaQuery } from '@mantine/hooks';
import { ReactFlowProvider } from '@xyflow/react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Cycle, Problem } from '../../engine/index.ts';
import { EditingContext } from '../panels/editing.ts';
import { Inspector } from '../panels/Inspector.tsx';
import { Outline } from '../panels/Outline.tsx';
import { ProblemsPanel } from '../panels/ProblemsPanel.tsx';
import { CanvasActsContext } from './acts/canvas-acts.ts';
import styles from './chrome/chrome.module.css';
import { Palette } from './chrome/Palette.tsx';
import { Questions } from './chrome/Questions.tsx';
import { SidePanel } from './chrome/SidePanel.tsx';
import { TopBar } from './chrome/TopBar.tsx';
import { useBuilder } from './chrome/use-builder.ts';
import { useCanvasPalette } from './chrome/use-canvas-palette.ts';
import { useClipboard } from './chrome/use-clipboard.ts';
import { useCycleEditing } from './chrome/use-cycle-editing.ts';
import { useEditorShortcuts } from './chrome/use-editor-shortcuts.ts';
import { useProblemWalk } from './chrome/use-problem-walk.ts';
import { useShortcuts } from './chrome/use-shortcuts.ts';
import { useTidy } from './chrome/use-tidy.ts';
import { FlowCanvas } from './flow/FlowCanvas.tsx';
import type { PlanOverlay, StageCounts } from './flow/overlay.ts';

interface Props {
  cycle: Cycle;
  problems: readonly Problem[];
  onChange(cycle: Cycle): void;
  statusText: string;
  actions: ReactNode;
  readOnly?: boolean;
  overlay?: PlanOverlay;
  counts?: StageCounts;
}

export function CycleEditor(props: Props) {
  return (
    <ReactFlowProvider>
      <Editor {...props} />
    </ReactFlowProvider>
  );
}

function Editor({ readOnly = false, overlay, counts, statusText, actions, ...given }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const area = useRef<HTMLDivElement>(null);
  const isSmall = useMediaQuery('(max-width: 768px)', false, { getInitialValueInEffect: false });
  const [outlined, setOutlined] = useState(false);
  const [detailed, setDetailed] = useState(false);
  const { store, state, editing, acts, question, message } = useCycleEditing({ ...given, readOnly });
  const builder = useBuilder({ store, editing, acts, area });
  const tidy = useTidy(store, editing);
  const walk = useProblemWalk(editing, builder);
  const { nextProblem } = walk;
  const handlers = useEditorShortcuts({ store, editing, acts, builder, tidy, nextProblem });
  useShortcuts(root, handlers);
  useCanvasPalette(handlers, editing, acts);
  useClipboard({ store, editing, builder, root, area });
  useEffect(() => {
    if (isSmall && editing.wanted !== null) setDetailed(true);
  }, [isSmall, editing.wanted]);
  return (
    <EditingContext value={editing}>
      <CanvasActsContext value={acts}>
        <div className={styles.editor} ref={root} data-small={isSmall || undefined}>
          <TopBar
            canUndo={state.canUndo}
            canRedo={state.canRedo}
            readOnly={readOnly}
            outlined={outlined}
            onUndo={store.undo}
            onRedo={store.redo}
            onTidy={tidy}
            onOutline={() => setOutlined(!outlined)}
            onHelp={() => acts.ask({ kind: 'shortcuts' })}
            onDetails={isSmall ? () => setDetailed(true) : null}
            statusText={statusText}
            actions={actions}
          />
          {readOnly ? <div /> : <Palette onAdd={builder.add} />}
          <div className={styles.canvasArea} ref={area}>
            {outlined ? (
              <Outline />
            ) : (
              <FlowCanvas
                cycle={state.cycle}
                problems={editing.problems}
                selection={editing.selection}
                renaming={question?.kind === 'rename' ? question.stage : null}
                acts={acts}
                readOnly={readOnly}
                overlay={overlay}
                counts={counts}
              />
            )}
            <Questions question={question} acts={acts} builder={builder} />
          </div>
          <SidePanel isSmall={isSmall} opened={detailed} onClose={() => setDetailed(false)}>
            <Inspector />
          </SidePanel>
          <div className={styles.problems}>
            <ProblemsPanel open={walk.open} onToggle={walk.toggle} current={walk.current} />
          </div>
          <output className={styles.live} aria-live="polite">
            {message}
          </output>
        </div>
      </CanvasActsContext>
    </EditingContext>
  );
}
