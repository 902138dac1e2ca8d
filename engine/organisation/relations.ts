// Whom a relation means in an organisation: the rules alone, whoever holds the organisation.
// Managers are looked for upwards and are never the owner while another can be found: nobody appraises themselves.
import type { Component } from '../model/component.ts';

export type Answerable = Pick<Component, 'ownerId' | 'managerId'>;

export const distinctPeople = (people: (string | null | undefined)[]): string[] => [
  ...new Set(people.filter((person) => person !== null && person !== undefined)),
];

/**
 * Who answers above a component, nearest first; the owner of the whole comes last. `chain` is the component
 * and then its ancestors. The component's owner is in it only when there is nobody else.
 */
export function lineOfManagers(chain: readonly Answerable[]): string[] {
  const owner = chain[0]?.ownerId;
  const line = distinctPeople([...chain.map((component) => component.managerId), chain.at(-1)?.ownerId]);
  const others = line.filter((person) => person !== owner);
  if (others.length > 0) return others;
  return chain.some((component) => component.managerId === owner) ? line : [];
}

/** Who works an owner's tasks: the owner, and of a vacant post the next manager up. */
export const holderOf = (chain: readonly Answerable[]): string | null =>
  chain[0]?.ownerId ?? lineOfManagers(chain)[0] ?? null;

/** manager is 1, manager.manager is 2 …; 0 when the relation is another. */
export const managerLevel = (relation: string): number =>
  /^manager(\.manager)*$/.test(relation) ? relation.split('.').length : 0;
