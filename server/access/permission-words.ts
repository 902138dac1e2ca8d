// What each permission lets somebody do, as the sentence of a refusal says it: “Only HR may …”.
import type { Role } from '../../engine/index.ts';
import { type Permission, permissions, type Scope } from './permissions.ts';

const permissionWords: Record<Permission, string> = {
  'organisation.read': 'see the organisation',
  'organisation.change': 'change the organisation',
  'people.read': 'see people',
  'people.change': 'add and change people',
  'absences.read': 'see absences',
  'absences.change': 'enter absences',
  'goals.read': 'see goals',
  'goals.change': 'change goals',
  'observations.read': 'see recorded values',
  'observations.record': 'record values',
  'feedback.exchange': 'exchange feedback',
  'budgets.read': 'see budgets',
  'budgets.change': 'change budgets',
  'imports.run': 'import files',
  'cycles.read': 'see cycles',
  'cycles.change': 'change cycles',
  'cycles.publish': 'publish cycles',
  'cycles.approve': 'approve versions of cycles',
  'cycles.simulate': 'simulate cycles',
  'cycles.replay': 'replay plans in other versions',
  'launches.read': 'see launches',
  'launches.start': 'launch cycles',
  'calibrations.read': 'see calibrations',
  'calibrations.plan': 'plan calibration sessions',
  'ratings.release': 'release ratings',
  'migrations.read': 'see migrations',
  'migrations.run': 'migrate plans',
  'shadows.read': 'see shadows',
  'shadows.run': 'run shadows',
  'plans.read': 'see plans',
  'plans.sign': 'sign plans',
  'plans.cancel': 'cancel plans',
  'plans.send-event': 'send events to plans',
  'tasks.read': 'see tasks',
  'tasks.work': 'work tasks',
  'tasks.reassign': 'reassign tasks',
  'incidents.read': 'see incidents',
  'incidents.settle': 'settle incidents',
  'automations.read': 'see automations',
  'automations.change': 'change automations',
  'reports.read': 'see reports',
  'reports.raters': 'see figures about single raters',
  'attributes.read': 'see attributes of people',
  'attributes.change': 'change attributes of people',
  'wording.read': 'see how texts are worded',
  'feed.read': 'follow what happens, live',
  'settings.change': 'change the settings of the organisation',
  'keys.read': 'see API keys',
  'keys.change': 'change API keys',
  'audit.read': 'read the audit trail',
  'backups.keep': 'keep backups',
  'system.read': 'see the state of the server',
};

const roleWords: Record<Role, string> = {
  admin: 'administrators',
  hr: 'HR',
  designer: 'designers',
  manager: 'managers',
  employee: 'employees',
};

function whoMay(permission: Permission): string {
  const table: Partial<Record<Role, Scope>> = permissions[permission];
  const words = Object.entries(roleWords).flatMap(([role, word]) => (role in table ? [word] : []));
  return [words.slice(0, -1).join(', '), ...words.slice(-1)].filter(Boolean).join(' and ');
}

/** What it is that somebody may not, who may, and who gives them that. */
export const refusalOf = (permission: Permission): string =>
  `Only ${whoMay(permission)} may ${permissionWords[permission]}. An administrator gives roles to people.`;
