// The actions of a list, in order, on a draft. What one sets, the next sees.
import type { Action } from '../../model/action.ts';
import { type Json, unreachable } from '../../model/json.ts';
import type { PlacedAction } from '../structure/transitions.ts';
import { appraise } from './appraise.ts';
import { type Draft, fail, forget, type Happening, withEntry } from './draft.ts';
import { dataIn, jsonIn, passes, textIn } from './evaluate-in.ts';
import { maxPlanSize, mostCharacters } from './plan-size.ts';
import { resolveAssignee } from './resolve-assignee.ts';
import { armRaise, cancelRaises, rescheduleTimer } from './timers.ts';

type Perform<Kind extends Action['do']> = (
  draft: Draft,
  action: Extract<Action, { do: Kind }>,
  place: string,
) => Happening[];

const set: Perform<'set'> = (draft, { variable, value }, place) => {
  const json = jsonIn(draft, value, place);
  if (json === undefined) return [];
  const size = mostCharacters(json) <= maxPlanSize ? 0 : JSON.stringify(json).length;
  if (size > maxPlanSize) draft.fault ??= { code: 'state-too-large', limit: maxPlanSize, size };
  else if (variable === 'round') setRound(draft, json, value, place);
  else draft.plan.variables = withEntry(draft.plan.variables, variable, json);
  forget(draft, [variable]);
  return [];
};

function setRound(draft: Draft, json: Json, expression: string, place: string): void {
  if (typeof json === 'number' && Number.isInteger(json) && json >= 0) draft.plan.round = json;
  else fail(draft, expression, place, `The round is a whole number; this gives ${JSON.stringify(json)}.`);
}

const raise: Perform<'raise'> = (draft, { event, data, delay, id = null }, place) => {
  const raised = { type: event, data: dataIn(draft, data, place) };
  if (delay === undefined) return [raised];
  armRaise(draft, { id, ...raised, delay, place: `${place}/delay` });
  return [];
};

const cancel: Perform<'cancel'> = (draft, { id }) => {
  cancelRaises(draft, id);
  return [];
};

const notify: Perform<'notify'> = (draft, action, place) => {
  const to = resolveAssignee(draft, action.to, `${place}/to`);
  draft.effects.push({ type: 'notify', to, message: textIn(draft, action.message, `${place}/message`) });
  return [];
};

const emit: Perform<'emit'> = (draft, { event, data }, place) => {
  draft.effects.push({ type: 'emit', event, data: dataIn(draft, data, place) });
  return [];
};

/** The key makes the award unique, so it has to be text that does not change its form. */
function keyIn(draft: Draft, text: string, place: string): string {
  const json = jsonIn(draft, text, place);
  if (typeof json === 'string' || typeof json === 'number') return String(json);
  fail(
    draft,
    text,
    place,
    `The key of a reward is text or a number; this gives ${JSON.stringify(json ?? null)}.`,
  );
  return '';
}

/** Null costs nothing that is counted. */
function amountIn(draft: Draft, text: string, place: string): { amount?: number } {
  const json = jsonIn(draft, text, place);
  if (json === undefined || json === null) return {};
  if (typeof json === 'number' && json >= 0) return { amount: json };
  fail(
    draft,
    text,
    place,
    `The amount of a reward is a number from 0 on; this gives ${JSON.stringify(json)}.`,
  );
  return {};
}

const reward: Perform<'reward'> = (draft, { title, key, amount }, place) => {
  const given =
    key === undefined
      ? `round-${draft.plan.round}${draft.rewardKeys.get(title) ?? ''}`
      : keyIn(draft, key, `${place}/key`);
  const cost = amount === undefined ? {} : amountIn(draft, amount, `${place}/amount`);
  draft.effects.push({ type: 'reward', key: given, title, ...cost });
  return [];
};

const intervene: Perform<'intervene'> = (draft, { title, cause }, place) => {
  const given: Json = cause === undefined ? null : (jsonIn(draft, cause, `${place}/cause`) ?? null);
  draft.interventions += 1;
  draft.effects.push({
    type: 'intervene',
    key: `${draft.plan.revision}-${draft.interventions}`,
    title,
    cause: given === null ? null : typeof given === 'string' ? given : JSON.stringify(given),
  });
  return [];
};

const start: Perform<'start'> = (draft, action) => {
  draft.effects.push({ type: 'start-plan', cycleId: action.cycle, for: action.for });
  return [];
};

const reschedule: Perform<'reschedule'> = (draft, { timer, delay }, place) => {
  rescheduleTimer(draft, timer, { delay, place: `${place}/delay` });
  return [];
};

function perform(draft: Draft, { action, place }: PlacedAction): Happening[] {
  switch (action.do) {
    case 'set':
      return set(draft, action, `${place}/value`);
    case 'appraise':
      return appraise(draft, action, place);
    case 'raise':
      return raise(draft, action, place);
    case 'cancel':
      return cancel(draft, action, place);
    case 'notify':
      return notify(draft, action, place);
    case 'emit':
      return emit(draft, action, place);
    case 'reward':
      return reward(draft, action, place);
    case 'intervene':
      return intervene(draft, action, place);
    case 'start':
      return start(draft, action, place);
    case 'reschedule':
      return reschedule(draft, action, place);
    default:
      return unreachable(action);
  }
}

const isDue = (draft: Draft, { action: { guard }, place }: PlacedAction): boolean =>
  guard === undefined || passes(draft, guard, `${place}/guard`);

/** What they raise is heard after the microstep; stops at the first fault. */
export function performActions(draft: Draft, actions: readonly PlacedAction[]): void {
  for (const placed of actions) {
    if (draft.fault) break;
    if (isDue(draft, placed)) draft.raised.push(...perform(draft, placed));
  }
}
