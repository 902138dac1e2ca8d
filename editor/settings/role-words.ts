// What each role may do, in words, for those who give roles.
import { type Role, roles } from '../../engine/index.ts';
import { t, tAs } from '../language/index.ts';

export const roleWords: Record<Role, { name: string; does: string }> = {
  designer: { name: t('Designer'), does: t('draws and publishes cycles') },
  manager: {
    name: t('Manager'),
    does: t('agrees plans, records and appraises for the components that they manage'),
  },
  employee: {
    name: tAs('role', 'Employee'),
    does: t('works the tasks that they are given and sees their own plans'),
  },
  admin: { name: t('Administrator'), does: t('may do everything, also people and automations') },
  hr: { name: t('HR'), does: t('keeps the organisation, launches cycles and sees every plan') },
};

export const roleChoices = roles.map((value) => ({ value, label: roleWords[value].name }));
