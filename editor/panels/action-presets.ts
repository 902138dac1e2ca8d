// The actions that a designer can add, each with the fields it starts with.
import type { Action } from '../../engine/index.ts';
import { t } from '../language/index.ts';

export const actionWords: Record<Action['do'], string> = {
  set: t('Set a variable'),
  appraise: t('Compute the score'),
  raise: t('Raise an event here'),
  cancel: t('Call off a raised event'),
  notify: t('Notify somebody'),
  emit: t('Tell other systems'),
  reward: t('Reward'),
  intervene: t('Intervene'),
  start: t('Start a cycle'),
  reschedule: t('Move a timer'),
};

export const newActions: Record<Action['do'], Action> = {
  set: { do: 'set', variable: 'round', value: 'round + 1' },
  appraise: { do: 'appraise' },
  raise: { do: 'raise', event: 'plan.returned' },
  cancel: { do: 'cancel', id: 'reminder' },
  notify: { do: 'notify', to: 'manager', message: t('The plan of {{ component.name }} has moved.') },
  emit: { do: 'emit', event: 'plan.reviewed' },
  reward: { do: 'reward', title: t('Recognition') },
  intervene: { do: 'intervene', title: t('Support plan') },
  start: { do: 'start', cycle: 'organisation-loop', for: 'component' },
  reschedule: { do: 'reschedule', timer: '', delay: 'P5D' },
};
