// What has happened to a rating wherever a plan can be: given, acknowledged, open to dispute, released.
// One walk over the flow serves every rule that asks what comes before what.
import type { StageId } from '../../model/ids.ts';
import { lineage } from '../../statechart/structure/stage-index.ts';
import { type ChartView, isInside } from '../chart-view.ts';
import type { FlowEdge, FlowGraph } from '../flow-graph.ts';
import { byOrigin } from '../graph.ts';
import { isRating, isUnnamed, type TaskAt, taskOfEvent, tasksAt } from '../tasks-of.ts';
import { daysOfDelay, daysOfSpan } from './lengths.ts';

type Held = 'none' | 'unreleased' | 'released';

/** Since the last rating, or since the start when there was none. */
export interface Phase {
  rating: Held;
  /** What raters said who are not named. */
  answers: Held;
  /** The one who is appraised was asked to sign or refuse. */
  asked: boolean;
  /** A window was open in which a dispute could be raised. */
  disputable: boolean;
}

export interface Visit {
  node: number;
  phase: Phase;
}

export interface Passage {
  edge: FlowEdge;
  before: Phase;
  after: Phase;
}

export interface RatingWalk {
  tasks: readonly TaskAt[];
  visits: readonly Visit[];
  passages: readonly Passage[];
  /** Some stage says that ratings are released. */
  releases: boolean;
  /** Some stage is open to a dispute for long enough. */
  disputes: boolean;
}

/** Five working days. */
const leastWindow = 7;

const ownTask = ({ task }: TaskAt): boolean => task.assignee === 'owner';

/** The time that the stage is open at least: what its own timers and the due time of the task leave. */
function isOpenLongEnough(view: ChartView, { stage, task }: TaskAt): boolean {
  const timers = lineage(view.index, stage)
    .slice(0, 1)
    .flatMap(({ id }) => view.transitions.get(id) ?? [])
    .flatMap(({ trigger, transition }) =>
      trigger.kind === 'timer' && transition.to !== undefined ? [daysOfDelay(trigger.delay)] : [],
    );
  const due = task.due === undefined ? [] : [daysOfSpan(task.due)];
  return [...timers, ...due].every((days) => days === null || days >= leastWindow);
}

/** From an acknowledgement a refusal can lead to somebody who decides on it. */
function leadsToAppeal(view: ChartView, { stage }: TaskAt, appeals: readonly TaskAt[]): boolean {
  const targets = (view.transitions.get(stage) ?? []).flatMap(({ transition: { to } }) =>
    to === undefined ? [] : [to],
  );
  return targets.some((to) =>
    appeals.some((appeal) => appeal.stage === to || isInside(view, appeal.stage, to)),
  );
}

export function disputeWindows(view: ChartView, tasks: readonly TaskAt[]): TaskAt[] {
  const appeals = tasks.filter(({ purpose }) => purpose === 'appeal');
  return tasks
    .filter(ownTask)
    .filter(
      (task) =>
        task.purpose === 'dispute' ||
        (task.purpose === 'acknowledgement' && leadsToAppeal(view, task, appeals)),
    );
}

const stagesOf = (tasks: readonly TaskAt[]): ReadonlySet<StageId> => new Set(tasks.map(({ stage }) => stage));

interface Marks {
  ratings: ReadonlySet<string>;
  answers: ReadonlySet<string>;
  released: ReadonlySet<StageId>;
  asking: ReadonlySet<StageId>;
  disputable: ReadonlySet<StageId>;
}

function marksOf(view: ChartView, tasks: readonly TaskAt[]): Marks {
  const released = view.stages.flatMap(({ id, stage }) =>
    stage.type !== 'history' && stage.released === true ? [id] : [],
  );
  return {
    ratings: new Set(tasks.filter(isRating).map(({ key }) => key)),
    answers: new Set(tasks.filter(isUnnamed).map(({ key }) => key)),
    released: new Set(released),
    asking: stagesOf(tasks.filter((task) => ownTask(task) && task.purpose === 'acknowledgement')),
    disputable: stagesOf(disputeWindows(view, tasks).filter((task) => isOpenLongEnough(view, task))),
  };
}

const before: Phase = { rating: 'none', answers: 'none', asked: false, disputable: false };
const keyOf = ({ rating, answers, asked, disputable }: Phase): string =>
  `${rating} ${answers} ${asked} ${disputable}`;

function standing({ released, asking, disputable }: Marks, active: readonly StageId[], phase: Phase): Phase {
  const isIn = (stages: ReadonlySet<StageId>) => active.some((id) => stages.has(id));
  const isReleasing = isIn(released);
  const held = (what: Held): Held => (what === 'unreleased' && isReleasing ? 'released' : what);
  return {
    rating: held(phase.rating),
    answers: held(phase.answers),
    asked: phase.asked || isIn(asking),
    disputable: phase.disputable || isIn(disputable),
  };
}

function rated({ ratings, answers }: Marks, { event, immediate }: FlowEdge, phase: Phase): Phase {
  const task = event === null || immediate || !event.endsWith('.completed') ? null : taskOfEvent(event);
  if (task === null) return phase;
  if (ratings.has(task)) return { ...before, answers: phase.answers, rating: 'unreleased' };
  return answers.has(task) ? { ...phase, answers: 'unreleased' } : phase;
}

export function walkRatings(view: ChartView, graph: FlowGraph): RatingWalk {
  const tasks = tasksAt(view.stages);
  const marks = marksOf(view, tasks);
  const leading = byOrigin<number, FlowEdge>(graph.edges);
  const seen = new Set<string>();
  const visits: Visit[] = [];
  const passages: Passage[] = [];
  const visit = (node: number, phase: Phase): void => {
    const key = `${node} ${keyOf(phase)}`;
    if (seen.has(key)) return;
    seen.add(key);
    visits.push({ node, phase });
  };
  for (const start of graph.starts) visit(start, standing(marks, graph.nodes[start]?.active ?? [], before));
  for (const { node, phase } of visits) {
    for (const edge of leading.get(node) ?? []) {
      const after = standing(marks, graph.nodes[edge.to]?.active ?? [], rated(marks, edge, phase));
      passages.push({ edge, before: phase, after });
      visit(edge.to, after);
    }
  }
  return {
    tasks,
    visits,
    passages,
    releases: marks.released.size > 0,
    disputes: marks.disputable.size > 0,
  };
}

/** The lists of actions that are done on the way, by their places. */
function listsOn(view: ChartView, { taken, left, entered }: FlowEdge): string[] {
  const placeOf = (id: StageId): string => view.index.get(id)?.place ?? '';
  return [
    ...taken.map(({ place }) => `${place}/do`),
    ...left.map((id) => `${placeOf(id)}/exit`),
    ...entered.map((id) => `${placeOf(id)}/entry`),
  ];
}

/** Every passage on which the actions of one of the lists are done, by list. */
export function passagesDoing(
  view: ChartView,
  { passages }: RatingWalk,
  lists: ReadonlySet<string>,
): ReadonlyMap<string, readonly Passage[]> {
  const found = new Map<string, Passage[]>([...lists].map((list) => [list, []]));
  if (lists.size === 0) return found;
  for (const passage of passages) {
    for (const list of listsOn(view, passage.edge)) found.get(list)?.push(passage);
  }
  return found;
}

/** The list that an action stands in. */
export const listOf = (place: string): string => place.slice(0, place.lastIndexOf('/'));
