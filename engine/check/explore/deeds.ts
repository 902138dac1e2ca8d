// What the actions of a step do as far as the chart can tell: raise events that something hears, and set variables that
// are followed. What an appraisal gives is not known, so that each outcome is a way of its own.
import type { Action } from '../../model/cycle.ts';
import { outcomes } from '../../model/measure.ts';
import type { Branch, ChartModel } from './chart-model.ts';
import type { Moved } from './microstep.ts';

/** The variables whose values are followed through the chart. */
export interface Followed {
  /** The place of the variable and of its new value; -1 for a value that is not known. */
  changeOf(action: Action): { variable: number; value: number } | null;
  unknown: readonly number[];
}

/** One way in which the actions of a step can turn out. */
export interface Deeds {
  known: readonly number[];
  raised: readonly string[];
}

interface Acting {
  model: ChartModel;
  followed: Followed;
}

/** Of a list of actions those that matter here. */
export type Telling = (actions: readonly Action[] | undefined) => readonly Action[];

const appraisals: readonly string[] = [...outcomes, 'not-scored'].map((outcome) => `outcome.${outcome}`);

const none: readonly Action[] = [];

export function tellingReader({ model, followed }: Acting): Telling {
  const tells = (action: Action): boolean => {
    if (action.do === 'appraise') return appraisals.some((event) => model.heard.has(event));
    return action.do === 'raise' ? model.heard.has(action.event) : followed.changeOf(action) !== null;
  };
  const known = new Map<readonly Action[], readonly Action[]>();
  return (actions) => {
    if (actions === undefined || actions.length === 0) return none;
    const before = known.get(actions);
    if (before) return before;
    const telling = actions.filter(tells);
    known.set(actions, telling);
    return telling;
  };
}

function perform({ model, followed }: Acting, all: Deeds[], action: Action): Deeds[] {
  const hear = (events: readonly string[]): Deeds[] => {
    const ways = [...new Set(events.map((event) => (model.heard.has(event) ? event : '')))];
    return all.flatMap(({ known, raised }) =>
      ways.map((event) => ({ known, raised: event === '' ? raised : [...raised, event] })),
    );
  };
  if (action.do === 'appraise') return hear(appraisals);
  if (action.do === 'raise') return hear([action.event]);
  const change = followed.changeOf(action);
  if (change === null) return all;
  return all.map(({ known, raised }) => ({ known: known.with(change.variable, change.value), raised }));
}

/** In order: what is left, what is taken, what is entered with the ends that it brings. */
export function deedsOf(
  given: Acting & { telling: Telling },
  before: Deeds,
  moved: Moved & { taken: readonly Branch[] },
): Deeds[] {
  const { nodes, heard } = given.model;
  const run = (all: Deeds[], actions: readonly Action[] | undefined) =>
    given.telling(actions).reduce((ways, action) => perform(given, ways, action), all);
  let all = moved.left.reduce((ways, number) => run(ways, nodes[number]?.exit), [before]);
  for (const { exit } of moved.taken) all = run(all, exit.transition.do);
  for (const number of moved.entered) {
    all = run(all, nodes[number]?.entry);
    if (!moved.done.has(number)) continue;
    const done = (moved.done.get(number) ?? []).filter((event) => heard.has(event));
    if (done.length > 0) all = all.map(({ known, raised }) => ({ known, raised: [...raised, ...done] }));
  }
  return all;
}
