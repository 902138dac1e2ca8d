// What raters and sessions said, without what is still sealed: a figure of a single plan would tell it beforehand.
import type { RawBuilder, SqlBool } from 'kysely';
import type { Deps } from '../../deps.ts';
import { type Judged, listJudged, type SealedOf } from '../../store/queries/judged.ts';
import { listPlannedVersions } from '../../store/queries/plan-outcomes.ts';
import type { Db } from '../../store/schema.ts';
import { sealedTasks } from '../tasks/seal.ts';

type Ports = Pick<Deps, 'cycles'>;

async function sealed({ cycles }: Ports, db: Db): Promise<SealedOf[]> {
  const found: SealedOf[] = [];
  for (const { cycleId, version } of await listPlannedVersions(db)) {
    const compiled = await cycles.find(db, cycleId, version);
    for (const task of compiled ? sealedTasks(compiled.cycle.stages) : [])
      found.push({ cycleId, version, ...task });
  }
  return found;
}

/** `isWanted` as for `listJudged`. */
export async function listTold(ports: Ports, db: Db, isWanted: RawBuilder<SqlBool>): Promise<Judged[]> {
  return listJudged(db, isWanted, await sealed(ports, db));
}
