// What takes long to draw, a chart or a table that is closed, is drawn at once where it is seen. Elsewhere it is drawn while
// nobody waits for anything, one after the other, and where the page goes to paper: tables before that, charts as soon as
// the library has measured them.
import { type RefObject, startTransition, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { whenDrawn } from '../app/parts/when-drawn.ts';

type Draw = () => void;
const waiting = new Set<Draw>();
let isTaking = false;
/** Somebody may print soon: where the browser is never idle, milliseconds from one to the next. */
const PATIENCE = 300;

function takeNext(): void {
  isTaking = false;
  const [draw] = waiting;
  if (!draw) return;
  waiting.delete(draw);
  draw();
  take();
}

function take(): void {
  if (isTaking || waiting.size === 0) return;
  isTaking = true;
  whenDrawn(takeNext, PATIENCE);
}

/** So near to what is seen it is drawn as if it were. */
const NEAR = '100px';

/** Calls `draw` once somebody sees what is in the element. */
function whenSeen(element: Element, draw: Draw): () => void {
  if (element instanceof HTMLDetailsElement) {
    element.addEventListener('toggle', draw);
    return () => element.removeEventListener('toggle', draw);
  }
  const sight = new IntersectionObserver(
    (entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) draw();
    },
    { rootMargin: NEAR },
  );
  sight.observe(element);
  return () => sight.disconnect();
}

/** Whether what is in the element is drawn. */
export function useInTurn(place: RefObject<Element | null>): boolean {
  const [isDrawn, setDrawn] = useState(false);
  useEffect(() => {
    if (isDrawn || !place.current) return;
    const draw = () => startTransition(() => setDrawn(true));
    const forget = whenSeen(place.current, draw);
    waiting.add(draw);
    take();
    const toPaper = () => flushSync(() => setDrawn(true));
    window.addEventListener('beforeprint', toPaper);
    return () => {
      forget();
      waiting.delete(draw);
      window.removeEventListener('beforeprint', toPaper);
    };
  }, [place, isDrawn]);
  return isDrawn;
}
