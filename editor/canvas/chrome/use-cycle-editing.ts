// The state of editing one cycle: the document with its undo, what is selected, what is asked, what is said.
import { useCallback, useMemo, useState, useSyncExternalStore } from 'react';
import type { Cycle, StageId } from '../../../engine/index.ts';
import type { Checked } from '../../check/use-check.ts';
import { useSaid } from '../../check/use-said.ts';
import type { DocumentStore } from '../../document/document-store.ts';
import { findStage, nameOf } from '../../document/stage-tree.ts';
import { t } from '../../language/index.ts';
import { type Editing, nothing, type Selection, stageSelection } from '../../panels/editing.ts';
import { useShownWay } from '../../ways/use-shown-way.ts';
import type { CanvasActs, Question } from '../acts/canvas-acts.ts';
import { arrange, arrangements } from '../arrange/arrange.ts';
import { toFlow } from '../view/to-flow.ts';
import { buildDoubled } from './build.ts';
import { selectionAt } from './selection-at.ts';
import { useFollowed } from './use-followed.ts';

interface Given {
  store: DocumentStore;
  checked: Checked;
  readOnly: boolean;
  /** The drawing may not change now, though the document might. */
  locked: boolean;
}

export function useCycleEditing({ store, checked, readOnly, locked }: Given) {
  const state = useSyncExternalStore(store.subscribe, store.get);
  const [selection, setSelection] = useState<Selection>(nothing);
  const [question, setQuestion] = useState<Question | null>(null);
  const { message, say } = useSaying();
  const [wanted, setWanted] = useState<string | null>(null);
  // No panel asks where a stage lies.
  const said = useSaid(state.cycle);
  const cycle = useFollowed(said, state, selection);
  const shown = useShownWay(cycle, checked.problems);
  const showWay = shown.pick;
  const run = useRun(store, { readOnly, locked }, say);
  const goTo = useCallback(
    (pointer: string) => {
      setSelection(selectionAt(store.get().cycle, pointer));
      setWanted(pointer);
    },
    [store],
  );
  const history = useHistory(store, say);
  const arrived = useCallback(() => setWanted(null), []);
  const acts = useMemo((): CanvasActs => {
    const select: CanvasActs['select'] = (change) => setSelection(change);
    const duplicate: CanvasActs['duplicate'] = (stages) => {
      const pasted = buildDoubled(store.get().cycle, stages);
      if (!pasted || run(pasted.command).kind !== 'applied') return;
      setSelection(stageSelection(...pasted.ids));
      say(
        pasted.ids.length === 1
          ? t('Duplicated.')
          : t('{count} stages duplicated.', { count: pasted.ids.length }),
      );
    };
    const arranging: CanvasActs['arrange'] = (stages, how) => {
      const chosen = toFlow(store.get().cycle).stages.filter(({ id }) => stages.includes(id));
      const moves = arrange(chosen, how);
      if (moves.length > 0) run({ type: 'move-stages', moves });
      say(arrangements.find((each) => each.how === how)?.words ?? '');
    };
    return { run, select, ask: setQuestion, duplicate, arrange: arranging };
  }, [store, run, say]);
  const editing = useMemo(
    (): Editing => ({
      cycle,
      checked,
      problems: checked.problems,
      readOnly: locked,
      selection,
      select: setSelection,
      run,
      ...history,
      say,
      wanted,
      goTo,
      showWay,
      arrived,
    }),
    [history, cycle, checked, locked, selection, run, say, wanted, goTo, showWay, arrived],
  );
  return { shown, state, editing, acts, question, message };
}

/** What was said last, with its number: the same words twice are said twice. */
function useSaying() {
  const [message, setMessage] = useState({ number: 0, words: '' });
  const say = useCallback((words: string) => setMessage(({ number }) => ({ number: number + 1, words })), []);
  return { message, say };
}

/** Undo and redo are heard as well as seen. */
function useHistory(store: DocumentStore, say: (message: string) => void): Pick<Editing, 'undo' | 'redo'> {
  return useMemo(
    () => ({
      undo: () => {
        const { canUndo } = store.get();
        store.undo();
        say(canUndo ? t('The last change is undone.') : t('There is nothing to undo.'));
      },
      redo: () => {
        const { canRedo } = store.get();
        store.redo();
        say(canRedo ? t('The change is made again.') : t('There is nothing to redo.'));
      },
    }),
    [store, say],
  );
}

const shownForReading = t('This cycle is shown for reading.');
const nameIn = (cycle: Cycle, id: StageId): string => {
  const placed = findStage(cycle, id);
  return placed ? nameOf(id, placed.stage) : id;
};

const inRehearsal = t('The cycle is being rehearsed. Press T to go back to drawing.');

function useRun(
  store: DocumentStore,
  { readOnly, locked }: { readOnly: boolean; locked: boolean },
  say: (message: string) => void,
): Editing['run'] {
  return useCallback(
    (command, burst) => {
      if (locked) return { kind: 'refused', reason: readOnly ? shownForReading : inRehearsal };
      const before = store.get().cycle;
      const result = store.run(command, burst);
      if (result.kind === 'refused') say(result.reason);
      // A name that is being typed is read as it is typed.
      else if (command.type === 'rename-stage' && burst === undefined)
        say(
          t('{before} is now called {name}.', {
            before: nameIn(before, command.stage),
            name: nameIn(result.cycle, command.stage),
          }),
        );
      return result;
    },
    [store, readOnly, locked, say],
  );
}
