// A rehearsal in plain words: what was done, what came of it, and what a guard looked at.
import {
  type AskedGuard,
  type Cycle,
  type Json,
  localDateOf,
  type Play,
  type ScenarioStep,
  type StageId,
} from '../../../engine/index.ts';
import { shortDate } from '../../app/words/due.ts';
import { findStage, isWaiting, listStages, nameOf } from '../../document/stage-tree.ts';
import { eventWords, spanWords } from '../../document/words.ts';
import { listText, t } from '../../language/index.ts';
import type { LogEntry } from './rehearsal.ts';

export function stageName(cycle: Cycle, id: StageId): string {
  const placed = findStage(cycle, id);
  return placed ? nameOf(id, placed.stage) : id;
}

export const stageNames = (cycle: Cycle, ids: readonly StageId[]): string =>
  listText(ids.map((id) => stageName(cycle, id)));

export function taskTitle(cycle: Cycle, key: string): string {
  for (const { stage } of listStages(cycle)) {
    const task = isWaiting(stage) ? stage.tasks?.[key] : undefined;
    if (task) return task.title;
  }
  return key;
}

export const shown = (value: Json | undefined): string =>
  typeof value === 'string' ? value : value === undefined ? t('nothing') : JSON.stringify(value);

/** The day where the plan's component is, whatever the zone of the person who rehearses. */
export const dayOf = ({ facts }: Play, instant: string): string =>
  shortDate(localDateOf(instant, facts.calendar.zone));

/** The short answers of a form; what is long is left to the details. */
function resultWords(result: ScenarioStep['result']): string {
  const plain = Object.entries(result ?? {}).filter(
    ([name, value]) => name !== 'comment' && typeof value !== 'object' && String(value).length < 30,
  );
  return plain.map(([name, value]) => `${name} ${shown(value)}`).join(', ');
}

const waitWords = (wait: string, play: Play): string => {
  const span = spanWords(wait);
  return span === null
    ? t('Time passes to {day}', { day: dayOf(play, play.now) })
    : t('{span} pass, to {day}', { span, day: dayOf(play, play.now) });
};

export function stepWords(cycle: Cycle, { step, after }: Pick<LogEntry, 'step' | 'after'>): string {
  if (step.wait !== undefined) return waitWords(step.wait, after);
  if (step.complete !== undefined) {
    const answer = resultWords(step.result);
    const task = taskTitle(cycle, step.complete);
    return answer ? t('“{task}” is done: {answer}', { task, answer }) : t('“{task}” is done', { task });
  }
  if (step.observe !== undefined)
    return t('{value} is recorded for {measure}', { value: shown(step.value), measure: step.observe });
  if (step.event !== undefined) return t('Event: {event}', { event: eventWords(step.event) });
  return t('Nothing happens');
}

/** Where the step led, or that it led nowhere. */
export function movedWords(cycle: Cycle, { before, after, refusal }: LogEntry): string {
  if (refusal !== null) return refusal;
  const [from, to] = [before.plan.stage, after.plan.stage];
  if (after.plan.status === 'ended') return t('The plan ends in {stages}', { stages: stageNames(cycle, to) });
  // In a parallel stage only the region that moved is worth a word.
  const left = from.filter((id) => !to.includes(id));
  const reached = to.filter((id) => !from.includes(id));
  if (left.length > 0 || reached.length > 0)
    return `${stageNames(cycle, left.length > 0 ? left : from)} → ${stageNames(cycle, reached.length > 0 ? reached : to)}`;
  const entered = after.moves.slice(before.moves.length).some((move) => move.entered.length > 0);
  return entered
    ? t('Begins {stages} anew', { stages: stageNames(cycle, to) })
    : t('Stays in {stages}', { stages: stageNames(cycle, to) });
}

/** "round is 4, maxRounds is 4". */
export const valuesWords = (values: AskedGuard['values']): string =>
  Object.entries(values)
    .map(([path, value]) => t('{path} is {value}', { path, value: shown(value) }))
    .join(', ');

/** Each guard that was asked, in order, with the transition it belongs to. */
export const askedIn = ({ before, after }: LogEntry): AskedGuard[] =>
  after.moves.slice(before.moves.length).flatMap(({ asked }) => asked);
