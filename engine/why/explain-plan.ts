// Why a plan is where it is: the chain of steps that led there, each with the event that caused it, the
// transitions taken, the guards asked on the way with their values, and what followed. Data; `words.ts` says it.
import type { Cycle } from '../model/cycle.ts';
import type { Effect } from '../model/effect.ts';
import type { PlanEvent } from '../model/event.ts';
import type { Outcome } from '../model/measure.ts';
import type { RecordedStep } from '../model/recorded-step.ts';
import type { AskedGuard } from '../model/step.ts';
import type { Instant } from '../model/time.ts';
import type { Trigger } from '../statechart/structure/transitions.ts';
import { type StandingTransition, transitionsByPlace } from '../statechart/structure/transitions-by-place.ts';
import { arrival, causeOf } from './causes.ts';

export interface TakenTransition {
  /** JSON Pointer into the cycle document. */
  transition: string;
  /** Null for a transition that holds in every stage. */
  from: string | null;
  /** Null for one that only acts. */
  to: string | null;
  trigger: Trigger;
  /** The guard that let it pass, if it has one. */
  guard: AskedGuard | null;
  /** Those that stood before it for the same trigger and did not pass. */
  refused: (AskedGuard & { to: string | null })[];
}

export interface WhyLink {
  revision: number;
  at: Instant;
  actor: string;
  event: PlanEvent;
  /** The revision without which this could not have happened; null for the first. */
  because: number | null;
  taken: TakenTransition[];
  entered: string[];
  effects: Effect[];
  outcome: Outcome | null;
  score: number | null;
}

export interface Why {
  stage: string[];
  /** From the start to the step by which the plan came to where it is. */
  links: WhyLink[];
}

type Places = ReadonlyMap<string, StandingTransition>;

function refusedBefore(
  step: RecordedStep,
  index: number,
  taken: string,
  places: Places,
): TakenTransition['refused'] {
  const list = taken.slice(0, taken.lastIndexOf('/'));
  return step.moves.asked
    .filter(({ after, passed }) => after <= index && !passed)
    .filter(
      ({ transition }) => transition !== taken && transition.slice(0, transition.lastIndexOf('/')) === list,
    )
    .filter(({ transition }) => positionOf(transition) < positionOf(taken))
    .map((asked) => ({ ...asked, to: places.get(asked.transition)?.transition.to ?? null }));
}

const positionOf = (pointer: string): number => Number(pointer.slice(pointer.lastIndexOf('/') + 1));

/** A guard may be asked again on the way; the last time before the transition is what counted. */
const guardOf = (step: RecordedStep, index: number, taken: string): AskedGuard | null =>
  step.moves.asked.findLast(
    ({ transition, after, passed }) => transition === taken && after <= index && passed,
  ) ?? null;

function takenIn(step: RecordedStep, places: Places): TakenTransition[] {
  return step.moves.transitions.flatMap((pointer, index) => {
    const standing = places.get(pointer);
    if (!standing) return [];
    return {
      transition: pointer,
      from: standing.stage,
      to: standing.transition.to ?? null,
      trigger: standing.trigger,
      guard: guardOf(step, index, pointer),
      refused: latestOfEach(refusedBefore(step, index, pointer, places)),
    };
  });
}

/** One step by itself, in the words of the version that it followed. */
export const explainStep = (step: RecordedStep, cycle: Cycle): WhyLink =>
  linkOf(step, null, transitionsByPlace(cycle));

const linkOf = (step: RecordedStep, because: number | null, places: Places): WhyLink => ({
  revision: step.revision,
  at: step.at,
  actor: step.actor,
  event: step.event,
  because,
  taken: takenIn(step, places),
  entered: step.moves.entered,
  effects: step.effects,
  outcome: step.outcome,
  score: step.score,
});

const latestOfEach = <Asked extends AskedGuard>(asked: Asked[]): Asked[] => [
  ...new Map(asked.map((one) => [one.transition, one])).values(),
];

/**
 * `steps` is the plan's whole history in the order of its revisions; `cycleOf` gives the document that a
 * revision followed, since a plan may have been migrated.
 */
export function explainPlan(steps: readonly RecordedStep[], cycleOf: (revision: number) => Cycle): Why {
  const indexed = new Map<Cycle, Places>();
  const placesOf = (revision: number): Places => {
    const cycle = cycleOf(revision);
    const places = indexed.get(cycle) ?? transitionsByPlace(cycle);
    indexed.set(cycle, places);
    return places;
  };
  const links: WhyLink[] = [];
  for (let step = arrival(steps); step; ) {
    const cause = causeOf(steps, step);
    links.unshift(linkOf(step, cause?.revision ?? null, placesOf(step.revision)));
    step = cause;
  }
  return { stage: steps.at(-1)?.stage ?? [], links };
}
