// What an import is given and what it tells, whatever the file holds.
import type { z } from 'zod';
import type { Component, Observation } from '../../engine/index.ts';
import type { Deps } from '../deps.ts';
import type { importProgressWire, importWire, newImportWire } from '../routes/wire/automations.ts';
import type { Changed } from '../store/queries/component-versions.ts';
import type { Db } from '../store/schema.ts';

export type NewImport = z.infer<typeof newImportWire>;
export type ImportReport = z.infer<typeof importWire>;
export type ImportProgress = z.infer<typeof importProgressWire>;

export interface ImportDeps extends Pick<Deps, 'store' | 'clock' | 'ids'> {
  /** Changes components, with the tasks and plans that follow who answers for them. */
  changeComponents?: (db: Db, components: Component[], changed: Changed) => Promise<void>;
  /** Told of what was recorded, in the commit that records it. */
  onRecorded?: (db: Db, observations: Observation[]) => Promise<void>;
  onProgress?: (progress: ImportProgress) => Promise<void>;
  /** Told of what came of it: in the commit that writes, when something is written. */
  onSettled?: (db: Db, report: ImportReport) => Promise<void>;
}
export interface Run<Given = NewImport> {
  /** Left out: it gets one. */
  id?: string;
  given: Given;
  actorId: string;
  /** Left out: neither adds people nor renames them. */
  mayChangePeople?: boolean;
  dryRun: boolean;
}
