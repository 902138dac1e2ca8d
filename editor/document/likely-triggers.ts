// What a transition out of a stage could wait for, the likeliest first.
import type { Cycle, StageId } from '../../engine/index.ts';
import { t } from '../language/say.ts';
import type { Trigger } from './command.ts';
import { findStage, isContainer, isWaiting, type WaitingStage } from './stage-tree.ts';
import { triggerWords } from './words.ts';

export interface TriggerChoice {
  label: string;
  trigger: Trigger;
}

const outcomeEvents = ['outcome.below', 'outcome.meets', 'outcome.exceeds', 'outcome.not-scored'];

const appraises = (stage: WaitingStage): boolean =>
  stage.kind === 'appraise' || (stage.entry ?? []).some((action) => action.do === 'appraise');

export function triggersFor(cycle: Cycle, id: StageId): TriggerChoice[] {
  const stage = findStage(cycle, id)?.stage;
  if (!stage || !isWaiting(stage)) return [];
  const heard = new Set(Object.keys(stage.on ?? {}));
  const tasks = Object.keys(stage.tasks ?? {}).map((key) => `task.${key}.completed`);
  const events = [...tasks, ...(appraises(stage) ? outcomeEvents : [])];
  const fresh = [
    ...events.filter((event) => !heard.has(event)),
    ...events.filter((event) => heard.has(event)),
  ];
  const likely = fresh.map((event): Trigger => ({ kind: 'event', event }));
  const others: Trigger[] = [
    ...(isContainer(stage) ? [{ kind: 'onDone' } as const] : []),
    { kind: 'event', event: `${id}.finished` },
    { kind: 'after', delay: 'P10D' },
    { kind: 'always' },
  ];
  return [...likely, ...others].map((trigger) => ({ trigger, label: choiceWords(trigger) }));
}

function choiceWords(trigger: Trigger): string {
  if (trigger.kind === 'event') return t('When: {trigger}', { trigger: triggerWords(trigger) });
  if (trigger.kind === 'after') return t('After a time');
  return trigger.kind === 'always' ? t('At once, when its guard holds') : t('When all inside is done');
}

export const likeliestTrigger = (cycle: Cycle, id: StageId): Trigger =>
  triggersFor(cycle, id)[0]?.trigger ?? { kind: 'event', event: `${id}.finished` };
