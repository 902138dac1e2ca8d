// Finds people by words of their name, address or role.
import type { Person } from '../../engine/index.ts';
import { rolesInWords } from './role-words.ts';

export function findPeople(people: Person[], text: string): Person[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const said = ({ name, email, roles }: Person) => `${name} ${email} ${rolesInWords(roles)}`.toLowerCase();
  return people
    .filter((person) => words.every((word) => said(person).includes(word)))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
}
