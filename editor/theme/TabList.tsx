// The words of a screen's tabs in one line. Where the line is longer than the screen, the chosen one is brought into view.
import { Tabs } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';

export function TabList({ chosen, children }: { chosen: string | null | undefined; children: ReactNode }) {
  const list = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another one may be out of view.
  useEffect(() => {
    list.current
      ?.querySelector('[aria-selected="true"]')
      ?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [chosen]);
  return (
    <Tabs.List mb="md" ref={list}>
      {children}
    </Tabs.List>
  );
}
