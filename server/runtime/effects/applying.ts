// What every effect is applied with: the step that asked for it, inside the commit that stores it.
import type { Effect, Plan, PlanEvent } from '../../../engine/index.ts';
import { seededIds } from '../../seeded-ids.ts';
import type { Db } from '../../store/schema.ts';
import type { OutgoingData, OutgoingType } from '../deliveries/event-catalogue.ts';
import type { OutgoingEvent } from '../deliveries/queue-deliveries.ts';

export interface Applying {
  db: Db;
  /** As the step left it. */
  plan: Plan;
  event: PlanEvent;
  effects: Effect[];
  actor: string;
  at: string;
  /** What subscriptions shall hear of; queued once all effects are applied. */
  outgoing: OutgoingEvent[];
}

const idOfStep = seededIds('7c1d3c0e-54c8-5a5e-8a0b-5d2f0f3f9b11');

type StepOf = { plan: Pick<Plan, 'id' | 'revision'> };

/** Unique to what a step does, and the same whenever the step is worked out again. */
export const stepSeed = ({ plan }: StepOf, kind: string, ...parts: (string | number)[]): string =>
  [plan.id, plan.revision, kind, ...parts].join(':');

/** The id of what a step makes. */
export const stepId = (step: StepOf, kind: string, ...parts: (string | number)[]): string =>
  idOfStep(stepSeed(step, kind, ...parts));

/** Thin: who hears of it asks for the rest, as far as he may see it. */
export function tell<Type extends OutgoingType>(
  applying: Applying,
  type: Type,
  data: Omit<OutgoingData<Type>, 'revision'>,
): void {
  const { plan, at, outgoing } = applying;
  outgoing.push({
    type,
    planId: plan.id,
    componentId: plan.componentId,
    data: { revision: plan.revision, ...data },
    at,
    idSeed: stepSeed(applying, 'outgoing', outgoing.length),
  });
}
