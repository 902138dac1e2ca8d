// What a step gives: a moved plan with its effects, or a "no" as data. Never an exception.
import type { Effect } from './effect.ts';
import type { JsonObject } from './json.ts';
import type { Plan } from './plan.ts';

/** A transition that was asked and did not fire, for "why not?". */
export interface Refusal {
  stage: string;
  to: string | null;
  guard: string;
  /** What the guard asks for, as whoever drew the cycle says it. */
  words?: string;
}

export type Rejection =
  | { code: 'cycle-mismatch'; expected: string; given: string }
  | { code: 'plan-ended' }
  | { code: 'event-not-accepted'; type: string; accepted: string[] }
  /** The event is known here, but no guard lets it pass; nothing changed. */
  | { code: 'guards-refused'; type: string; refusals: Refusal[] }
  /** The rest are faults of the cycle, not of the event: the shell records an incident and the plan waits. */
  | { code: 'expression-failed'; expression: string; place: string; message: string }
  | { code: 'too-many-steps'; limit: number }
  | { code: 'state-too-large'; limit: number; size: number };

/** A guard that a step asked, with what it looked at: enough to ask it again without the facts of that day. */
export interface AskedGuard {
  /** JSON Pointer of the transition in the cycle document. */
  transition: string;
  guard: string;
  passed: boolean;
  /** By path, such as result.decision or round. A value too large to keep is left out. */
  values: JsonObject;
  /** How many transitions the step had taken when it asked. */
  after: number;
  /** It rests on what somebody answered, of which nothing is told. Never kept; said only of a step that is told. */
  withheld?: true;
}

/** The way a step went, each in the order in which it happened; what the history shows as the path. */
export interface StageMove {
  left: string[];
  entered: string[];
  /** The transitions taken: JSON Pointers into the cycle document. None when a plan starts and comes to rest. */
  transitions: string[];
  /** The guards asked, in order; one asked again before the next transition is there once. */
  asked: AskedGuard[];
}

export type Step =
  | { kind: 'moved'; plan: Plan; effects: Effect[]; moves: StageMove }
  | { kind: 'rejected'; reason: Rejection };

const faults = new Set<Rejection['code']>(['expression-failed', 'too-many-steps', 'state-too-large']);
/** Is the "no" the cycle's own fault, so that a person must look at it? */
export const isFault = (rejection: Rejection): boolean => faults.has(rejection.code);
