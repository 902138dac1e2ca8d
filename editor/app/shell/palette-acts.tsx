// What the page that is shown adds to the palette, such as the acts of the canvas.
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react';

export interface PaletteAct {
  id: string;
  label: string;
  /** Its shortcut, as it is shown. */
  keys?: string | undefined;
  run(): void;
}

export interface PaletteGroup {
  group: string;
  acts: readonly PaletteAct[];
}

const GroupsContext = createContext<readonly PaletteGroup[]>([]);
const OfferContext = createContext<(group: string, acts: readonly PaletteAct[]) => void>(() => {});

/** Two contexts: who offers acts is not drawn again when others do. */
export function PaletteActsProvider({ children }: { children: ReactNode }) {
  const [groups, setGroups] = useState<readonly PaletteGroup[]>([]);
  const [offer] = useState(() => (group: string, acts: readonly PaletteAct[]) => {
    setGroups((before) => {
      const others = before.filter((each) => each.group !== group);
      return acts.length === 0 ? others : [...others, { group, acts }];
    });
  });
  return (
    <OfferContext value={offer}>
      <GroupsContext value={groups}>{children}</GroupsContext>
    </OfferContext>
  );
}

export const useOfferedActs = (): readonly PaletteGroup[] => useContext(GroupsContext);

/** Offers acts while the caller is shown; what they do is looked up when one is chosen. */
export function usePaletteActs(group: string, acts: readonly PaletteAct[]): void {
  const offer = useContext(OfferContext);
  const latest = useRef(acts);
  useEffect(() => {
    latest.current = acts;
  });
  const shape = JSON.stringify(acts.map(({ id, label, keys }) => ({ id, label, keys })));
  useEffect(() => {
    const shown: Omit<PaletteAct, 'run'>[] = JSON.parse(shape);
    const run = (id: string) => latest.current.find((act) => act.id === id)?.run();
    offer(
      group,
      shown.map((act) => ({ ...act, run: () => run(act.id) })),
    );
    return () => offer(group, []);
  }, [group, shape, offer]);
}
