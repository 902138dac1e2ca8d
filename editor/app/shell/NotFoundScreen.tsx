// An address with nothing behind it.
import { IconMapQuestion } from '@tabler/icons-react';
import { t } from '../../language/index.ts';
import { EmptyState } from '../../theme/EmptyState.tsx';
import { ButtonLink } from '../parts/links.tsx';

export function NotFoundScreen() {
  return (
    <EmptyState
      title={t('There is nothing at this address')}
      icon={IconMapQuestion}
      action={
        <ButtonLink to="/inbox" variant="default">
          {t('To the inbox')}
        </ButtonLink>
      }
    >
      {t('The link may be old, or what it led to was removed, or you may not see it.')}
    </EmptyState>
  );
}
