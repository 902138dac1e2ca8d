// There is no goal yet that the person may see.
import { IconTarget } from '@tabler/icons-react';
import { ButtonLink } from '../app/parts/links.tsx';
import { t } from '../language/index.ts';
import { EmptyState } from '../theme/EmptyState.tsx';

export function NoGoals() {
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
