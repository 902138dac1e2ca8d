// Which tab of the browser this is, and which are open beside it: each keeps its own copy of unsaved work, and the copy
// that a tab left behind when it went is offered to the next.

export interface Tab {
  id: string;
  isOpen(other: string): boolean;
}

interface Ports {
  /** Outlives a reload of the tab, and is copied when the tab is doubled. Null where it is blocked. */
  storage: Pick<Storage, 'getItem' | 'setItem'> | null;
  /** Not there on a page that came without encryption from another computer. */
  locks: Pick<LockManager, 'request' | 'query'> | undefined;
  newId(): string;
}

const key = 'cw-tab';
const lockOf = (id: string): string => `cw-tab.${id}`;

/** The page before a reload may be about to let go; a tab that was doubled never does. */
const patience = 500;

/** Held as long as the page is there: the browser lets go of it when the page is gone, also when it crashed. */
const hold = (locks: Pick<LockManager, 'request'>, id: string, options: LockOptions): Promise<boolean> =>
  new Promise((tell) => {
    const held = (): Promise<never> => {
      tell(true);
      return new Promise(() => undefined);
    };
    locks.request(lockOf(id), options, held).catch(() => tell(false));
  });

export async function claimTab({ storage, locks, newId }: Ports): Promise<Tab> {
  const before = storage?.getItem(key) ?? null;
  // Without locks a copy is offered though its tab may be open: twice is better than never.
  if (!locks) return { id: before ?? remember(storage, newId()), isOpen: () => false };
  const isOurs = before !== null && (await hold(locks, before, { signal: AbortSignal.timeout(patience) }));
  const id = isOurs ? before : remember(storage, newId());
  if (!isOurs) await hold(locks, id, {});
  const { held = [] } = await locks.query();
  const open = new Set(held.map(({ name }) => name));
  return { id, isOpen: (other) => open.has(lockOf(other)) };
}

function remember(storage: Ports['storage'], id: string): string {
  try {
    storage?.setItem(key, id);
  } catch {
    // There is no room: after a reload it is another tab, and is offered what this one left.
  }
  return id;
}
