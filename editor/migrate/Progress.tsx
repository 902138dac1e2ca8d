// How far a migration, a rehearsal or its undoing has come.
import { Progress as Bar, Text } from '@mantine/core';
import type { Migration } from '../app/api/wire.ts';
import { progressOf } from './state-words.ts';

export function Progress({ migration }: { migration: Migration }) {
  const done = progressOf(migration);
  const what = migration.dryRun ? 'rehearsed' : migration.status === 'undoing' ? 'taken back' : 'migrated';
  return (
    <div role="status">
      <Text size="sm" mb={6}>
        {done} % of {migration.total} plans {what}. You may leave this page; it goes on.
      </Text>
      <Bar value={done} aria-label={`Plans ${what}`} />
    </div>
  );
}
