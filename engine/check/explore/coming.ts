// Which events may come to a plan that waits: those of open tasks and armed timers, and whatever else is listened to.
import type { StageId } from '../../model/ids.ts';
import type { ChartNode } from '../../statechart/chart/tree.ts';
import { hears, isDoneEvent, isPattern, timerOf } from '../../statechart/structure/event-names.ts';
import { eventTypeOf } from '../../statechart/structure/transitions.ts';
import type { ChartView } from '../chart-view.ts';
import { taskOfEvent, tasksOf } from '../tasks-of.ts';
import type { Standing } from './collect.ts';
import type { Place } from './move.ts';

/** An event of a task or a timer comes while its stage is active and its source was not heard of yet. */
interface Coming {
  event: string;
  holder: StageId | null;
  source: string;
}

export interface ComingEvents {
  /** The stage that must be active for the event of a task or a timer. */
  holderOf(event: string): StageId | null;
  at(place: Place, spent: Standing['spent']): readonly string[];
}

function holdersIn(view: ChartView): ReadonlyMap<string, StageId> {
  const holders = new Map<string, StageId>();
  for (const { id, stage } of view.stages) {
    for (const [key] of tasksOf(stage)) {
      holders.set(`task.${key}.completed`, id);
      holders.set(`task.${key}.overdue`, id);
    }
    for (const { trigger } of view.transitions.get(id) ?? [])
      if (trigger.kind === 'timer') holders.set(eventTypeOf(trigger), id);
  }
  return holders;
}

/** One that no other transition names stands for all that a pattern hears. */
const anyOf = (descriptor: string): string => descriptor.replace('*', '~');

export function comingEvents(view: ChartView): ComingEvents {
  const holders = holdersIn(view);
  const tasks = [...holders.keys()].filter((event) => timerOf(event) === null);
  const comingAs = (event: string): Coming[] => {
    const task = taskOfEvent(event);
    const holder = holders.get(event) ?? null;
    // Only the engine tells of ends, and a task that there is not tells of nothing.
    if (isDoneEvent(event) || (task !== null && holder === null)) return [];
    return [{ event, holder, source: task === null ? event : `task.${task}.completed` }];
  };
  const known = new Map<ChartNode, readonly Coming[]>();
  const comingTo = (node: ChartNode): readonly Coming[] => {
    const before = known.get(node);
    if (before) return before;
    const patterns = node.patterns.map(({ descriptor }) => descriptor);
    const wide = patterns.flatMap((pattern) => [
      anyOf(pattern),
      ...tasks.filter((task) => hears(pattern, task)),
    ]);
    const events = [...[...node.exact.keys()].filter((event) => !isPattern(event)), ...wide];
    const coming = [...new Set(events)].flatMap(comingAs);
    known.set(node, coming);
    return coming;
  };
  const places = new Map<Place, readonly Coming[]>();
  const comingIn = (place: Place): readonly Coming[] => {
    const before = places.get(place);
    if (before) return before;
    const ids = new Set([...place.active].map(({ id }) => id));
    const all = [...place.active].flatMap(comingTo);
    const open = all.filter(({ holder }) => holder === null || ids.has(holder));
    const coming = [...new Map(open.map((each) => [each.event, each])).values()];
    places.set(place, coming);
    return coming;
  };
  return {
    holderOf: (event) => holders.get(event) ?? null,
    at(place, spent) {
      const coming = comingIn(place);
      const waiting = spent.length === 0 ? coming : coming.filter(({ source }) => !spent.includes(source));
      return waiting.map(({ event }) => event);
    },
  };
}
