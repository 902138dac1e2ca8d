// What a key may be allowed, in words for who allows it; first what it may see, then what it may change.
import type { ApiKey } from '../app/api/wire.ts';
import { t } from '../language/index.ts';

export type KeyScope = ApiKey['scopes'][number];

export const seen = {
  'organisation.read': t('See components'),
  'people.read': t('See people with their addresses and roles'),
  'goals.read': t('See goals, measures and standards'),
  'observations.read': t('See what was recorded'),
  'cycles.read': t('See cycles'),
  'launches.read': t('See launches'),
  'plans.read': t('See every plan with its scores'),
  'tasks.read': t('See every task, without what was answered'),
  'reports.read': t('See reports'),
  'incidents.read': t('See steps that failed'),
  'migrations.read': t('See migrations'),
  'automations.read': t('See sources, subscriptions and deliveries'),
  'feed.read': t('Follow what happens, live'),
  'audit.read': t('Read the audit trail'),
  'system.read': t('See the state of the server'),
} satisfies Partial<Record<KeyScope, string>>;

export const done = {
  'organisation.change': t('Change components'),
  'absences.change': t('Enter and end absences'),
  'goals.change': t('Change goals, measures and standards'),
  'observations.record': t('Record values'),
  'imports.run': t('Import files'),
  'plans.send-event': t('Send events to plans'),
  'launches.start': t('Launch cycles'),
  'cycles.change': t('Save drafts of cycles'),
  'cycles.simulate': t('Simulate cycles'),
  'cycles.replay': t('Replay plans in other versions'),
  'automations.change': t('Change sources and subscriptions'),
} satisfies Partial<Record<KeyScope, string>>;

/** Does not compile while a scope is in neither. */
export const scopeWords: Record<KeyScope, string> = { ...seen, ...done };
