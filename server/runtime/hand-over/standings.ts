// Who answers for a component, as far as work follows it: before a change of the organisation and after it.
import { lineOfManagers } from '../../../engine/index.ts';
import { lineageOf } from '../../store/queries/facts.ts';
import { listWorkingBelow } from '../../store/queries/hand-over.ts';
import type { Db } from '../../store/schema.ts';

export interface Standing {
  ownerId: string | null;
  managerId: string | null;
  parentId: string | null;
}
export type Standings = ReadonlyMap<string, Standing>;

async function standingOf(db: Db, componentId: string): Promise<Standing> {
  const lineage = await lineageOf(db, componentId);
  const [component] = lineage;
  return {
    ownerId: component?.ownerId ?? null,
    managerId: lineOfManagers(lineage)[0] ?? null,
    parentId: component?.parentId ?? null,
  };
}

/** Of the component and all below it that have a plan under way: nobody waits for what the others stand for. */
export async function standingsBelow(db: Db, componentId: string): Promise<Standings> {
  const standings = new Map<string, Standing>();
  for (const id of await listWorkingBelow(db, componentId)) standings.set(id, await standingOf(db, id));
  return standings;
}
