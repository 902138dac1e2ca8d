// What a role is called in sentences; the screens retell it in the reader's language.
import type { Role } from '../../../engine/index.ts';

const names: Record<Role, string> = {
  designer: 'designer',
  manager: 'manager',
  employee: 'employee',
  hr: 'HR',
  admin: 'administrator',
};
const isRole = (key: string): key is Role => Object.hasOwn(names, key);

/** Null: the relation, such as owner, is no role. */
export function roleName(relation: string): string | null {
  const [, key] = /^role:(.*)$/.exec(relation) ?? [];
  if (key === undefined) return null;
  return isRole(key) ? names[key] : key;
}
