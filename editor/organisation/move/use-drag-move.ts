// A component dragged by its handle, with mouse, pen or finger: over what it may go is marked, Escape lets go.
import { type PointerEvent, type RefObject, useEffect, useEffectEvent, useState } from 'react';
import type { Component } from '../../../engine/index.ts';
import { t } from '../../language/index.ts';
import { idsWithin } from '../tree.ts';
import type { MoveWish } from './move-wish.ts';

interface Given {
  items: Component[];
  frame: RefObject<HTMLElement | null>;
  onMove?: ((wish: MoveWish) => void) | undefined;
}
interface Drag {
  component: Component;
  /** It and what is below it cannot take it in, nor can what it is part of already. */
  closed: ReadonlySet<string>;
  over: string | null;
  x: number;
  y: number;
}

/** Near the edge of the window the page goes on by as much with each movement. */
const edge = 60;
const scrollStep = 18;

function scrollNear(y: number): void {
  if (y < edge) window.scrollBy(0, -scrollStep);
  else if (y > window.innerHeight - edge) window.scrollBy(0, scrollStep);
}

export function useDragMove({ items, frame, onMove }: Given) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const lineAt = (x: number, y: number): string | null => {
    const line = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-component]');
    return line && frame.current?.contains(line) ? (line.dataset.component ?? null) : null;
  };
  const follow = (event: PointerEvent) => {
    if (!drag) return;
    const { clientX: x, clientY: y } = event;
    scrollNear(y);
    setDrag({ ...drag, x, y, over: lineAt(x, y) });
  };
  const drop = () => {
    if (!drag) return;
    setDrag(null);
    if (drag.over !== null && !drag.closed.has(drag.over))
      onMove?.({ component: drag.component, parentId: drag.over });
  };
  const letGo = useEffectEvent((event: KeyboardEvent) => {
    if (event.key === 'Escape') setDrag(null);
  });
  const isDragging = drag !== null;
  useEffect(() => {
    if (!isDragging) return;
    window.addEventListener('keydown', letGo);
    return () => window.removeEventListener('keydown', letGo);
  }, [isDragging]);
  const begin = (component: Component, event: PointerEvent) => {
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    const closed = idsWithin(items, component.id);
    if (component.parentId !== null) closed.add(component.parentId);
    setDrag({ component, closed, over: null, x: event.clientX, y: event.clientY });
  };
  const nameOf = (id: string) => items.find((item) => item.id === id)?.name ?? id;
  const mayDrop = drag?.over !== null && drag?.over !== undefined && !drag.closed.has(drag.over);
  return {
    handle: (component: Component) => ({
      onPointerDown: (event: PointerEvent) => begin(component, event),
      onPointerMove: follow,
      onPointerUp: drop,
      onPointerCancel: () => setDrag(null),
      onClick: (event: { stopPropagation(): void }) => event.stopPropagation(),
    }),
    mark: (id: string): 'yes' | 'no' | undefined => {
      if (!drag || drag.over !== id) return undefined;
      return drag.closed.has(id) ? 'no' : 'yes';
    },
    ghost: drag && {
      x: drag.x + 14,
      y: drag.y + 10,
      words:
        mayDrop && drag.over !== null
          ? t('{component} → {place}', { component: drag.component.name, place: nameOf(drag.over) })
          : drag.component.name,
    },
  };
}
