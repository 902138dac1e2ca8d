// What a timer does and how a failed step was settled, in words.
import type { PlanOperation } from '../../app/api/wire.ts';
import { shortDate } from '../../app/words/due.ts';
import { listText, t } from '../../language/index.ts';

type Timer = PlanOperation['timers'][number];
type Failure = PlanOperation['failures'][number];

export function timerWords({ kind, name, task }: Timer): string {
  const title = task ?? name;
  switch (kind) {
    case 'stage':
      return t('The timer {name} runs out', { name });
    case 'overdue':
      return t('“{task}” is overdue', { task: title });
    case 'reminder':
      return t('Who has “{task}” is reminded', { task: title });
    case 'escalation':
      return t('“{task}” goes to somebody else too', { task: title });
    case 'children-settled':
      return t('The plans below are looked at: have all ended?');
    case 'left-out':
      return t('“{task}” is left out: nobody holds the post', { task: title });
    case 'fact':
      return t('The plan hears of “{event}”', { event: name });
  }
}

export function leadsTo({ kind, stage, to }: Timer, names: Readonly<Record<string, string>>): string {
  const nameOf = (id: string): string => names[id] ?? id;
  if (kind !== 'stage' || stage === null) return '';
  return to.length === 0
    ? t('in {stage}; the plan stays there', { stage: nameOf(stage) })
    : t('from {stage} to {target}', { stage: nameOf(stage), target: listText(to.map(nameOf)) });
}

export function failureWords({ at, eventType, state, settledBy, reason }: Failure): string {
  if (state === 'open')
    return t('{event}, {day}: it waits for somebody to decide', { event: eventType, day: shortDate(at) });
  const person = settledBy?.name ?? '';
  const why = reason ?? t('no reason was asked for then');
  return state === 'retried'
    ? t('{event}, {day}: tried again by {person}: {why}', {
        event: eventType,
        day: shortDate(at),
        person,
        why,
      })
    : t('{event}, {day}: skipped by {person}: {why}', { event: eventType, day: shortDate(at), person, why });
}
