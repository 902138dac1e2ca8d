// The actions that a designer can add, each with the fields it starts with.
import type { Action } from '../../engine/index.ts';

export const actionWords: Record<Action['do'], string> = {
  set: 'Set a variable',
  appraise: 'Compute the score',
  raise: 'Raise an event here',
  cancel: 'Call off a raised event',
  notify: 'Notify somebody',
  emit: 'Tell other systems',
  reward: 'Reward',
  intervene: 'Intervene',
  start: 'Start a cycle',
  reschedule: 'Move a timer',
};

export const newActions: Record<Action['do'], Action> = {
  set: { do: 'set', variable: 'round', value: 'round + 1' },
  appraise: { do: 'appraise' },
  raise: { do: 'raise', event: 'plan.returned' },
  cancel: { do: 'cancel', id: 'reminder' },
  notify: { do: 'notify', to: 'manager', message: 'The plan of {{ component.name }} has moved.' },
  emit: { do: 'emit', event: 'plan.reviewed' },
  reward: { do: 'reward', title: 'Recognition' },
  intervene: { do: 'intervene', title: 'Support plan' },
  start: { do: 'start', cycle: 'organisation-loop', for: 'component' },
  reschedule: { do: 'reschedule', timer: '', delay: 'P5D' },
};
