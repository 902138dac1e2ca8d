// An organisation as the rules ask about it: which components a cycle is for, and who a relation means there.
import { type Component, type ComponentKind, type Person, roles } from '../../model/component.ts';
import { distinctPeople, holderOf, lineOfManagers, managerLevel } from '../../organisation/relations.ts';

export interface OrganisationParts {
  components: readonly Component[];
  people: readonly Person[];
}

export interface Directory {
  /** The components that go through the cycle. */
  subjects: readonly Component[];
  byId: ReadonlyMap<string, Component>;
  partsOf: ReadonlyMap<string, readonly Component[]>;
  people: ReadonlyMap<string, Person>;
  byRole: ReadonlyMap<string, readonly string[]>;
  /** What relations were found to mean, by relation and component: many tasks ask for the same. */
  found: Map<string, Map<string, readonly string[] | null>>;
}

function grouped<Item>(
  items: readonly Item[],
  keysOf: (item: Item) => readonly string[],
): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}

export function openDirectory(
  { components, people }: OrganisationParts,
  kinds: readonly ComponentKind[] | undefined,
): Directory {
  const withRole = grouped(people, (person) => person.roles);
  return {
    subjects: components.filter(({ kind }) => kinds === undefined || kinds.includes(kind)),
    byId: new Map(components.map((component) => [component.id, component])),
    partsOf: grouped(components, ({ parentId }) => (parentId === null ? [] : [parentId])),
    people: new Map(people.map((person) => [person.id, person])),
    found: new Map(),
    byRole: new Map([...withRole].map(([role, some]) => [role, some.map(({ id }) => id)])),
  };
}

/** The component and then its ancestors; a circle is walked once. */
function chainOf({ byId }: Directory, component: Component): Component[] {
  const chain: Component[] = [];
  for (
    let at: Component | undefined = component;
    at && !chain.includes(at);
    at = byId.get(at.parentId ?? '')
  ) {
    chain.push(at);
  }
  return chain;
}

function peersOf({ partsOf }: Directory, component: Component, count: number): string[] {
  const beside = component.parentId === null ? [] : (partsOf.get(component.parentId) ?? []);
  const others = beside.filter(({ id, ownerId }) => id !== component.id && ownerId !== component.ownerId);
  return distinctPeople(others.map(({ ownerId }) => ownerId)).slice(0, count);
}

function relatives(directory: Directory, component: Component, relation: string): string[] | null {
  const level = managerLevel(relation);
  if (level > 0) return distinctPeople([lineOfManagers(chainOf(directory, component))[level - 1]]);
  const peers = /^peers\((\d+)\)$/.exec(relation);
  if (peers) return peersOf(directory, component, Number(peers[1]));
  const top = chainOf(directory, component).at(-1);
  switch (relation) {
    case 'owner':
      return distinctPeople([holderOf(chainOf(directory, component))]);
    case 'reports':
      return distinctPeople((directory.partsOf.get(component.id) ?? []).map(({ ownerId }) => ownerId));
    case 'sponsor':
      return distinctPeople([top?.ownerId ?? top?.managerId]);
    default:
      return null;
  }
}

function find(directory: Directory, component: Component, relation: string): readonly string[] | null {
  const [kind, name = ''] = relation.split(/:(.*)/s);
  if (kind === 'role') return directory.byRole.get(name) ?? [];
  if (kind === 'person') return directory.people.has(name) ? [name] : [];
  if (kind === 'people') return name.split(',').filter((id) => directory.people.has(id));
  return relatives(directory, component, relation);
}

/** Null when the text is an expression, so that it depends on the plan. */
export function peopleFor(
  directory: Directory,
  component: Component,
  relation: string,
): readonly string[] | null {
  const known = directory.found.get(relation) ?? new Map<string, readonly string[] | null>();
  directory.found.set(relation, known);
  const before = known.get(component.id);
  if (before !== undefined) return before;
  const people = find(directory, component, relation);
  known.set(component.id, people);
  return people;
}

export const nameOfPerson = ({ people }: Directory, id: string): string => people.get(id)?.name ?? id;

export const isRole = (name: string): boolean => roles.some((role) => role === name);
export { roles };
