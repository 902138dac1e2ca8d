// What a step may know of the organisation around its component.
import type { ChildPlan, Component, PlacedComponent, Plan } from '../../../engine/index.ts';
import { prepare } from '../prepared.ts';
import type { PlanRow } from '../schema/plans.ts';
import type { Db } from '../schema.ts';
import { findComponent } from './components.ts';

/** A tree that is deeper is taken for a circle. */
const DEEPEST = 64;

/** The component and its ancestors, nearest first; empty when there is no such component. */
export async function lineageOf(db: Db, componentId: string): Promise<Component[]> {
  const lineage: Component[] = [];
  for (let id: string | null = componentId; id !== null && lineage.length <= DEEPEST; ) {
    const component: Component | null = await findComponent(db, id);
    if (!component) break;
    lineage.push(component);
    id = component.parentId;
  }
  return lineage;
}

const belowQuery = prepare<{ id: string }, PlacedComponent>((db, given) =>
  db
    .withRecursive('below', (q) =>
      q
        .selectFrom('components')
        .select(['id', 'kind', 'parentId', 'activeFrom', 'activeTo'])
        .where('parentId', '=', given.id)
        .union(
          q
            .selectFrom('components as c')
            .innerJoin('below as b', 'b.id', 'c.parentId')
            .select(['c.id', 'c.kind', 'c.parentId', 'c.activeFrom', 'c.activeTo']),
        ),
    )
    .selectFrom('below')
    .select(['id', 'kind', 'parentId', 'activeFrom', 'activeTo'])
    .orderBy('id'),
);

/** Every component below, its parent given with it. */
export async function placesBelow(db: Db, componentId: string): Promise<PlacedComponent[]> {
  return (await belowQuery(db, { id: componentId })).rows;
}

type ChildRow = Pick<PlanRow, 'id' | 'componentId' | 'status' | 'stage' | 'outcome' | 'score'> & {
  name: string;
};

const toChildPlan = (row: ChildRow): ChildPlan => ({
  planId: row.id,
  componentId: row.componentId,
  componentName: row.name,
  settled: row.status === 'ended',
  stage: JSON.parse(row.stage),
  outcome: row.outcome as Plan['outcome'],
  score: row.score,
});

const childPlansQuery = prepare<{ parentId: string }, ChildRow>((db, given) =>
  db
    .selectFrom('plans as p')
    .innerJoin('components as c', 'c.id', 'p.componentId')
    .select(['p.id', 'p.componentId', 'p.status', 'p.stage', 'p.outcome', 'p.score', 'c.name'])
    .where('c.parentId', '=', given.parentId)
    .orderBy('p.startedAt')
    .orderBy('p.id'),
);

/** The latest plan of each component directly below. */
export async function listChildPlans(db: Db, componentId: string): Promise<ChildPlan[]> {
  const { rows } = await childPlansQuery(db, { parentId: componentId });
  const latest = new Map(rows.map((row) => [row.componentId, row]));
  return [...latest.values()].map(toChildPlan);
}

export async function listChildIds(db: Db, componentId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('components')
    .select('id')
    .where('parentId', '=', componentId)
    .orderBy('id')
    .execute();
  return rows.map((row) => row.id);
}

/** Has a component directly below a plan that has not ended? */
export async function hasActivePlanBelow(db: Db, componentId: string): Promise<boolean> {
  const row = await db
    .selectFrom('plans as p')
    .innerJoin('components as c', 'c.id', 'p.componentId')
    .select('p.id')
    .where('c.parentId', '=', componentId)
    .where('p.status', '=', 'active')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
