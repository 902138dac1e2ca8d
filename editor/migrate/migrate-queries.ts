// Migrations and rehearsals: asked for, looked at while they go on, taken back.
import { queryOptions } from '@tanstack/react-query';
import type { MigrationMapping } from '../../engine/index.ts';
import { getAll } from '../app/api/pages.ts';
import { get, post } from '../app/api/request.ts';
import type { MigratedPlan, MigrationReport } from '../app/api/wire.ts';

export interface Asked {
  cycleId: string;
  from: number;
  to: number;
  mapping: MigrationMapping;
}

const at = (id: string) => `/migrations/${encodeURIComponent(id)}`;

export const rehearseMigration = (asked: Asked): Promise<MigrationReport> =>
  post('/migrations', { ...asked, dryRun: true });
export const startMigration = (asked: Asked, reason: string): Promise<MigrationReport> =>
  post('/migrations', { ...asked, dryRun: false, reason });
export const undoMigration = (id: string): Promise<MigrationReport> => post(`${at(id)}/undo`);

export const isUnderWay = ({ status }: Pick<MigrationReport, 'status'>): boolean =>
  status === 'running' || status === 'undoing';

export const migrationQuery = (id: string) =>
  queryOptions({
    queryKey: ['migrations', 'one', id],
    queryFn: () => get<MigrationReport>(at(id)),
    refetchInterval: (query) => (query.state.data && isUnderWay(query.state.data) ? 700 : false),
  });

/** `settled` makes the list fresh as the migration goes on. */
export const migratedPlansQuery = (id: string, settled: string) =>
  queryOptions({
    queryKey: ['migrations', 'plans', id, settled],
    queryFn: () => getAll<MigratedPlan>(`${at(id)}/results`, {}, 10_000),
    placeholderData: (before) => before,
  });
