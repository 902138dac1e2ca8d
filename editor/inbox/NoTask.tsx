// Beside the list while no task is chosen: what would be here.
import { t } from '../language/index.ts';
import { EmptyState } from '../theme/EmptyState.tsx';
import { useIsAsked } from './use-asked.ts';

export function NoTask({ hasTasks }: { hasTasks: boolean }) {
  const isAsked = useIsAsked();
  if (hasTasks)
    return (
      <EmptyState title={t('Choose a task')}>
        {t('Each task says why you have it, shows the evidence, and what happens next.')}
      </EmptyState>
    );
  if (isAsked)
    return (
      <EmptyState title={t('Somebody asks you')}>
        {t('What they ask stands on the left, with the way to answer.')}
      </EmptyState>
    );
  return (
    <EmptyState title={t('Nothing waits for you here')}>
      {t('When a plan needs you, its task appears on the left.')}
    </EmptyState>
  );
}
