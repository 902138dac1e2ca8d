// A query as a screen: skeleton while it loads, words when it fails, the content when it is there.
import { Skeleton, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { t } from '../../language/index.ts';
import { Failure } from './Failure.tsx';
import { isNotThere, type Kind, NotThere } from './NotThere.tsx';

interface Props<Data> {
  query: {
    data: Data | undefined;
    isError: boolean;
    error: Error | null;
    refetch: () => Promise<unknown>;
  };
  children: (data: Data) => ReactNode;
  /** How many lines the skeleton has, 8 at most. */
  lines?: number;
  skeleton?: ReactNode;
  /** What the page is of: where that is not there, it leads to the others. */
  what?: Kind;
}

const widths = ['42%', '96%', '89%', '82%', '75%', '68%', '61%', '54%'];

export function Loaded<Data>({ query, children, lines = 5, skeleton, what }: Props<Data>) {
  if (query.data !== undefined) return children(query.data);
  if (what && isNotThere(query.error)) return <NotThere what={what} />;
  if (query.isError) return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <div aria-busy="true" role="status" aria-label={t('Loading')}>
      {skeleton ?? (
        <Stack gap="sm">
          {widths.slice(0, lines).map((width, line) => (
            <Skeleton key={width} height={line === 0 ? 28 : 18} width={width} />
          ))}
        </Stack>
      )}
    </div>
  );
}
