// A line dragged by its handle onto another, with mouse, pen or finger: over what it may go is marked, Escape lets go.
import {
  type PointerEvent as PressEvent,
  type RefObject,
  useCallback,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
} from 'react';
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

function ghostOf<Item>(
  { item, refusalOf, over, x, y }: Drag<Item>,
  { wordsOf, wordsOfLine }: Pick<Given<Item>, 'wordsOf' | 'wordsOfLine'>,
): Ghost {
  const refusal = over === null ? '' : refusalOf(over);
  const place = { x: x + 14, y: y + 10 };
  if (over !== null && refusal === null)
    return {
      ...place,
      words: t('{item} → {place}', { item: wordsOf(item), place: wordsOfLine(over) }),
      isRefused: false,
    };
  return { ...place, words: refusal || wordsOf(item), isRefused: refusal !== '' };
}

export function useDrag<Item>(given: Given<Item>) {
  const [drag, setDrag] = useState<Drag<Item> | null>(null);
  const latest = useRef(given);
  useEffect(() => {
    latest.current = given;
  });
  const lineAt = (x: number, y: number): string | null => {
    const line = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-line]');
    return line && given.frame.current?.contains(line) ? (line.dataset.line ?? null) : null;
  };
  const follow = useEffectEvent(({ clientX: x, clientY: y }: PointerEvent) => {
    scrollNear(y);
    if (drag) setDrag({ ...drag, x, y, over: lineAt(x, y) });
  });
  const drop = useEffectEvent(() => {
    setDrag(null);
    if (!drag || drag.over === null) return;
    const refusal = drag.refusalOf(drag.over);
    if (refusal === null) given.onDrop(drag.item, drag.over);
    else if (refusal !== '') told(refusal);
  });
  const isDragging = drag !== null;
  useEffect(() => {
    if (!isDragging) return;
    const heard = new AbortController();
    const { signal } = heard;
    window.addEventListener('pointermove', (event) => follow(event), { signal });
    window.addEventListener('pointerup', () => drop(), { signal });
    window.addEventListener('pointercancel', () => setDrag(null), { signal });
    window.addEventListener('keydown', ({ key }) => key === 'Escape' && setDrag(null), { signal });
    return () => heard.abort();
  }, [isDragging]);
  /** Stays the same, so that lines need not be drawn again with each movement. */
  const handle = useCallback(
    (item: Item) => ({
      onPointerDown: (event: PressEvent) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        const refusalOf = latest.current.refusalsOf(item);
        setDrag({ item, refusalOf, over: null, x: event.clientX, y: event.clientY });
      },
      onClick: (event: { stopPropagation(): void }) => event.stopPropagation(),
    }),
    [],
  );
  return {
    handle,
    mark: (line: string): 'yes' | 'no' | undefined => {
      if (!drag || drag.over !== line) return undefined;
      return drag.refusalOf(line) === null ? 'yes' : 'no';
    },
    ghost: drag && ghostOf(drag, given),
  };
}
