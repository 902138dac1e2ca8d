// The panel on the right: what is selected, and all its fields. Focuses the field that a problem asks for.
import { memo, useDeferredValue, useEffect, useRef } from 'react';
import { listStages } from '../document/stage-tree.ts';
import { t } from '../language/index.ts';
import { CycleInspector } from './CycleInspector.tsx';
import { isIn, useEditing } from './editing.ts';
import { ManyStages } from './ManyStages.tsx';
import styles from './panels.module.css';
import { StageInspector } from './StageInspector.tsx';
import { TransitionInspector } from './TransitionInspector.tsx';
import { useKeys } from './use-keys.ts';

function InspectorView() {
  const editing = useEditing();
  // What is pressed is seen to be chosen, and can be dragged, before its many fields are made.
  const [wanted, before] = [useDeferredValue(editing.wanted), useDeferredValue(editing.selection)];
  const { arrived, cycle } = editing;
  const selection = isIn(cycle, before) ? before : editing.selection;
  const keyOf = useKeys(listStages(cycle).map(({ id }) => id));
  const frame = useRef<HTMLElement>(null);
  useEffect(() => {
    if (wanted === null || !frame.current) return;
    if (!isUnderDialog(frame.current)) focusOn(frame.current, wanted);
    arrived();
  }, [wanted, arrived]);
  return (
    <section ref={frame} className={styles.inspector} aria-label={t('Inspector')}>
      {selection.kind === 'transition' && <TransitionInspector at={selection.at} />}
      {selection.kind === 'stages' && selection.ids.length > 1 && (
        <ManyStages key={selection.ids.join(' ')} ids={selection.ids} />
      )}
      {selection.kind === 'stages' && selection.ids.length === 1 && selection.ids[0] !== undefined && (
        <StageInspector key={keyOf(selection.ids[0])} id={selection.ids[0]} />
      )}
      {(selection.kind === 'none' || (selection.kind === 'stages' && selection.ids.length === 0)) && (
        <CycleInspector />
      )}
    </section>
  );
}

export const Inspector = memo(InspectorView);

/** What opens a dialog of its own has its field there, and the focus with it. */
const isUnderDialog = (frame: HTMLElement): boolean =>
  [...document.querySelectorAll('[role="dialog"]')].some(
    (dialog) => !dialog.contains(frame) && dialog.checkVisibility(),
  );

/** A sheet that opens for the field asks for what is marked, or else would go to its first button. */
function focusOn(frame: HTMLElement, wanted: string): void {
  for (const marked of frame.querySelectorAll('[data-autofocus]')) marked.removeAttribute('data-autofocus');
  const field = nearestField(frame, wanted);
  field?.setAttribute('data-autofocus', 'true');
  field?.focus();
}

/** The field of the pointer itself, else the one of the place around it. */
function nearestField(frame: HTMLElement, pointer: string): HTMLElement | null {
  const fields = [...frame.querySelectorAll<HTMLElement>('[data-pointer]')];
  const parts = pointer.split('/');
  for (let length = parts.length; length > 0; length--) {
    const place = parts.slice(0, length).join('/');
    const exact = fields.find((field) => field.dataset.pointer === place);
    const inside = fields.find((field) => field.dataset.pointer?.startsWith(`${place}/`));
    if (exact ?? inside) return exact ?? inside ?? null;
  }
  return fields[0] ?? null;
}
