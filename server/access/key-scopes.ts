// What an API key may be allowed: facts in and figures out. What a person answers for with their own name stays theirs:
// approving, signing, appraising, giving rights, and making more keys.
import type { Permission } from './permissions.ts';

export const keyScopes = [
  'organisation.read',
  'organisation.change',
  'people.read',
  'absences.change',
  'goals.read',
  'goals.change',
  'observations.read',
  'observations.record',
  'imports.run',
  'cycles.read',
  'cycles.change',
  'cycles.simulate',
  'cycles.replay',
  'launches.read',
  'launches.start',
  'migrations.read',
  'plans.read',
  'plans.send-event',
  'tasks.read',
  'incidents.read',
  'automations.read',
  'automations.change',
  'reports.read',
  'feed.read',
  'audit.read',
  'system.read',
] as const satisfies Permission[];

export type KeyScope = (typeof keyScopes)[number];
