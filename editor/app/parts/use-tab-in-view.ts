// On a narrow screen the tabs are a row that scrolls: the chosen one is brought into sight.
import { useEffect } from 'react';

export function useTabInView(tab: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another tab is what there is to bring into sight.
  useEffect(() => {
    const chosen = document.querySelector('[role="tab"][aria-selected="true"]');
    chosen?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [tab]);
}
