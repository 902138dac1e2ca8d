// What every effect is applied with: the step that asked for it, inside the commit that stores it.
import { v5 as uuidV5 } from 'uuid';
import type { Effect, Plan, PlanEvent } from '../../../engine/index.ts';
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

const STEP_NAMESPACE = '7c1d3c0e-54c8-5a5e-8a0b-5d2f0f3f9b11';

/** The id of what a step makes: the same whenever the step is worked out again. */
export const stepId = (
  { plan }: { plan: Pick<Plan, 'id' | 'revision'> },
  kind: string,
  ...parts: (string | number)[]
): string => uuidV5([plan.id, plan.revision, kind, ...parts].join(':'), STEP_NAMESPACE);

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
    idSeed: stepId(applying, 'outgoing', outgoing.length),
  });
}
