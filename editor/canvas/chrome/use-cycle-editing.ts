// The state of editing one cycle: the document with its undo, what is selected, what is asked, what is said.
import { useCallback, useMemo, useState, useSyncExternalStore } from 'react';
import type { Checked } from '../../check/use-check.ts';
import type { DocumentStore } from '../../document/document-store.ts';
import { type Editing, nothing, type Selection, stageSelection } from '../../panels/editing.ts';
import { useShownWay } from '../../ways/use-shown-way.ts';
import type { CanvasActs, Question } from '../acts/canvas-acts.ts';
import { arrange, arrangements } from '../arrange/arrange.ts';
import { toFlow } from '../view/to-flow.ts';
import { buildDoubled } from './build.ts';
import { selectionAt } from './selection-at.ts';

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
  const [message, setMessage] = useState('');
  const [wanted, setWanted] = useState<string | null>(null);
  const { cycle } = state;
  const shown = useShownWay(cycle, checked.problems);
  const showWay = shown.pick;
  const run = useRun(store, { readOnly, locked }, setMessage);
  const goTo = useCallback(
    (pointer: string) => {
      setSelection(selectionAt(store.get().cycle, pointer));
      setWanted(pointer);
    },
    [store],
  );
  const arrived = useCallback(() => setWanted(null), []);
  const acts = useMemo((): CanvasActs => {
    const select: CanvasActs['select'] = (change) => setSelection(change);
    const duplicate: CanvasActs['duplicate'] = (stages) => {
      const pasted = buildDoubled(store.get().cycle, stages);
      if (!pasted || run(pasted.command).kind !== 'applied') return;
      setSelection(stageSelection(...pasted.ids));
      setMessage(pasted.ids.length === 1 ? 'Duplicated.' : `${pasted.ids.length} stages duplicated.`);
    };
    const arranging: CanvasActs['arrange'] = (stages, how) => {
      const chosen = toFlow(store.get().cycle).stages.filter(({ id }) => stages.includes(id));
      const moves = arrange(chosen, how);
      if (moves.length > 0) run({ type: 'move-stages', moves });
      setMessage(arrangements.find((each) => each.how === how)?.words ?? '');
    };
    return { run, select, ask: setQuestion, duplicate, arrange: arranging };
  }, [store, run]);
  const editing = useMemo(
    (): Editing => ({
      cycle,
      checked,
      problems: checked.problems,
      readOnly: locked,
      selection,
      select: setSelection,
      run,
      undo: store.undo,
      redo: store.redo,
      say: setMessage,
      wanted,
      goTo,
      showWay,
      arrived,
    }),
    [store, cycle, checked, locked, selection, run, wanted, goTo, showWay, arrived],
  );
  return { shown, state, editing, acts, question, message };
}

const shownForReading = 'This cycle is shown for reading.';
const inRehearsal = 'The cycle is being rehearsed. Press T to go back to drawing.';

function useRun(
  store: DocumentStore,
  { readOnly, locked }: { readOnly: boolean; locked: boolean },
  say: (message: string) => void,
): Editing['run'] {
  return useCallback(
    (command, burst) => {
      if (locked) return { kind: 'refused', reason: readOnly ? shownForReading : inRehearsal };
      const result = store.run(command, burst);
      if (result.kind === 'refused') say(result.reason);
      return result;
    },
    [store, readOnly, locked, say],
  );
}
