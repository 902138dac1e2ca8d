// Who may hear of a line of the feed. What is about a person is for that person; what is about a component is for
// who may see its plans; of the rest each kind needs a permission, and a kind that is not listed is for nobody. Whose own
// plan moves hears that it did and reads the rest where ratings are held back.
import { type Actor, selfOf } from '../access/actor.ts';
import { actorOf } from '../access/actor-of.ts';
import { scopeOf } from '../access/authorize.ts';
import type { Permission } from '../access/permissions.ts';
import { isVisible, visibleComponentIds } from '../access/visibility.ts';
import { ownedBy } from '../store/queries/components.ts';
import type { FeedLine } from '../store/queries/feed.ts';
import { findPerson } from '../store/queries/people.ts';
import type { Db } from '../store/schema.ts';

/** By the first word of the line's type: needed besides seeing the component, or instead when there is none. */
const needed: Record<string, Permission> = {
  component: 'organisation.read',
  cycle: 'cycles.read',
  delivery: 'automations.read',
  feedback: 'plans.read',
  goal: 'goals.read',
  import: 'imports.run',
  incident: 'incidents.read',
  launch: 'launches.read',
  measure: 'goals.read',
  migration: 'migrations.read',
  observation: 'observations.read',
  organisation: 'organisation.read',
  people: 'people.read',
  plan: 'plans.read',
  settings: 'feed.read',
  shadow: 'shadows.read',
  source: 'automations.read',
  subscription: 'automations.read',
  task: 'tasks.read',
};

export interface Sight {
  actor: Actor;
  componentIds: ReadonlySet<string> | 'all';
  /** Components that the actor answers for. */
  ownIds: ReadonlySet<string>;
}

/** A stream may be open for days: whom it belongs to may have other roles, and other people below them, by now. */
export async function feedSightOf(db: Db, opened: Actor): Promise<Sight> {
  const person = await findPerson(db, opened.id);
  const actor = person ? { ...opened, ...(await actorOf(db, person)) } : opened;
  const scope = scopeOf(actor, 'plans.read');
  return {
    actor,
    componentIds: scope ? await visibleComponentIds(db, actor, scope) : new Set(),
    ownIds: await ownedBy(db, selfOf(actor)),
  };
}

/** Where the plan went, and what others have to do there, may tell how its owner was judged. */
export function toldTo({ actor, ownIds }: Sight, line: FeedLine): FeedLine {
  if (line.personId === actor.id || line.componentId === null || !ownIds.has(line.componentId)) return line;
  return /^(plan|task|incident)\./.test(line.type) ? { ...line, data: {} } : line;
}

export function mayHear({ actor, componentIds }: Sight, line: FeedLine): boolean {
  if (line.personId === actor.id) return true;
  const [kind = ''] = line.type.split('.');
  const permission = needed[kind];
  if (!permission || !scopeOf(actor, permission)) return false;
  return line.componentId === null || isVisible(componentIds, line.componentId);
}
