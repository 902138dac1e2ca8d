// The permission table as data: which role may do what, and over what.
// all: everything · team: components the person manages, and those below them · sight: these, and those that a
// dotted line leads to, which its manager sees and does not appraise · own: components the person owns, and tasks given
// to them.
import type { Role } from '../../engine/index.ts';

export type Scope = 'all' | 'sight' | 'team' | 'own';

const everyone = { admin: 'all', hr: 'all', designer: 'all', manager: 'all', employee: 'all' } as const;
/** What is seen goes by who is named as manager, whatever their role is called. */
const bySight = { admin: 'all', hr: 'all', manager: 'sight', employee: 'sight' } as const;
const byTeam = { admin: 'all', hr: 'all', manager: 'team', employee: 'own' } as const;

export const permissions = {
  'organisation.read': everyone,
  'organisation.change': { admin: 'all', hr: 'all' },
  'people.read': everyone,
  'people.change': { admin: 'all' },
  /** Of the people who answer for them. */
  'absences.read': { admin: 'all', hr: 'all', manager: 'sight', employee: 'own', designer: 'own' },
  'absences.change': { admin: 'all', hr: 'all', manager: 'team', employee: 'own', designer: 'own' },
  'goals.read': bySight,
  'goals.change': { admin: 'all', hr: 'all', manager: 'team' },
  'observations.read': bySight,
  'observations.record': byTeam,
  /** With anybody: who reads what is fixed when it is said. */
  'feedback.exchange': everyone,
  /** What may be given as rewards. */
  'budgets.read': { admin: 'all', hr: 'all', manager: 'team' },
  'budgets.change': { admin: 'all', hr: 'all' },
  'imports.run': { admin: 'all', hr: 'all' },
  'cycles.read': everyone,
  'cycles.change': { admin: 'all', designer: 'all' },
  'cycles.publish': { admin: 'all', designer: 'all' },
  /** Of what somebody else asks to publish. */
  'cycles.approve': { admin: 'all', hr: 'all', designer: 'all' },
  'cycles.simulate': { admin: 'all', hr: 'all', designer: 'all' },
  'cycles.replay': { admin: 'all', hr: 'all', designer: 'all' },
  'launches.read': { admin: 'all', hr: 'all', designer: 'all' },
  'launches.start': { admin: 'all', hr: 'all' },
  'calibrations.read': { admin: 'all', hr: 'all', manager: 'team' },
  /** When ratings are discussed, and by whom. */
  'calibrations.plan': { admin: 'all', hr: 'all' },
  /** So that those whom they are about may read them. */
  'ratings.release': { admin: 'all', hr: 'all', manager: 'team' },
  'migrations.read': { admin: 'all', hr: 'all', designer: 'all' },
  'migrations.run': { admin: 'all', designer: 'all' },
  'shadows.read': { admin: 'all', hr: 'all', designer: 'all' },
  'shadows.run': { admin: 'all', designer: 'all' },
  'plans.read': bySight,
  /** With one's own name, as the component's owner or manager. */
  'plans.sign': { admin: 'own', hr: 'own', manager: 'own', employee: 'own', designer: 'own' },
  /** Of somebody else. */
  'plans.cancel': { admin: 'all', hr: 'all' },
  'plans.send-event': { admin: 'all', hr: 'all', manager: 'team' },
  'tasks.read': { admin: 'all', hr: 'all', manager: 'sight', employee: 'own' },
  'tasks.work': { admin: 'all', hr: 'all', manager: 'own', employee: 'own', designer: 'own' },
  'tasks.reassign': { admin: 'all', hr: 'all' },
  'incidents.read': { admin: 'all', hr: 'all' },
  'incidents.settle': { admin: 'all' },
  'automations.read': { admin: 'all' },
  'automations.change': { admin: 'all' },
  'reports.read': { admin: 'all', hr: 'all', manager: 'sight', employee: 'sight', designer: 'all' },
  /** Figures about single raters. */
  'reports.raters': { admin: 'all', hr: 'all' },
  /** Attributes of people, and the comparison of groups by them. */
  'attributes.read': { hr: 'all' },
  'attributes.change': { hr: 'all' },
  /** What was put before HR, and how writers and groups differ in the wording. */
  'wording.read': { hr: 'all' },
  'feed.read': everyone,
  'settings.change': { admin: 'all' },
  'keys.read': { admin: 'all' },
  'keys.change': { admin: 'all' },
  'audit.read': { admin: 'all' },
  'backups.keep': { admin: 'all' },
  'system.read': { admin: 'all' },
} as const satisfies Record<string, Partial<Record<Role, Scope>>>;

export type Permission = keyof typeof permissions;
