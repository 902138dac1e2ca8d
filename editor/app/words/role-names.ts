// What a person may do here, in a line: "designer, hr". Settings explains each (`role-words.ts`).
import type { Role } from '../../../engine/index.ts';
import { t } from '../../language/index.ts';

const names: Record<Role, string> = {
  designer: t('designer'),
  manager: t('manager'),
  employee: t('employee'),
  hr: t('hr'),
  admin: t('admin'),
};

export const roleNames = (roles: readonly Role[]): string => roles.map((role) => names[role]).join(', ');
