// Beside the canvas: the inspector while a cycle is drawn, the rehearsal while it is rehearsed.
import { Box, Skeleton } from '@mantine/core';
import { Suspense } from 'react';
import { latePart } from '../../app/parts/late-part.tsx';
import { drawn } from '../../app/parts/when-drawn.ts';
import type { DocumentStore } from '../../document/document-store.ts';
import { t } from '../../language/index.ts';
import { useEditing } from '../../panels/editing.ts';
import { SidePanel } from './SidePanel.tsx';
import type { Rehearsing } from './use-rehearsing.ts';

/** The canvas is there first: what is selected on it has its fields a moment later. */
const Inspector = latePart(async () => {
  await drawn();
  return (await import('../../panels/Inspector.tsx')).Inspector;
});
const RehearsePanel = latePart(async () => (await import('../../rehearse/RehearsePanel.tsx')).RehearsePanel);

interface Props {
  isSmall: boolean;
  detailed: boolean;
  onClose(): void;
  rehearsing: Rehearsing;
  store: DocumentStore;
  readOnly: boolean;
}

/** Within the panel, whose width it has. */
const Waiting = () => (
  <Box p="md">
    <Skeleton height={240} />
  </Box>
);

export function Beside({ isSmall, detailed, onClose, rehearsing, store, readOnly }: Props) {
  const { cycle, say } = useEditing();
  const { tab, show, setPicture } = rehearsing;
  if (tab === null)
    return (
      <SidePanel isSmall={isSmall} opened={detailed} onClose={onClose}>
        <Suspense fallback={<Waiting />}>
          <Inspector />
        </Suspense>
      </SidePanel>
    );
  return (
    <SidePanel key="rehearsal" isSmall={isSmall} label={t('Rehearsal')} inline>
      <Suspense fallback={<Waiting />}>
        <RehearsePanel
          cycle={cycle}
          document={`${cycle.id} draft`}
          version={null}
          tab={tab}
          onTab={show}
          onClose={() => show(null)}
          onPicture={setPicture}
          run={readOnly ? null : store.run}
          say={say}
        />
      </Suspense>
    </SidePanel>
  );
}
