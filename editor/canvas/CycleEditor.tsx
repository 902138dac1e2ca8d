// Edits one cycle: palette, canvas, inspector, problems. The document, its saving and publishing are the page's.
import { useMediaQuery } from '@mantine/hooks';
import { ReactFlowProvider } from '@xyflow/react';
import { type ReactNode, useCallback, useEffect, useReducer, useRef, useState } from 'react';
import type { Checked } from '../check/use-check.ts';
import type { DocumentStore } from '../document/document-store.ts';
import { EditingContext } from '../panels/editing.ts';
import { Outline } from '../panels/Outline.tsx';
import { ProblemsPanel } from '../panels/ProblemsPanel.tsx';
import { SampleProvider } from '../sample/SampleProvider.tsx';
import { stagesOf } from '../ways/stages-of.ts';
import { WayStrip } from '../ways/WayStrip.tsx';
import { CanvasActsContext } from './acts/canvas-acts.ts';
import { Beside } from './chrome/Beside.tsx';
import styles from './chrome/chrome.module.css';
import { Palette } from './chrome/Palette.tsx';
import { Questions } from './chrome/Questions.tsx';
import { TopBar } from './chrome/TopBar.tsx';
import { useBuilder } from './chrome/use-builder.ts';
import { useCanvasPalette } from './chrome/use-canvas-palette.ts';
import { useClipboard } from './chrome/use-clipboard.ts';
import { useCycleEditing } from './chrome/use-cycle-editing.ts';
import { useEditorShortcuts } from './chrome/use-editor-shortcuts.ts';
import { useProblemWalk } from './chrome/use-problem-walk.ts';
import { type RehearseAt, useRehearsing } from './chrome/use-rehearsing.ts';
import { useShortcuts } from './chrome/use-shortcuts.ts';
import { useTidy } from './chrome/use-tidy.ts';
import type { LabelPlaces } from './flow/canvas-props.ts';
import { FlowCanvas } from './flow/FlowCanvas.tsx';
import type { PlanOverlay, StageCounts } from './flow/overlay.ts';

interface Props {
  store: DocumentStore;
  checked: Checked;
  statusText: string;
  actions: ReactNode;
  readOnly?: boolean;
  overlay?: PlanOverlay;
  counts?: StageCounts;
  rehearse?: RehearseAt;
}

export function CycleEditor(props: Props) {
  return (
    <ReactFlowProvider>
      <SampleProvider>
        <Editor {...props} />
      </SampleProvider>
    </ReactFlowProvider>
  );
}

function Editor({ readOnly = false, rehearse, overlay, counts, statusText, actions, store, checked }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const area = useRef<HTMLDivElement>(null);
  const labels: LabelPlaces = useRef(new Map());
  const isSmall = useMediaQuery('(max-width: 768px)', false, { getInitialValueInEffect: false });
  const [outlined, toggleOutline] = useReducer((shown: boolean) => !shown, false);
  const [detailed, setDetailed] = useState(false);
  const showDetails = useCallback(() => setDetailed(true), []);
  const rehearsing = useRehearsing(rehearse, readOnly, overlay);
  const { locked, canUndo, picture } = rehearsing;
  const { shown, state, editing, acts, question, message } = useCycleEditing({
    store,
    checked,
    readOnly,
    locked,
  });
  const renaming = question?.kind === 'rename' ? question.stage : null;
  // What is rehearsed has a picture of its own.
  const way = rehearsing.tab === null ? shown.way : null;
  const builder = useBuilder({ store, editing, acts, area, labels });
  const tidy = useTidy(store, editing);
  const walk = useProblemWalk(editing, builder);
  const { nextProblem } = walk;
  const handlers = useEditorShortcuts({ store, editing, acts, builder, tidy, nextProblem, rehearsing });
  useShortcuts(root, handlers);
  useCanvasPalette(handlers, editing, acts);
  useClipboard({ store, editing, builder, root, area });
  const help = useCallback(() => acts.ask({ kind: 'shortcuts' }), [acts]);
  useEffect(() => {
    if (isSmall && editing.wanted !== null) setDetailed(true);
  }, [isSmall, editing.wanted]);
  return (
    <EditingContext value={editing}>
      <CanvasActsContext value={acts}>
        <div
          className={styles.editor}
          ref={root}
          data-small={isSmall || undefined}
          data-rehearsing={rehearsing.tab !== null || undefined}
        >
          <TopBar
            isSmall={isSmall}
            canUndo={state.canUndo}
            canRedo={state.canRedo}
            readOnly={!canUndo}
            rehearsing={rehearsing}
            outlined={outlined}
            onUndo={editing.undo}
            onRedo={editing.redo}
            onTidy={tidy}
            onOutline={toggleOutline}
            onHelp={help}
            onDetails={isSmall && rehearsing.tab === null ? showDetails : null}
            statusText={statusText}
            actions={actions}
          />
          {locked ? <div /> : <Palette onAdd={builder.add} />}
          <div className={styles.canvasArea} ref={area}>
            {outlined ? (
              <Outline renaming={renaming} />
            ) : (
              <FlowCanvas
                cycle={state.cycle}
                problems={editing.problems}
                selection={editing.selection}
                renaming={renaming}
                acts={acts}
                readOnly={locked}
                overlay={way?.overlay ?? picture.overlay}
                focus={way ? stagesOf(state.cycle, way) : undefined}
                marks={picture.marks}
                counts={counts}
                labels={labels}
              />
            )}
            {way && <WayStrip way={way} onClear={shown.clear} />}
            <Questions question={question} acts={acts} builder={builder} />
          </div>
          <Beside
            isSmall={isSmall}
            detailed={detailed}
            onClose={() => setDetailed(false)}
            rehearsing={rehearsing}
            store={store}
            readOnly={readOnly}
          />
          <div className={styles.problems}>
            <ProblemsPanel
              open={walk.open}
              onToggle={walk.toggle}
              current={walk.current}
              onPick={walk.show}
            />
          </div>
          <output className={styles.live} aria-live="polite">
            {/* The same words twice are two messages. */}
            <span key={message.number}>{message.words}</span>
          </output>
        </div>
      </CanvasActsContext>
    </EditingContext>
  );
}
