// The transitions of a stage, or of the whole cycle, as one list: what they wait for and where they stand.
import type { Action } from '../../model/action.ts';
import type { Cycle, DelayedTransition, Stage, Transition } from '../../model/cycle.ts';
import type { StageId, TimerId } from '../../model/ids.ts';

/** What a transition waits for besides its guard. */
export type Trigger =
  | { kind: 'event'; type: string }
  | { kind: 'timer'; timerId: TimerId; delay: string }
  | { kind: 'always' }
  | { kind: 'done' };

export interface PlacedTransition {
  trigger: Trigger;
  transition: Transition;
  place: string;
}

export const timerIdOf = (stageId: string, timer: DelayedTransition, index: number): TimerId =>
  timer.id ?? `${stageId}.${index}`;

/** How the event that fires the transition is called; `always` and `done` are told by their kind. */
export function eventTypeOf(trigger: Trigger): string {
  switch (trigger.kind) {
    case 'event':
      return trigger.type;
    case 'timer':
      return `timer.${trigger.timerId}`;
    default:
      return trigger.kind;
  }
}

const placed = (list: readonly Transition[] | undefined, at: string, trigger: Trigger): PlacedTransition[] =>
  (list ?? []).map((transition, index) => ({ trigger, transition, place: `${at}/${index}` }));

const listening = (on: Record<string, Transition[]> | undefined, at: string): PlacedTransition[] =>
  Object.entries(on ?? {}).flatMap(([type, list]) =>
    placed(list, `${at}on/${type}`, { kind: 'event', type }),
  );

export function transitionsOfStage(id: string, stage: Stage, place: string): PlacedTransition[] {
  if (stage.type === 'final' || stage.type === 'history') return [];
  const timers = (stage.after ?? []).map((transition, index) => {
    const trigger: Trigger = {
      kind: 'timer',
      timerId: timerIdOf(id, transition, index),
      delay: transition.delay,
    };
    return { trigger, transition, place: `${place}/after/${index}` };
  });
  const onDone = 'onDone' in stage ? stage.onDone : undefined;
  return [
    ...listening(stage.on, `${place}/`),
    ...timers,
    ...placed(stage.always, `${place}/always`, { kind: 'always' }),
    ...placed(onDone, `${place}/onDone`, { kind: 'done' }),
  ];
}

export const transitionsOfCycle = (cycle: Cycle): PlacedTransition[] => listening(cycle.on, '');

/** Every stage that it leads to by name. */
export const targetsOf = ({ to, also = [] }: Pick<Transition, 'to' | 'also'>): StageId[] =>
  to === undefined ? [] : [to, ...also];

/** Where a container that is entered as a whole begins. */
export const beginsAt = ({ initial, begin }: Pick<Cycle, 'initial' | 'begin'>): StageId[] =>
  begin?.at ?? [initial];

export interface PlacedAction {
  action: Action;
  place: string;
}

export const placeActions = (actions: readonly Action[] | undefined, at: string): PlacedAction[] =>
  (actions ?? []).map((action, index) => ({ action, place: `${at}/${index}` }));
