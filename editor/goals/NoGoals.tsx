// There is no goal yet that the person may see.
import { IconTarget } from '@tabler/icons-react';
import { ButtonLink } from '../app/parts/links.tsx';
import { t } from '../language/index.ts';
import { EmptyState } from '../theme/EmptyState.tsx';

/** `asOf`: at the end of that day. */
export function NoGoals({ asOf }: { asOf?: string | undefined }) {
  if (asOf)
    return (
      <EmptyState title={t('No goals on that day')} icon={IconTarget}>
        {t('Nothing that you may see was a goal then. Choose a later day.')}
      </EmptyState>
    );
  return (
    <EmptyState
      title={t('No goals yet')}
      icon={IconTarget}
      action={<ButtonLink to="/organisation">{t('Go to the organisation')}</ButtonLink>}
    >
      {t('A goal belongs to a component: add it on the component’s page, in its plan, or by an import.')}
    </EmptyState>
  );
}
