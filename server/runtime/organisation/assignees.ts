// Who works a task: a relation of a component becomes the people it means there.
// Managers are looked for upwards and are never the owner while another can be found: nobody appraises themselves.
import type { Component, Role } from '../../../engine/index.ts';
import { roles } from '../../../engine/index.ts';
import { listOwners, listPeopleWithRole, personExists } from '../../store/queries/assignees.ts';
import { lineageOf } from '../../store/queries/facts.ts';
import type { Db } from '../../store/schema.ts';

type Answerable = Pick<Component, 'ownerId' | 'managerId'>;

const unique = (people: (string | null | undefined)[]): string[] => [
  ...new Set(people.filter((person) => person !== null && person !== undefined)),
];

/**
 * Who answers above a component, nearest first; the owner of the whole comes last. `chain` is the component
 * and then its ancestors. The component's owner is in it only when there is nobody else.
 */
export function lineOfManagers(chain: readonly Answerable[]): string[] {
  const owner = chain[0]?.ownerId;
  const line = unique([...chain.map((component) => component.managerId), chain.at(-1)?.ownerId]);
  const others = line.filter((person) => person !== owner);
  if (others.length > 0) return others;
  return chain.some((component) => component.managerId === owner) ? line : [];
}

/** manager is 1, manager.manager is 2 …; 0 when the relation is another. */
export const managerLevel = (relation: string): number =>
  /^manager(\.manager)*$/.test(relation) ? relation.split('.').length : 0;

async function peersOf(db: Db, component: Component, count: number): Promise<string[]> {
  if (component.parentId === null) return [];
  const owners = await listOwners(db, component.parentId);
  const others = owners.filter(({ id, ownerId }) => id !== component.id && ownerId !== component.ownerId);
  return unique(others.map(({ ownerId }) => ownerId)).slice(0, count);
}

async function amongComponents(db: Db, componentId: string, relation: string): Promise<string[]> {
  const chain = await lineageOf(db, componentId);
  const [component] = chain;
  if (!component) return [];
  const level = managerLevel(relation);
  if (level > 0) return unique([lineOfManagers(chain)[level - 1]]);
  const peers = /^peers\((\d+)\)$/.exec(relation);
  if (peers) return peersOf(db, component, Number(peers[1]));
  switch (relation) {
    case 'owner':
      return unique([component.ownerId]);
    case 'reports':
      return unique((await listOwners(db, component.id)).map(({ ownerId }) => ownerId));
    case 'sponsor':
      return unique([chain.at(-1)?.ownerId ?? chain.at(-1)?.managerId]);
    default:
      return [];
  }
}

const isRole = (text: string): text is Role => roles.some((role) => role === text);

/** People's ids; empty when the relation means nobody there. */
export async function resolveAssignees(db: Db, componentId: string, relation: string): Promise<string[]> {
  const [kind, name] = relation.split(/:(.*)/s);
  if (kind === 'role' && name) return isRole(name) ? listPeopleWithRole(db, name) : [];
  if (kind === 'person' && name) return (await personExists(db, name)) ? [name] : [];
  return amongComponents(db, componentId, relation);
}
