// How the server is: what needs somebody first, then its figures, and its backups.
import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Loaded } from '../app/parts/Loaded.tsx';
import { useMay } from '../app/parts/use-permissions.ts';
import { systemQuery } from './admin-queries.ts';
import { Backups } from './Backups.tsx';
import { RetentionForm } from './RetentionForm.tsx';
import { Status } from './Status.tsx';

export function ServerTab() {
  const system = useQuery(systemQuery);
  const may = useMay();
  return (
    <Stack maw={860}>
      <Loaded query={system}>{(known) => <Status system={known} />}</Loaded>
      {may('backups.keep') && <Backups />}
      {may('settings.change') && <RetentionForm />}
    </Stack>
  );
}
