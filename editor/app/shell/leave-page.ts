// Leaves the page for another, unless the browser asks and the person stays.

/** A page that is really left stops before this. */
const goneByMs = 1_000;

interface Page extends Pick<EventTarget, 'addEventListener'> {
  location: Pick<Location, 'assign'>;
  setTimeout(work: () => void, milliseconds: number): unknown;
}

/** `onStayed` is called only after the browser has asked. Its question stops the clock, so the time begins with the answer. */
export function leavePage(page: Page, { to, onStayed }: { to: string; onStayed: () => void }): void {
  const look = ({ defaultPrevented }: Event) => {
    if (defaultPrevented) page.setTimeout(onStayed, goneByMs);
  };
  page.addEventListener('beforeunload', look, { once: true });
  page.location.assign(to);
}
