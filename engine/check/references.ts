// Names that one part of a cycle uses for another: tasks in events, timers, raised events, other cycles, the layout.
import { nearest } from '../model/nearest.ts';
import type { Problem } from '../model/problem.ts';
import { containerDoneBy, hears } from '../statechart/structure/event-names.ts';
import { type ChartView, makeProblem } from './chart-view.ts';
import { checkNamedStages } from './named-stages.ts';
import { actionsAt, transitionsAt } from './places.ts';
import { taskOfEvent, tasksOf } from './tasks-of.ts';

function suggest(name: string, known: readonly string[]): string {
  const found = nearest(name, known);
  return found === null ? '' : ` Did you mean "${found}"?`;
}

/** The place of the list of an event: what all its branches share. */
const listPlace = (place: string): string => place.slice(0, place.lastIndexOf('/'));

function checkTaskEvents(view: ChartView): Problem[] {
  const tasks = view.stages.flatMap(({ stage }) => tasksOf(stage).map(([key]) => key));
  const unknown = transitionsAt(view).flatMap(({ trigger, place, stage }) => {
    const task = trigger.kind === 'event' ? taskOfEvent(trigger.type) : null;
    return task === null || tasks.includes(task) ? [] : [{ task, place: listPlace(place), stage }];
  });
  const first = new Map(unknown.map((found) => [found.place, found]));
  return [...first.values()].map(({ task, place, stage }) => {
    const message = `There is no task "${task}" in this cycle.${suggest(task, tasks)}`;
    return makeProblem('DOC-unknown-task', 'error', { place, stage }, message);
  });
}

function checkTimers(view: ChartView): Problem[] {
  const timers = transitionsAt(view).flatMap(({ trigger }) =>
    trigger.kind === 'timer' ? [trigger.timerId] : [],
  );
  return actionsAt(view).flatMap(({ action, place, stage }) => {
    if (action.do !== 'reschedule' || timers.includes(action.timer)) return [];
    const message = `There is no timer "${action.timer}" to reschedule.${suggest(action.timer, timers)}`;
    return [makeProblem('DOC-unknown-timer', 'error', { place: `${place}/timer`, stage }, message)];
  });
}

function checkCancelled(view: ChartView): Problem[] {
  const known = actionsAt(view).flatMap(({ action }) =>
    action.do === 'raise' && action.delay !== undefined && action.id !== undefined ? [action.id] : [],
  );
  return actionsAt(view).flatMap(({ action, place, stage }) => {
    if (action.do !== 'cancel' || known.includes(action.id)) return [];
    const message = `No event is raised with a delay as "${action.id}", so there is nothing to cancel.${suggest(action.id, known)}`;
    return [makeProblem('DOC-unknown-timer', 'error', { place: `${place}/id`, stage }, message)];
  });
}

/** Only a container is ever done. */
function checkDone(view: ChartView): Problem[] {
  const containers = view.stages.flatMap(({ id, stage }) => ('stages' in stage ? [id] : []));
  return transitionsAt(view).flatMap(({ trigger, place, stage }) => {
    const id = trigger.kind === 'event' ? containerDoneBy(trigger.type) : null;
    if (id === null || containers.includes(id)) return [];
    const message = `There is no stage "${id}" with stages inside that could be done.${suggest(id, containers)}`;
    return [makeProblem('DOC-unknown-stage', 'error', { place: listPlace(place), stage }, message)];
  });
}

function checkRaised(view: ChartView): Problem[] {
  const heard = transitionsAt(view).flatMap(({ trigger }) =>
    trigger.kind === 'event' ? [trigger.type] : [],
  );
  return actionsAt(view).flatMap(({ action, place, stage }) => {
    if (action.do !== 'raise' || heard.some((descriptor) => hears(descriptor, action.event))) return [];
    const message = `No transition waits for "${action.event}", so raising it has no effect.${suggest(action.event, heard)}`;
    return [makeProblem('DOC-unheard', 'warning', { place: `${place}/event`, stage }, message)];
  });
}

function checkStarted(view: ChartView, cycleIds: readonly string[] | undefined): Problem[] {
  if (cycleIds === undefined) return [];
  const known = [...cycleIds, view.cycle.id];
  return actionsAt(view).flatMap(({ action, place, stage }) => {
    if (action.do !== 'start' || known.includes(action.cycle)) return [];
    const message = `There is no cycle "${action.cycle}" to start yet.${suggest(action.cycle, known)}`;
    return [makeProblem('DOC-unknown-cycle', 'error', { place: `${place}/cycle`, stage }, message)];
  });
}

const checkLayout = (view: ChartView): Problem[] =>
  Object.keys(view.cycle.layout ?? {})
    .filter((id) => !view.index.has(id))
    .map((id) => {
      const message = `The layout places "${id}", which is no stage of this cycle. Remove it.`;
      return makeProblem('DOC-layout', 'warning', { place: `layout/${id}`, stage: null }, message);
    });

export const checkReferences = (view: ChartView, cycleIds: readonly string[] | undefined): Problem[] => [
  ...checkTaskEvents(view),
  ...checkTimers(view),
  ...checkCancelled(view),
  ...checkDone(view),
  ...checkNamedStages(view),
  ...checkRaised(view),
  ...checkStarted(view, cycleIds),
  ...checkLayout(view),
];
