// Who works a task: a relation of a component becomes the people it means there.
import type { Component, Role } from '../../../engine/index.ts';
import { distinctPeople, holderOf, lineOfManagers, managerLevel, roles } from '../../../engine/index.ts';
import { listOwners, listPeopleWithRole, personExists } from '../../store/queries/assignees.ts';
import { lineageOf } from '../../store/queries/facts.ts';
import type { Db } from '../../store/schema.ts';

async function peersOf(db: Db, component: Component, count: number): Promise<string[]> {
  if (component.parentId === null) return [];
  const owners = await listOwners(db, component.parentId);
  const others = owners.filter(({ id, ownerId }) => id !== component.id && ownerId !== component.ownerId);
  return distinctPeople(others.map(({ ownerId }) => ownerId)).slice(0, count);
}

async function amongComponents(db: Db, componentId: string, relation: string): Promise<string[]> {
  const chain = await lineageOf(db, componentId);
  const [component] = chain;
  if (!component) return [];
  const level = managerLevel(relation);
  if (level > 0) return distinctPeople([lineOfManagers(chain)[level - 1]]);
  const peers = /^peers\((\d+)\)$/.exec(relation);
  if (peers) return peersOf(db, component, Number(peers[1]));
  switch (relation) {
    case 'owner':
      return distinctPeople([holderOf(chain)]);
    case 'reports':
      return distinctPeople((await listOwners(db, component.id)).map(({ ownerId }) => ownerId));
    case 'sponsor':
      return distinctPeople([chain.at(-1)?.ownerId ?? chain.at(-1)?.managerId]);
    default:
      return [];
  }
}

const isRole = (text: string): text is Role => roles.some((role) => role === text);

async function existing(db: Db, ids: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const id of distinctPeople([...ids])) if (await personExists(db, id)) found.push(id);
  return found;
}

/** People's ids; empty when the relation means nobody there. */
export async function resolveAssignees(db: Db, componentId: string, relation: string): Promise<string[]> {
  const [kind, name] = relation.split(/:(.*)/s);
  if (kind === 'role' && name) return isRole(name) ? listPeopleWithRole(db, name) : [];
  if (kind === 'person' && name) return (await personExists(db, name)) ? [name] : [];
  if (kind === 'people') return existing(db, name?.split(',') ?? []);
  return amongComponents(db, componentId, relation);
}
