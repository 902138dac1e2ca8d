// What the actions of a step do as far as the chart can tell: raise events that something hears, and set variables that
// are followed. What an appraisal gives is not known, so that each outcome is a way of its own; so is an action with a
// guard, which may be left out.
import type { Action } from '../../model/action.ts';
import type { Stage } from '../../model/cycle.ts';
import type { StageId } from '../../model/ids.ts';
import { outcomes } from '../../model/measure.ts';
import type { ChartTransition } from '../../statechart/chart/tree.ts';
import { doneEventOf } from '../../statechart/structure/event-names.ts';
import type { Moved } from './move.ts';

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

export interface Acting {
  followed: Followed;
  isHeard(event: string): boolean;
  stageOf(id: StageId): Stage | undefined;
}

/** Of a list of actions those that matter here. */
export type Telling = (actions: readonly Action[] | undefined) => readonly Action[];

const appraisals: readonly string[] = [...outcomes, 'not-scored'].map((outcome) => `outcome.${outcome}`);

const none: readonly Action[] = [];

export function tellingReader({ followed, isHeard }: Acting): Telling {
  const tells = (action: Action): boolean => {
    if (action.do === 'appraise') return appraisals.some(isHeard);
    // What is raised with a delay comes like an event from outside, when its time has come.
    if (action.do === 'raise') return action.delay === undefined && isHeard(action.event);
    return followed.changeOf(action) !== null;
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

function done({ followed, isHeard }: Acting, all: readonly Deeds[], action: Action): Deeds[] {
  const hear = (events: readonly string[]): Deeds[] => {
    const ways = [...new Set(events.map((event) => (isHeard(event) ? event : '')))];
    return all.flatMap(({ known, raised }) =>
      ways.map((event) => ({ known, raised: event === '' ? raised : [...raised, event] })),
    );
  };
  if (action.do === 'appraise') return hear(appraisals);
  if (action.do === 'raise') return hear([action.event]);
  const change = followed.changeOf(action);
  if (change === null) return [...all];
  return all.map(({ known, raised }) => ({ known: known.with(change.variable, change.value), raised }));
}

const perform = (acting: Acting, all: Deeds[], action: Action): Deeds[] =>
  action.guard === undefined ? done(acting, all, action) : [...all, ...done(acting, all, action)];

const actionsIn = (stage: Stage | undefined, when: 'entry' | 'exit'): readonly Action[] | undefined =>
  stage && stage.type !== 'history' ? stage[when] : undefined;

/** In order: what is left, what is taken, what is entered with the ends that it brings. */
export function deedsOf(
  acting: Acting & { telling: Telling },
  before: Deeds,
  { left, entered }: Moved,
  taken: readonly ChartTransition[],
): Deeds[] {
  const { stageOf, telling, isHeard } = acting;
  const run = (all: Deeds[], actions: readonly Action[] | undefined): Deeds[] =>
    telling(actions).reduce((ways, action) => perform(acting, ways, action), all);
  let all = left.reduce((ways, { id }) => run(ways, actionsIn(stageOf(id), 'exit')), [before]);
  for (const { placed } of taken) all = run(all, placed.transition.do);
  for (const { node, begins, done: ends } of entered) {
    all = run(all, actionsIn(stageOf(node.id), 'entry'));
    for (const { action } of begins) if (telling([action]).length > 0) all = perform(acting, all, action);
    const heard = ends.map(doneEventOf).filter(isHeard);
    if (heard.length > 0) all = all.map(({ known, raised }) => ({ known, raised: [...raised, ...heard] }));
  }
  return all;
}
