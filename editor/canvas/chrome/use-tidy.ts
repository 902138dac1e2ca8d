// Tidying the layout: one undo step. A cycle that came without places is tidied when it is opened.
import { useReactFlow } from '@xyflow/react';
import { useCallback, useEffect, useRef } from 'react';
import type { DocumentStore } from '../../document/document-store.ts';
import { hasPlaces } from '../../document/layout.ts';
import type { Editing } from '../../panels/editing.ts';
import { fitOptions } from '../flow/ZoomBar.tsx';

export function useTidy(store: DocumentStore, { run, say, readOnly }: Editing): () => void {
  const { fitView } = useReactFlow();
  const tidy = useCallback(async () => {
    const { cycle } = store.get();
    const { tidyLayout } = await import('../tidy/tidy-layout.ts');
    const layout = await tidyLayout(cycle);
    if (store.get().cycle !== cycle) return say('The cycle changed meanwhile; tidy it again.');
    run({ type: 'tidy', layout });
    say('The layout is tidy.');
    requestAnimationFrame(() => fitView(fitOptions()));
  }, [store, run, say, fitView]);
  const begin = useCallback(() => {
    tidy().catch((problem: unknown) => {
      say(`The layout could not be made: ${problem instanceof Error ? problem.message : 'unknown problem'}.`);
    });
  }, [tidy, say]);
  const opened = useRef(false);
  useEffect(() => {
    if (opened.current || readOnly) return;
    opened.current = true;
    const { cycle } = store.get();
    if (!hasPlaces(cycle)) begin();
  }, [store, readOnly, begin]);
  return begin;
}
