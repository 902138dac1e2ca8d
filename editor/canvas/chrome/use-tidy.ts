// Tidying the layout: one undo step.
import { useReactFlow } from '@xyflow/react';
import { useCallback } from 'react';
import type { DocumentStore } from '../../document/document-store.ts';
import { t } from '../../language/index.ts';
import type { Editing } from '../../panels/editing.ts';
import { fitOptions } from '../flow/ZoomBar.tsx';

export function useTidy(store: DocumentStore, { run, say }: Editing): () => void {
  const { fitView } = useReactFlow();
  const tidy = useCallback(async () => {
    const { cycle } = store.get();
    const { tidyLayout } = await import('../tidy/tidy-layout.ts');
    const layout = await tidyLayout(cycle);
    if (store.get().cycle !== cycle) return say(t('The cycle changed meanwhile; tidy it again.'));
    run({ type: 'tidy', layout });
    say(t('The layout is tidy.'));
    requestAnimationFrame(() => fitView(fitOptions()));
  }, [store, run, say, fitView]);
  return useCallback(() => {
    tidy().catch((problem: unknown) => {
      say(
        t('The layout could not be made: {problem}.', {
          problem: problem instanceof Error ? problem.message : t('unknown problem'),
        }),
      );
    });
  }, [tidy, say]);
}
