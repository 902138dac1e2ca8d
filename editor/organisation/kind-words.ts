// The kinds of components as labels of their own.
import type { ComponentKind } from '../../engine/index.ts';
import { t, tAs } from '../language/index.ts';

export const kindWords: Record<ComponentKind, string> = {
  organisation: t('Organisation'),
  department: t('Department'),
  team: t('Team'),
  process: t('Process'),
  employee: tAs('component', 'Employee'),
  project: t('Project'),
  other: t('Other'),
};
