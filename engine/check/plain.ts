// Whether a cycle says only what the exact exploration follows. What it does not follow is looked at more coarsely:
// several targets at once, ways into a container other than its initial stage, patterns of events, ends of other
// stages, events raised later, and actions that have guards.
import { isDoneEvent, isPattern } from '../statechart/structure/event-names.ts';
import type { ChartView } from './chart-view.ts';
import { actionsAt, transitionsAt } from './places.ts';

const unfollowed = (type: string): boolean => isPattern(type) || isDoneEvent(type);

export function isPlain(view: ChartView): boolean {
  const stages = view.stages.map(({ stage }) => stage);
  return !(
    view.cycle.begin !== undefined ||
    stages.some((stage) => 'begin' in stage && stage.begin !== undefined) ||
    stages.some(
      (stage) => stage.type === 'history' && (stage.also !== undefined || stage.do !== undefined),
    ) ||
    transitionsAt(view).some(
      ({ trigger, transition }) =>
        transition.also !== undefined || (trigger.kind === 'event' && unfollowed(trigger.type)),
    ) ||
    actionsAt(view).some(
      ({ action }) => action.guard !== undefined || (action.do === 'raise' && action.delay !== undefined),
    )
  );
}
