// How far a migration, a rehearsal or its undoing has come.
import { Progress as Bar, Text } from '@mantine/core';
import type { Migration } from '../app/api/wire.ts';
import { t } from '../language/index.ts';
import { progressOf } from './state-words.ts';

export function Progress({ migration }: { migration: Migration }) {
  const done = progressOf(migration);
  const what = migration.dryRun ? 'rehearsed' : migration.status;
  return (
    <div role="status">
      <Text size="sm" mb={6}>
        {t(
          '{done} % of {total} plans {what, select, rehearsed {rehearsed} undoing {taken back} other {migrated}}. You may leave this page; it goes on.',
          { done, total: migration.total, what },
        )}
      </Text>
      <Bar
        value={done}
        aria-label={t('Plans {what, select, rehearsed {rehearsed} undoing {taken back} other {migrated}}', {
          what,
        })}
      />
    </div>
  );
}
