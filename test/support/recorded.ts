// A plan's history kept while it is driven, as a store would keep it.
import type { PlanEvent, RecordedStep, Step } from '../../engine/index.ts';

export function record(step: Step, event: PlanEvent, actor = 'ada'): RecordedStep {
  if (step.kind === 'rejected') throw new Error(`rejected: ${JSON.stringify(step.reason)}`);
  const { plan, moves, effects } = step;
  const { revision, movedAt: at, stage, outcome, score } = plan;
  const kept = { revision, at, actor, event, moves, effects, stage, outcome, score };
  return JSON.parse(JSON.stringify(kept));
}
