// Transitions of a stage as <transition>, in the order in which a cycle tries them: exact types, then patterns.
import type { Transition } from '../../model/cycle.ts';
import type { StageId } from '../../model/ids.ts';
import { doneEventOf, isPattern } from '../../statechart/structure/event-names.ts';
import { type PlacedTransition, type Trigger, targetsOf } from '../../statechart/structure/transitions.ts';
import { type Xml, xml } from '../../xml/write-xml.ts';
import { exportActions } from './export-actions.ts';
import { own } from './namespaces.ts';

/** Ids in XML begin with a letter or an underscore. */
export const xmlId = (id: StageId): string => (/^[a-z]/.test(id) ? id : `_${id}`);
export const xmlIds = (ids: readonly StageId[]): string => ids.map(xmlId).join(' ');

const doneName = /^done\.state\.(?=.)/;
/** The event of a stage's end is called after its id in XML. */
const nameInXml = (type: string): string =>
  doneName.test(type) && !isPattern(type) ? doneEventOf(xmlId(type.replace(doneName, ''))) : type;

function waitingFor(stage: StageId, trigger: Trigger): Xml['attributes'] {
  switch (trigger.kind) {
    case 'always':
      return {};
    case 'done':
      return { event: doneEventOf(xmlId(stage)), [`${own}:trigger`]: 'done' };
    case 'timer':
      return { event: `timer.${trigger.timerId}` };
    case 'event':
      return isPattern(trigger.type)
        ? { event: trigger.type }
        : { event: nameInXml(trigger.type), [`${own}:match`]: 'exact' };
  }
}

function exportTransition(
  stage: StageId,
  { trigger, transition }: PlacedTransition,
  everywhere: boolean,
): Xml {
  const { guard, internal, description, do: actions } = transition;
  return xml(
    'transition',
    {
      ...waitingFor(stage, trigger),
      cond: guard,
      target: targetOf(transition),
      type: internal ? 'internal' : undefined,
      [`${own}:everywhere`]: everywhere ? 'true' : undefined,
      [`${own}:description`]: description,
    },
    exportActions(actions),
  );
}

const targetOf = (transition: Transition): string | undefined => xmlIds(targetsOf(transition)) || undefined;

const rank = ({ trigger }: PlacedTransition): number => {
  if (trigger.kind === 'always') return 3;
  if (trigger.kind === 'done') return 0;
  return trigger.kind === 'event' && isPattern(trigger.type) ? 2 : 1;
};
const lengthOf = ({ trigger }: PlacedTransition): number =>
  trigger.kind === 'event' && isPattern(trigger.type) ? trigger.type.length : 0;

export const exportTransitions = (
  stage: StageId,
  transitions: readonly PlacedTransition[],
  everywhere = false,
): Xml[] =>
  transitions
    .toSorted((a, b) => rank(a) - rank(b) || lengthOf(b) - lengthOf(a))
    .map((placed) => exportTransition(stage, placed, everywhere));
