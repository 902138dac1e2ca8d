// A plan as it ran: its history and the evidence of its time, and how both are given to another version.
// People's answers keep how long they took, clocks that were set to the same instant how late they were, and what
// came from outside keeps its instant.
import { changesVersion } from '../migrate/stays.ts';
import type { PlanEvent } from '../model/event.ts';
import type { Facts } from '../model/facts.ts';
import type { PlanId } from '../model/ids.ts';
import type { JsonObject } from '../model/json.ts';
import type { RecordedStep } from '../model/recorded-step.ts';
import type { Instant, Period } from '../model/time.ts';
import { completes, taskOf } from '../statechart/accepted-events.ts';
import { timerOf } from '../statechart/structure/event-names.ts';
import { millisecondsBetween } from '../time/instant.ts';

export interface RecordedPlan {
  planId: PlanId;
  period: Period;
  /** What the launch gave besides the start values of the cycle. */
  variables: JsonObject;
  /** In the order of their revisions; the first is the start. */
  steps: readonly RecordedStep[];
  /** As they are now; each step sees the observations that were there at its instant. */
  facts: Facts;
}

/** What happened at a revision, and who did it. */
interface Happened {
  revision: number;
  event: PlanEvent;
  actor: string;
}

/** Something that happened to the plan, at an instant of its own. */
export interface Outside extends Happened {
  at: Instant;
}

/** What a task was answered, and how long after it was opened. */
export interface Answer extends Happened {
  milliseconds: number;
}

export interface Said {
  at: Instant;
  revision: number;
}

export interface Evidence {
  outside: Outside[];
  /** By task, for each time that it was opened: its answer, or null when it closed unanswered. */
  answers: Map<string, (Answer | null)[]>;
  /** When the clock said something that was due at an instant, by both: see `dueKey`. */
  said: Map<string, Said>;
}

export const dueKey = (type: string, dueAt: Instant): string => `${type} ${dueAt}`;

/** Each opening of a task in the order of the history. */
interface Opening {
  at: Instant;
  answer: Answer | null;
}

function answersIn(steps: readonly RecordedStep[]): Evidence['answers'] {
  const openings = new Map<string, Opening[]>();
  for (const { revision, at, event, actor, effects } of steps) {
    const task = completes(event.type) ? taskOf(event.type) : null;
    const opening = task === null ? undefined : openings.get(task)?.at(-1);
    if (opening)
      opening.answer = { revision, event, actor, milliseconds: millisecondsBetween(opening.at, at) };
    for (const effect of effects) {
      if (effect.type !== 'open-task') continue;
      openings.set(effect.key, [...(openings.get(effect.key) ?? []), { at, answer: null }]);
    }
  }
  return new Map([...openings].map(([key, list]) => [key, list.map(({ answer }) => answer)]));
}

/** When the timer, or the task that is overdue, was due. */
function dueAt(steps: readonly RecordedStep[], { revision, event }: RecordedStep): Instant | null {
  const [timer, task] = [timerOf(event.type), taskOf(event.type)];
  for (const step of steps.toReversed()) {
    if (step.revision >= revision) continue;
    const effect = step.effects.findLast(
      (one) =>
        (one.type === 'arm-timer' && one.timerId === timer) || (one.type === 'open-task' && one.key === task),
    );
    if (effect?.type === 'arm-timer' || effect?.type === 'open-task') return effect.dueAt;
  }
  return null;
}

/** A timer that was late when its stage was left had not been heard by then: it comes after that. */
function saidTooLate(steps: readonly RecordedStep[]): Evidence['said'] {
  const late: Evidence['said'] = new Map();
  const armed = new Map<string, Instant>();
  for (const { at, revision, effects } of steps)
    for (const effect of effects) {
      if (effect.type === 'arm-timer') armed.set(`${effect.timerId} ${effect.activation}`, effect.dueAt);
      if (effect.type !== 'cancel-timer') continue;
      const due = armed.get(`${effect.timerId} ${effect.activation}`);
      if (due !== undefined && due <= at)
        late.set(dueKey(`timer.${effect.timerId}`, due), { at, revision: revision + 0.5 });
    }
  return late;
}

/** What happened to the plan, apart from the version that it followed. */
export function evidenceOf(steps: readonly RecordedStep[]): Evidence {
  const evidence: Evidence = { outside: [], answers: answersIn(steps), said: saidTooLate(steps) };
  for (const step of steps.slice(1)) {
    const { revision, event, actor, at } = step;
    // Which version a plan follows is no event to a version.
    if (completes(event.type) || changesVersion(event)) continue;
    const ofClock = taskOf(event.type) !== null || timerOf(event.type) !== null;
    const due = ofClock ? dueAt(steps, step) : null;
    if (due !== null) evidence.said.set(dueKey(event.type, due), { at, revision });
    else if (!ofClock) evidence.outside.push({ revision, event, actor, at });
  }
  return evidence;
}
