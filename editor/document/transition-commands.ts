// Commands on transitions: adding, patching, changing what they wait for, order.
import { type Cycle, eventDescriptorSchema } from '../../engine/index.ts';
import { t } from '../language/say.ts';
import {
  type Applied,
  applied,
  type CommandOf,
  refused,
  type TransitionRef,
  type Trigger,
} from './command.ts';
import { findStage, isContainer, isWaiting, patched } from './stage-tree.ts';
import { type AnyTransition, findTransition, rewriteList } from './transitions.ts';

const listOf = (trigger: Trigger): TransitionRef['list'] =>
  trigger.kind === 'event' ? { kind: 'event', event: trigger.event } : { kind: trigger.kind };

function whyNot(cycle: Cycle, from: TransitionRef['stage'], trigger: Trigger): string | null {
  if (trigger.kind === 'event' && !eventDescriptorSchema.safeParse(trigger.event).success) {
    return t(
      'Name the event with words joined by dots, such as observation.recorded, or observation.* for all of them.',
    );
  }
  if (trigger.kind === 'after' && trigger.delay.trim() === '')
    return t('Say how long it waits, such as P10D.');
  if (from === null) return trigger.kind === 'event' ? null : t('The whole cycle can only wait for events.');
  const placed = findStage(cycle, from);
  if (!placed) return t('There is no stage "{from}" any more.', { from });
  if (!isWaiting(placed.stage)) return t('Nothing leads out of an end or a history stage.');
  if (trigger.kind === 'onDone' && !isContainer(placed.stage)) {
    return t('Only a stage with stages inside can wait for them to be done.');
  }
  return null;
}

export function addTransition(cycle: Cycle, command: CommandOf<'add-transition'>): Applied {
  const { from, trigger, transition } = command;
  const reason = whyNot(cycle, from, trigger) ?? unknownTarget(cycle, transition);
  if (reason !== null) return refused(reason);
  const added: AnyTransition =
    trigger.kind === 'after' ? { delay: trigger.delay, ...transition } : transition;
  return applied(rewriteList(cycle, from, listOf(trigger), (list) => [...list, added]));
}

function unknownTarget(cycle: Cycle, { to, also = [] }: AnyTransition): string | null {
  const unknown = [to, ...also].find((id) => id !== undefined && !findStage(cycle, id));
  return unknown === undefined ? null : t('There is no stage "{unknown}" to go to.', { unknown });
}

/** Another target is in other company; what was entered along with the old one says nothing about it. */
const withCompany = (patch: Partial<AnyTransition>): Partial<AnyTransition> =>
  'to' in patch ? { also: undefined, ...patch } : patch;

const gone = () => refused(t('That transition is not there any more.'));

export function setTransition(cycle: Cycle, { at, patch }: CommandOf<'set-transition'>): Applied {
  if (!findTransition(cycle, at)) return gone();
  const reason = unknownTarget(cycle, patch);
  if (reason !== null) return refused(reason);
  return applied(
    rewriteList(cycle, at.stage, at.list, (list) =>
      list.map((transition, index) =>
        index === at.index ? patched(transition, withCompany(patch)) : transition,
      ),
    ),
  );
}

/** Takes the transition out of its list and puts it at the end of the list of its new trigger. */
export function setTrigger(cycle: Cycle, { at, trigger }: CommandOf<'set-trigger'>): Applied {
  const found = findTransition(cycle, at);
  if (!found) return gone();
  const reason = whyNot(cycle, at.stage, trigger);
  if (reason !== null) return refused(reason);
  if (trigger.kind === 'after' && at.list.kind === 'after') {
    return setTransition(cycle, { type: 'set-transition', at, patch: { delay: trigger.delay } });
  }
  if (JSON.stringify(listOf(trigger)) === JSON.stringify(at.list)) return applied(cycle);
  const { delay: _delay, id: _id, ...plain }: AnyTransition = found.transition;
  const without = rewriteList(cycle, at.stage, at.list, (list) =>
    list.filter((_, index) => index !== at.index),
  );
  return addTransition(without, { type: 'add-transition', from: at.stage, trigger, transition: plain });
}

export function removeTransition(cycle: Cycle, { at }: CommandOf<'remove-transition'>): Applied {
  if (!findTransition(cycle, at)) return gone();
  return applied(
    rewriteList(cycle, at.stage, at.list, (list) => list.filter((_, index) => index !== at.index)),
  );
}

/** The first transition whose guard holds is taken, so their order means something. */
export function reorderTransition(cycle: Cycle, { at, to }: CommandOf<'reorder-transition'>): Applied {
  if (!findTransition(cycle, at)) return gone();
  return applied(
    rewriteList(cycle, at.stage, at.list, (list) => {
      const rest = list.filter((_, index) => index !== at.index);
      const moved = list.slice(at.index, at.index + 1);
      return [...rest.slice(0, to), ...moved, ...rest.slice(to)];
    }),
  );
}
