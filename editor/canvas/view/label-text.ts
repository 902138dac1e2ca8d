// What the label of a transition says: `event in plain words [guard]`, or the delay.
import type { Transition } from '../../../engine/index.ts';
import type { Trigger } from '../../document/command.ts';
import { triggerWords } from '../../document/words.ts';
import type { OutcomeOrNone } from '../../theme/theme.ts';
import type { LabelText } from './flow-view.ts';
import { labelWidth } from './sizes.ts';

const outcomes: Record<string, OutcomeOrNone> = {
  'outcome.below': 'below',
  'outcome.meets': 'meets',
  'outcome.exceeds': 'exceeds',
  'outcome.not-scored': 'not-scored',
};

export function labelText(trigger: Trigger, { guard }: Transition): LabelText {
  return {
    trigger: triggerWords(trigger),
    guard: guard ?? null,
    isTimer: trigger.kind === 'after',
    outcome: trigger.kind === 'event' ? (outcomes[trigger.event] ?? null) : null,
  };
}

export function labelTitle(trigger: Trigger, transition: Transition, target: string | null): string {
  const waited = trigger.kind === 'event' ? trigger.event : triggerWords(trigger);
  const guard = transition.guard ? ` [${transition.guard}]` : '';
  const acts = (transition.do ?? []).map((action) => action.do).join(', ');
  const end = target === null ? '' : ` → ${target}`;
  return `${waited}${guard}${acts ? ` / ${acts}` : ''}${end}`;
}

const textWidth = 6.5;
const monoWidth = 6.7;
const rowHeight = 17;

/** Estimated, not measured, so that routes are the same everywhere; the chip cuts what is too long. */
export function labelSize({ trigger, guard, isTimer, outcome }: LabelText): {
  width: number;
  height: number;
} {
  const mark = isTimer || outcome ? 18 : 0;
  const first = trigger.length * textWidth + mark;
  const second = guard === null ? 0 : (guard.length + 2) * monoWidth;
  return {
    width: Math.min(labelWidth, Math.ceil(Math.max(first, second)) + 14),
    height: guard === null ? rowHeight + 5 : rowHeight * 2 + 2,
  };
}
