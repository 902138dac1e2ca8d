// An address with nothing behind it.
import { IconMapQuestion } from '@tabler/icons-react';
import { EmptyState } from '../../theme/EmptyState.tsx';
import { ButtonLink } from '../parts/links.tsx';

export function NotFoundScreen() {
  return (
    <EmptyState
      title="There is nothing at this address"
      icon={IconMapQuestion}
      action={
        <ButtonLink to="/inbox" variant="default">
          To the inbox
        </ButtonLink>
      }
    >
      The link may be old, or what it led to was removed, or you may not see it.
    </EmptyState>
  );
}
