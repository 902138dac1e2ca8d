// A line dragged by its handle onto another, with mouse, pen or finger: over what it may go is marked, Escape lets go.
import { type PointerEvent, type RefObject, useEffect, useEffectEvent, useState } from 'react';
import { t } from '../../../language/index.ts';
import { told } from '../told.ts';

/** Why the line of this name cannot take in what is dragged: null, it can; empty, the mark says enough. */
type RefusalOf = (line: string) => string | null;

interface Given<Item> {
  /** Around the lines, which carry their names as `data-line`. */
  frame: RefObject<HTMLElement | null>;
  wordsOf: (item: Item) => string;
  wordsOfLine: (line: string) => string;
  /** Asked once, as the item is taken up. */
  refusalsOf: (item: Item) => RefusalOf;
  onDrop: (item: Item, line: string) => void;
}
interface Drag<Item> {
  item: Item;
  refusalOf: RefusalOf;
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

export interface Ghost {
  x: number;
  y: number;
  words: string;
  isRefused: boolean;
}

export function useDrag<Item>({ frame, wordsOf, wordsOfLine, refusalsOf, onDrop }: Given<Item>) {
  const [drag, setDrag] = useState<Drag<Item> | null>(null);
  const lineAt = (x: number, y: number): string | null => {
    const line = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-line]');
    return line && frame.current?.contains(line) ? (line.dataset.line ?? null) : null;
  };
  const follow = (event: PointerEvent) => {
    if (!drag) return;
    const { clientX: x, clientY: y } = event;
    scrollNear(y);
    setDrag({ ...drag, x, y, over: lineAt(x, y) });
  };
  const drop = () => {
    setDrag(null);
    if (!drag || drag.over === null) return;
    const refusal = drag.refusalOf(drag.over);
    if (refusal === null) onDrop(drag.item, drag.over);
    else if (refusal !== '') told(refusal);
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
  const begin = (item: Item, event: PointerEvent) => {
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    setDrag({ item, refusalOf: refusalsOf(item), over: null, x: event.clientX, y: event.clientY });
  };
  const ghostOf = ({ item, refusalOf, over, x, y }: Drag<Item>): Ghost => {
    const refusal = over === null ? '' : refusalOf(over);
    const place = { x: x + 14, y: y + 10 };
    if (over !== null && refusal === null)
      return {
        ...place,
        words: t('{item} → {place}', { item: wordsOf(item), place: wordsOfLine(over) }),
        isRefused: false,
      };
    return { ...place, words: refusal || wordsOf(item), isRefused: refusal !== '' };
  };
  return {
    handle: (item: Item) => ({
      onPointerDown: (event: PointerEvent) => begin(item, event),
      onPointerMove: follow,
      onPointerUp: drop,
      onPointerCancel: () => setDrag(null),
      onClick: (event: { stopPropagation(): void }) => event.stopPropagation(),
    }),
    mark: (line: string): 'yes' | 'no' | undefined => {
      if (!drag || drag.over !== line) return undefined;
      return drag.refusalOf(line) === null ? 'yes' : 'no';
    },
    ghost: drag && ghostOf(drag),
  };
}
