// Copy, cut and paste through the browser's own clipboard, as text: it reaches other tabs, and other programs.
import { useReactFlow } from '@xyflow/react';
import { type RefObject, useEffect, useEffectEvent, useRef } from 'react';
import { told } from '../../app/parts/told.ts';
import { clipText, readClip } from '../../document/clip/clip-text.ts';
import { copyStages } from '../../document/clip/copy-stages.ts';
import type { Point } from '../../document/command.ts';
import type { DocumentStore } from '../../document/document-store.ts';
import { t } from '../../language/index.ts';
import { type Editing, stageSelection } from '../../panels/editing.ts';
import { buildPasted, buildPastedBelow } from './build.ts';
import type { Builder } from './use-builder.ts';
import { isOnCanvas } from './use-shortcuts.ts';

interface Deps {
  store: DocumentStore;
  editing: Editing;
  builder: Builder;
  root: RefObject<HTMLElement | null>;
  area: RefObject<HTMLElement | null>;
}

export function useClipboard({ store, editing, builder, root, area }: Deps): void {
  const { selection, run, select, say, readOnly } = editing;
  const { screenToFlowPosition } = useReactFlow();
  const pointer = usePointer(area);
  const chosen = selection.kind === 'stages' ? selection.ids : [];
  const paste = (text: string) => {
    const clip = readClip(text);
    if (!clip) return told(t('What is on the clipboard is no part of a cycle, so nothing was pasted.'));
    const { cycle } = store.get();
    const onPoint = (at: Point) => buildPasted(cycle, clip, screenToFlowPosition(at, { snapToGrid: false }));
    // By keyboard alone nobody points: the middle of the canvas may be inside a group that nobody means.
    const below = pointer.current ? null : buildPastedBelow(cycle, clip, chosen);
    const pasted = below ?? onPoint(pointer.current ?? middleOf(area.current));
    if (!pasted) return told(t('There is nothing on the clipboard that can stand here.'));
    if (run(pasted.command).kind !== 'applied') return;
    select(stageSelection(...pasted.ids));
    const [first] = pasted.ids;
    if (first !== undefined) builder.focus(first);
    const words = t('{count, plural, one {# stage} other {# stages}} pasted.', { count: pasted.ids.length });
    say([words, ...pasted.notes].join(' '));
    if (pasted.notes.length > 0) told(pasted.notes.join(' '), words);
  };
  const take = (event: ClipboardEvent): boolean => {
    const clip = isTextMarked() ? null : copyStages(store.get().cycle, chosen);
    if (!clip || !event.clipboardData) return false;
    event.clipboardData.setData('text/plain', clipText(clip));
    event.preventDefault();
    return true;
  };
  const acts: Record<Act, (event: ClipboardEvent) => void> = {
    copy: (event) => {
      if (take(event))
        say(t('{count, plural, one {# stage} other {# stages}} copied.', { count: chosen.length }));
    },
    cut: (event) => {
      if (!readOnly && take(event)) builder.remove(chosen);
    },
    paste: (event) => {
      if (readOnly) return;
      event.preventDefault();
      paste(event.clipboardData?.getData('text/plain') ?? '');
    },
  };
  const hear = useEffectEvent((act: Act, event: ClipboardEvent) => {
    if (isOnCanvas(event, root.current)) acts[act](event);
  });
  useEffect(() => {
    const listeners = (['copy', 'cut', 'paste'] as const).map(
      (act) => [act, (event: ClipboardEvent) => hear(act, event)] as const,
    );
    for (const [act, listen] of listeners) window.addEventListener(act, listen);
    return () => {
      for (const [act, listen] of listeners) window.removeEventListener(act, listen);
    };
  }, []);
}

type Act = 'copy' | 'cut' | 'paste';

/** A text that is marked on the page is what the person means to copy. */
const isTextMarked = (): boolean => document.getSelection()?.isCollapsed === false;

function middleOf(area: HTMLElement | null): Point {
  const box = area?.getBoundingClientRect();
  return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : { x: 0, y: 0 };
}

/** Where the pointer is over the canvas; null while it is elsewhere. */
function usePointer(area: RefObject<HTMLElement | null>): RefObject<Point | null> {
  const at = useRef<Point | null>(null);
  useEffect(() => {
    const element = area.current;
    const move = ({ clientX, clientY }: PointerEvent) => {
      at.current = { x: clientX, y: clientY };
    };
    const leave = () => {
      at.current = null;
    };
    element?.addEventListener('pointermove', move);
    element?.addEventListener('pointerleave', leave);
    return () => {
      element?.removeEventListener('pointermove', move);
      element?.removeEventListener('pointerleave', leave);
    };
  }, [area]);
  return at;
}
