// Those who have the draft open, each once, and in words what they do.
import type { Present } from '../app/api/wire.ts';
import { t } from '../language/index.ts';

/** Whoever has several pages open is there once, and edits when one of them does. */
export function eachOnce(others: readonly Present[]): Present[] {
  const found = new Map<string, Present>();
  for (const other of others) {
    const known = found.get(other.personId);
    found.set(other.personId, { ...other, editing: other.editing || known?.editing === true });
  }
  return [...found.values()];
}

const firstOf = (name: string): string => name.split(/\s+/)[0] ?? name;

const you = t('you');

/** Empty when nobody else changes anything. */
export function editingWords(others: readonly Present[], me: string): string {
  const names = others
    .filter(({ editing }) => editing)
    .map(({ personId, name }) => (personId === me ? you : firstOf(name)));
  const [first, second] = names;
  if (first === undefined) return '';
  if (first === you && second === undefined) return t('You are editing in another tab');
  if (second === undefined) return t('{first} is editing', { first });
  if (names.length === 2) return t('{first} and {second} are editing', { first, second });
  return t('{first} and {count} others are editing', { first, count: names.length - 1 });
}

export const hereWords = ({ personId, name, editing }: Present, me: string): string => {
  const who = personId === me ? t('{name} (you, in another tab)', { name }) : name;
  return editing ? t('{who} is editing this draft', { who }) : t('{who} has this draft open', { who });
};
