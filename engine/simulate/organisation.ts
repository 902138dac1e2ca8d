// The organisation of a simulation: its components, what is known of each, and whom a relation means there.
import type { Facts } from '../model/facts.ts';
import {
  type Answerable,
  distinctPeople,
  holderOf,
  lineOfManagers,
  managerLevel,
} from '../organisation/relations.ts';

export interface SimulatedComponent extends Answerable {
  id: string;
  /** A parent stands before its parts. */
  parentId: string | null;
  /** Which of the facts are this component's: alike components share theirs. Null: it gets no plan. */
  facts: number | null;
}

export interface SimulatedOrganisation {
  components: SimulatedComponent[];
  facts: Facts[];
  /** People by role. */
  roles: Record<string, string[]>;
}

export interface Directory {
  /** The components directly below, by their number. */
  childrenOf: readonly (readonly number[])[];
  /** The people that a relation means for the component of this number; empty when it means nobody. */
  resolve(component: number, relation: string): readonly string[];
}

function indexParents(components: readonly SimulatedComponent[]): (number | null)[] {
  const numbers = new Map(components.map(({ id }, number) => [id, number]));
  return components.map(({ parentId }) => (parentId === null ? null : (numbers.get(parentId) ?? null)));
}

function childrenBy(parents: readonly (number | null)[]): number[][] {
  const children: number[][] = parents.map(() => []);
  for (const [number, parent] of parents.entries()) if (parent !== null) children[parent]?.push(number);
  return children;
}

export function makeDirectory({ components, roles }: SimulatedOrganisation): Directory {
  const parents = indexParents(components);
  const childrenOf = childrenBy(parents);
  const known = components.map(() => new Map<string, readonly string[]>());

  const chainOf = (number: number): SimulatedComponent[] => {
    const chain: SimulatedComponent[] = [];
    for (let at: number | null = number; at !== null; at = parents[at] ?? null) {
      const component = components[at];
      if (!component || chain.includes(component)) break;
      chain.push(component);
    }
    return chain;
  };
  const ownersOf = (numbers: readonly number[]): string[] =>
    distinctPeople(numbers.map((number) => components[number]?.ownerId));
  const peersOf = (number: number, count: number): string[] => {
    const parent = parents[number] ?? null;
    const own = components[number]?.ownerId;
    const beside = parent === null ? [] : (childrenOf[parent] ?? []);
    return ownersOf(beside)
      .filter((person) => person !== own)
      .slice(0, count);
  };

  const sponsorOf = (number: number): string[] => {
    const whole = chainOf(number).at(-1);
    return distinctPeople([whole?.ownerId ?? whole?.managerId]);
  };
  const byName: Record<string, (number: number) => readonly string[]> = {
    owner: (number) => distinctPeople([holderOf(chainOf(number))]),
    reports: (number) => ownersOf(childrenOf[number] ?? []),
    sponsor: sponsorOf,
  };

  const find = (number: number, relation: string): readonly string[] => {
    const level = managerLevel(relation);
    if (level > 0) return distinctPeople([lineOfManagers(chainOf(number))[level - 1]]);
    const [kind = '', name = ''] = relation.split(/:(.*)/s);
    if (kind === 'role') return roles[name] ?? [];
    if (kind === 'person') return [name];
    if (kind === 'people') return name === '' ? [] : name.split(',');
    const peers = /^peers\((\d+)\)$/.exec(relation)?.[1];
    return peers === undefined ? (byName[relation]?.(number) ?? []) : peersOf(number, Number(peers));
  };

  return {
    childrenOf,
    resolve(number, relation) {
      const people = known[number]?.get(relation);
      if (people) return people;
      const found = find(number, relation);
      known[number]?.set(relation, found);
      return found;
    },
  };
}
