// Migrations as they leave the server.
import type { z } from 'zod';
import type { migrationItemWire, migrationWire } from '../../routes/wire/migrations.ts';
import type { MigrationCounts, MigrationItemInContext } from '../../store/queries/migration-items.ts';
import type { StoredMigration } from '../../store/queries/migrations.ts';
import { nothingToReport, type PlanReport } from '../migrations/plan-report.ts';

type Wire = z.infer<typeof migrationWire>;
type ItemWire = z.infer<typeof migrationItemWire>;

export const presentMigration = (migration: StoredMigration, counts: MigrationCounts): Wire => ({
  ...migration,
  mapping: JSON.parse(JSON.stringify(migration.mapping)),
  counts,
});

export function presentItem(item: MigrationItemInContext): ItemWire {
  const { planId, componentId, componentName, state, revision, undoState, undoProblem } = item;
  const report: PlanReport = item.report === null ? nothingToReport : JSON.parse(item.report);
  const undo = undoState === null ? null : { state: undoState, problem: undoProblem };
  return { planId, componentId, componentName, state, revision, undo, ...report };
}
