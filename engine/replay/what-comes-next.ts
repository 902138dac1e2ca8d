// What comes next to a plan that is replayed: something from outside, an answer to one of its tasks, or the clock.

import type { Effect } from '../model/effect.ts';
import type { PlanEvent } from '../model/event.ts';
import type { Plan } from '../model/plan.ts';
import type { Instant } from '../model/time.ts';
import { addMilliseconds } from '../time/instant.ts';
import { type Answer, dueKey, type Evidence } from './recorded-plan.ts';

interface Promised extends Answer {
  at: Instant;
}

/** What is still to come. It changes as the plan goes on. */
export interface Agenda {
  readonly evidence: Evidence;
  /** Answers to the tasks that are open now, with the instant at which each comes. */
  readonly promised: Map<string, Promised>;
  /** What the clock has already said, heard or not: it says everything once. */
  readonly said: Set<string>;
}

export interface Next {
  at: Instant;
  /** Among things of the same instant the recorded order holds, and what is not recorded comes last. */
  order: number;
  event: PlanEvent;
  actor: string;
  /** Takes it out of what is still to come. */
  take(): void;
}

export const beginAgenda = (evidence: Evidence): Agenda => ({
  evidence,
  promised: new Map(),
  said: new Set(),
});

/** A task that opens is promised its next recorded answer, one that closes is promised none. */
export function heedEffects(
  { evidence, promised }: Agenda,
  effects: readonly Effect[],
  at: Instant,
): Answer[] {
  const unused: Answer[] = [];
  for (const effect of effects) {
    if (effect.type === 'open-task') {
      const answer = evidence.answers.get(effect.key)?.shift();
      if (answer) promised.set(effect.key, { ...answer, at: addMilliseconds(at, answer.milliseconds) });
    } else if (effect.type === 'close-task') {
      const answer = promised.get(effect.key);
      if (answer) unused.push(answer);
      promised.delete(effect.key);
    }
  }
  return unused;
}

interface Due {
  type: string;
  dueAt: Instant;
  activation: number;
  data: PlanEvent['data'];
}

function* duesOf(plan: Plan): Iterable<Due> {
  for (const [id, { dueAt, activation }] of Object.entries(plan.timers))
    yield { type: `timer.${id}`, dueAt, activation, data: { activation } };
  for (const [key, { dueAt, activation }] of Object.entries(plan.tasks))
    if (dueAt !== null) yield { type: `task.${key}.overdue`, dueAt, activation, data: {} };
}

function* clocksOf({ evidence, said }: Agenda, plan: Plan): Iterable<Next> {
  for (const { type, dueAt, activation, data } of duesOf(plan)) {
    const id = `clock:${type}:${activation}:${dueAt}`;
    if (said.has(id)) continue;
    const before = evidence.said.get(dueKey(type, dueAt));
    yield {
      at: before?.at ?? dueAt,
      order: before?.revision ?? Number.POSITIVE_INFINITY,
      event: { id, type, data },
      actor: 'system',
      take: () => void said.add(id),
    };
  }
}

function* upcoming(agenda: Agenda, plan: Plan): Iterable<Next> {
  const { evidence, promised } = agenda;
  const outside = evidence.outside[0];
  if (outside) yield { ...outside, order: outside.revision, take: () => void evidence.outside.shift() };
  for (const [key, answer] of promised)
    yield { ...answer, order: answer.revision, take: () => void promised.delete(key) };
  yield* clocksOf(agenda, plan);
}

const comesBefore = (a: Next, b: Next): boolean => a.at < b.at || (a.at === b.at && a.order < b.order);

/** Null: nothing more happens to the plan. */
export function whatComesNext(agenda: Agenda, plan: Plan): Next | null {
  let first: Next | null = null;
  for (const next of upcoming(agenda, plan)) if (first === null || comesBefore(next, first)) first = next;
  return first;
}
