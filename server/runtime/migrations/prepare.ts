// A migration with its two versions, compiled, and its mapping without mistakes.
import {
  type CompiledCycle,
  type MappingProblem,
  type MigrationMapping,
  prepareMigration,
} from '../../../engine/index.ts';
import type { Deps } from '../../deps.ts';
import type { StoredMigration } from '../../store/queries/migrations.ts';
import type { Db } from '../../store/schema.ts';
import type { MigrationOf } from './migrate-one.ts';

export interface BetweenVersions {
  cycleId: string;
  from: number;
  to: number;
  mapping: MigrationMapping;
}

export type Ready =
  | { kind: 'ready'; migration: MigrationOf['migration']; versions: MigrationOf['versions'] }
  | { kind: 'refused'; problems: MappingProblem[] };

const versionOf = ({ cycle, version }: CompiledCycle) => ({ cycle, version });

/** Pointers are into the request: /from, /to, /mapping/… */
export async function prepareBetween(deps: Deps, db: Db, given: BetweenVersions): Promise<Ready> {
  const { cycleId, from: fromVersion, to: toVersion, mapping } = given;
  const from = await deps.cycles.find(db, cycleId, fromVersion);
  const to = await deps.cycles.find(db, cycleId, toVersion);
  const missing = [
    ...(from ? [] : [{ pointer: '/from', message: `The cycle ${cycleId} has no version ${fromVersion}.` }]),
    ...(to ? [] : [{ pointer: '/to', message: `The cycle ${cycleId} has no version ${toVersion}.` }]),
  ];
  if (!from || !to) return { kind: 'refused', problems: missing };
  if (fromVersion === toVersion)
    return {
      kind: 'refused',
      problems: [{ pointer: '/to', message: 'The plans follow that version already; choose another one.' }],
    };
  const prepared = prepareMigration(from, to, mapping);
  if (prepared.kind === 'prepared')
    return {
      kind: 'ready',
      migration: prepared.migration,
      versions: { from: versionOf(from), to: versionOf(to) },
    };
  const problems = prepared.problems.map(({ pointer, message }) => ({
    pointer: `/mapping${pointer}`,
    message,
  }));
  return { kind: 'refused', problems };
}

/** @throws when what was accepted once cannot be made ready any more. */
export async function prepareStored(deps: Deps, db: Db, stored: StoredMigration): Promise<MigrationOf> {
  const ready = await prepareBetween(deps, db, stored);
  if (ready.kind === 'refused')
    throw new Error(`The migration ${stored.id} cannot go on: ${JSON.stringify(ready.problems)}`);
  return { stored, migration: ready.migration, versions: ready.versions };
}
