// What a transition waits for: an event, a time, nothing, or what is inside being done.
import type { Applied, TransitionRef, Trigger } from '../document/command.ts';
import { triggersFor } from '../document/likely-triggers.ts';
import { pointer } from '../document/pointer.ts';
import { findStage, isContainer } from '../document/stage-tree.ts';
import { type findTransition, type PlacedTransition, transitionsFrom } from '../document/transitions.ts';
import { eventWords } from '../document/words.ts';
import { t } from '../language/index.ts';
import { ChoiceField, SuggestField } from './ChoiceField.tsx';
import { useEditing } from './editing.ts';
import { SpanField } from './SpanField.tsx';
import { TextField } from './TextField.tsx';

const common = [
  'observation.recorded',
  'feedback.received',
  'children.settled',
  'beside.settled',
  'component.manager-changed',
  'component.moved',
  'leave.started',
  'leave.ended',
  'person.left',
  'plan.cancelled',
];

export function TriggerFields({ placed }: { placed: PlacedTransition }) {
  const { cycle, run, select } = useEditing();
  const { at, trigger } = placed;
  const stage = at.stage === null ? null : (findStage(cycle, at.stage)?.stage ?? null);
  const change = (next: Trigger, burst?: string): Applied => {
    const result = run({ type: 'set-trigger', at, trigger: next }, burst);
    if (result.kind === 'applied') select({ kind: 'transition', at: movedTo(result.cycle, at, next) });
    return result;
  };
  const kinds = [
    { value: 'event', label: t('an event') },
    ...(at.stage === null
      ? []
      : [
          { value: 'after', label: t('a time to pass') },
          { value: 'always', label: t('nothing: at once') },
        ]),
    ...(stage && isContainer(stage) ? [{ value: 'onDone', label: t('all inside to be done') }] : []),
  ];
  const pick = (kind: string | null) => {
    if (kind === 'event') change({ kind, event: `${at.stage ?? 'plan'}.finished` });
    if (kind === 'after') change({ kind, delay: 'P10D' });
    if (kind === 'always' || kind === 'onDone') change({ kind });
  };
  return (
    <>
      <ChoiceField
        label={t('Waits for')}
        place={placed.pointer + pointer('trigger')}
        value={trigger.kind}
        options={kinds}
        onPick={pick}
      />
      {trigger.kind === 'event' && (
        <SuggestField
          label={t('Event')}
          place={placed.pointer + pointer('event')}
          value={trigger.event}
          suggestions={suggestionsFor(placed, cycle)}
          hint={eventWords(trigger.event)}
          apply={(event, burst) => change({ kind: 'event', event }, burst)}
        />
      )}
      {trigger.kind === 'after' && <TimerFields placed={placed} delay={trigger.delay} />}
    </>
  );
}

function suggestionsFor({ at }: PlacedTransition, cycle: Parameters<typeof triggersFor>[0]): string[] {
  if (at.stage === null) return common;
  const own = triggersFor(cycle, at.stage).flatMap(({ trigger }) =>
    trigger.kind === 'event' ? [trigger.event] : [],
  );
  return [...new Set([...own, ...common])];
}

function TimerFields({
  placed: { at, transition, pointer: place },
  delay,
}: {
  placed: PlacedTransition;
  delay: string;
}) {
  const { run } = useEditing();
  const id = 'id' in transition && typeof transition.id === 'string' ? transition.id : '';
  return (
    <>
      <SpanField
        label={t('How long')}
        place={place + pointer('delay')}
        value={delay}
        since={at.stage === null ? t('after the plan starts') : t('after the stage begins')}
        orExpression
        apply={(next, burst) => run({ type: 'set-transition', at, patch: { delay: next } }, burst)}
      />
      <TextField
        label={t('Timer name')}
        place={place + pointer('id')}
        value={id}
        mono
        placeholder={`${at.stage}.${at.index}`}
        hint={t('Only needed when an action moves it')}
        apply={(name, burst) =>
          run({ type: 'set-transition', at, patch: { id: name.trim() || undefined } }, burst)
        }
      />
    </>
  );
}

/** A changed trigger puts the transition at the end of its new list. */
function movedTo(
  cycle: Parameters<typeof findTransition>[0],
  at: TransitionRef,
  trigger: Trigger,
): TransitionRef {
  const list: TransitionRef['list'] =
    trigger.kind === 'event' ? { kind: 'event', event: trigger.event } : { kind: trigger.kind };
  const inList = transitionsFrom(cycle, at.stage).filter(
    (each) => JSON.stringify(each.at.list) === JSON.stringify(list),
  );
  const stays = JSON.stringify(list) === JSON.stringify(at.list);
  return stays ? at : { stage: at.stage, list, index: inList.length - 1 };
}
