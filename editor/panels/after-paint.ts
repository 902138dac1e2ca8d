// Does something once what was just typed is on the screen, so that a large cycle does not hold up its letters; and
// before the next key, press or leaving of the page is heard, so that nobody can tell that it was late.

export interface AfterPaint {
  /** In place of what still waits. */
  later(work: () => void): void;
  now(): void;
}

/** When the page has been drawn. */
type Painted = (tell: () => void) => void;

const painted: Painted = (tell) => void requestAnimationFrame(() => setTimeout(tell));
const notLaterThan = ['keydown', 'pointerdown', 'pagehide'];

export function makeAfterPaint(page: EventTarget = window, whenPainted: Painted = painted): AfterPaint {
  let waiting: (() => void) | null = null;
  const now = (): void => {
    const work = waiting;
    if (work === null) return;
    waiting = null;
    for (const event of notLaterThan) page.removeEventListener(event, now, true);
    work();
  };
  return {
    now,
    later(work) {
      if (waiting === null) {
        for (const event of notLaterThan) page.addEventListener(event, now, true);
        whenPainted(now);
      }
      waiting = work;
    },
  };
}
