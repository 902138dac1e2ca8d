// Does something once what was drawn last is on the screen and the browser has nothing more urgent to do: what nobody
// waits for yet leaves the processor to what everybody does.

/** Milliseconds that it waits at most where the browser is never idle. */
const PATIENCE = 1_500;

type Forget = () => void;

export function whenDrawn(work: () => void, patience = PATIENCE): Forget {
  let next: Forget = () => undefined;
  const frame = requestAnimationFrame(() => {
    // Safari has no idle callback.
    if (typeof requestIdleCallback === 'undefined') {
      const timer = setTimeout(work);
      next = () => clearTimeout(timer);
      return;
    }
    const idle = requestIdleCallback(work, { timeout: patience });
    next = () => cancelIdleCallback(idle);
  });
  next = () => cancelAnimationFrame(frame);
  return () => next();
}

/** For what is imported once the page is drawn. */
export const drawn = (): Promise<void> => new Promise((tell) => void whenDrawn(tell));
