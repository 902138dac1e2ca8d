// What each role may do, in words, for those who give roles.
import { type Role, roles } from '../../engine/index.ts';

export const roleWords: Record<Role, { name: string; does: string }> = {
  designer: { name: 'Designer', does: 'draws and publishes cycles' },
  manager: {
    name: 'Manager',
    does: 'agrees plans, records and appraises for the components that they manage',
  },
  employee: { name: 'Employee', does: 'works the tasks that they are given and sees their own plans' },
  admin: { name: 'Administrator', does: 'may do everything, also people and automations' },
  hr: { name: 'HR', does: 'keeps the organisation, launches cycles and sees every plan' },
};

export const roleChoices = roles.map((value) => ({ value, label: roleWords[value].name }));

export const rolesInWords = (given: Role[]): string => given.map((role) => roleWords[role].name).join(', ');
