// Performs what a step asks for, in the commit that stores the step and in the order of the effects.
import { type Effect, unreachable } from '../../../engine/index.ts';
import { queueDeliveries } from '../deliveries/queue-deliveries.ts';
import { type Applying, stepSeed } from './applying.ts';
import { closeTask } from './close-task.ts';
import { endPlan } from './end-plan.ts';
import { moveTask } from './move-task.ts';
import { notifyAll } from './notify.ts';
import { openTask } from './open-task.ts';
import { giveReward, startIntervention, storeScore } from './results.ts';
import { startPlans } from './start-plans.ts';
import { armTimer, cancelTimer } from './timers.ts';

function emit(applying: Applying, { event, data }: Extract<Effect, { type: 'emit' }>, index: number): void {
  const { plan, at, outgoing } = applying;
  const idSeed = stepSeed(applying, 'emit', index);
  outgoing.push({ type: event, planId: plan.id, componentId: plan.componentId, data, at, idSeed });
}

async function apply(applying: Applying, effect: Effect, index: number): Promise<void> {
  switch (effect.type) {
    case 'open-task':
      return openTask(applying, effect, index);
    case 'close-task':
      return closeTask(applying, effect);
    case 'move-task':
      return moveTask(applying, effect, index);
    case 'arm-timer':
      return armTimer(applying, effect, index);
    case 'cancel-timer':
      return cancelTimer(applying, effect);
    case 'notify':
      return notifyAll(applying, { ...effect, index });
    case 'emit':
      return emit(applying, effect, index);
    case 'reward':
      return giveReward(applying, effect, index);
    case 'intervene':
      return startIntervention(applying, effect, index);
    case 'start-plan':
      return startPlans(applying, effect, index);
    case 'record-score':
      return storeScore(applying, effect);
    case 'record-decisions':
      return;
    case 'end-plan':
      return endPlan(applying);
    default:
      return unreachable(effect);
  }
}

export async function applyEffects(applying: Applying): Promise<void> {
  for (const [index, effect] of applying.effects.entries()) await apply(applying, effect, index);
  await queueDeliveries(applying.db, ...applying.outgoing);
}
