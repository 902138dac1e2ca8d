// The end of a list that is longer than what was read of it: more is read when it comes into sight, or by the button.
import { Button } from '@mantine/core';
import { useIntersection } from '@mantine/hooks';
import { useEffect } from 'react';
import { t } from '../../language/index.ts';

export interface PagedQuery {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => Promise<unknown>;
}

export function More({ query }: { query: PagedQuery }) {
  const { ref, entry } = useIntersection({ rootMargin: '600px' });
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const inSight = entry?.isIntersecting ?? false;
  useEffect(() => {
    if (inSight && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [inSight, hasNextPage, isFetchingNextPage, fetchNextPage]);
  if (!hasNextPage) return null;
  return (
    <Button
      ref={ref}
      variant="default"
      mt="sm"
      loading={isFetchingNextPage}
      onClick={() => void fetchNextPage()}
    >
      {t('Show more')}
    </Button>
  );
}
