// Drawings that take long, one after another: between two of them the page is painted and answers.
let last: Promise<void> = Promise.resolve();

const painted = () =>
  new Promise<void>((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
  });

/** `draw` has its turn once what was asked for before it is on the screen. */
export function inTurn(draw: () => void): void {
  last = last.then(painted).then(draw);
}
