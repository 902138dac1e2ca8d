// Runs an import as an operation of the server and follows it to its end.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ask, get, newKey } from '../app/api/request.ts';
import type { ImportReport, NewImport } from '../app/api/wire.ts';
import type { ImportProgress } from './import-words.ts';

const LOOK_AGAIN = 400;

const begin = (wish: NewImport, dryRun: boolean) =>
  ask<ImportReport>(`/api/v1/imports?dryRun=${dryRun}`, {
    method: 'POST',
    body: wish,
    headers: { prefer: 'respond-async', 'idempotency-key': newKey() },
  });

export function useImport() {
  const client = useQueryClient();
  const [progress, setProgress] = useState<ImportProgress | null>(null);
  const running = useMutation({
    mutationFn: async ({ wish, dryRun }: { wish: NewImport; dryRun: boolean }) => {
      let { body: report } = await begin(wish, dryRun);
      while (report.status === 'running') {
        setProgress(report.progress);
        await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN));
        report = await get<ImportReport>(`/imports/${encodeURIComponent(report.id)}`);
      }
      return report;
    },
    onSuccess: (report) => (report.dryRun ? undefined : client.invalidateQueries()),
    onSettled: () => setProgress(null),
  });
  return { running, progress };
}
