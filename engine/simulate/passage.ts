// The state of one simulated plan on its way, and the steps it takes: each is the engine's own.
import type { Facts } from '../model/facts.ts';
import type { Goal } from '../model/goal.ts';
import type { StageId, TaskKey } from '../model/ids.ts';
import type { JsonObject } from '../model/json.ts';
import type { Plan } from '../model/plan.ts';
import { isFault, type StageMove, type Step } from '../model/step.ts';
import type { Instant } from '../model/time.ts';
import { advance } from '../statechart/advance.ts';
import { describeNo } from '../statechart/describe-no.ts';
import { dayLength } from '../time/civil.ts';
import { type Children, follow, type Track } from './children.ts';
import type { OpenWork, Pending } from './pending.ts';
import type { Random } from './random.ts';
import { type StageTally, stageTally } from './tally.ts';
import type { WorkClock } from './work-clock.ts';
import type { World } from './world.ts';

/** What a plan did in one stage. */
interface Stay {
  readonly tally: StageTally;
  /** Null while it is elsewhere. */
  since: number | null;
  /** So far, but for the stay that goes on. */
  days: number;
  /** Left in the step that also entered it. */
  passed: boolean;
}

export interface Passage {
  readonly world: World;
  /** The number of the plan's component. */
  readonly component: number;
  readonly random: Random;
  readonly children: Children;
  readonly began: number;
  plan: Plan;
  /** The component's own goals. */
  readonly goals: readonly Goal[];
  readonly clock: WorkClock;
  /** What is known of the component, with the results of this round. */
  facts: Facts;
  now: number;
  /** The same as an instant. */
  at: Instant;
  steps: number;
  readonly queue: Pending[];
  readonly open: Map<TaskKey, OpenWork>;
  readonly stays: Map<StageId, Stay>;
  late: boolean;
  failure: string | null;
  /** Null when nobody looks at it. */
  readonly track: Track | null;
}

export type Moved = Extract<Step, { kind: 'moved' }>;

/** The parts of an organisation are looked at only by cycles that can see them, and change seldom. */
export function factsNow(passage: Passage): Facts {
  if (!passage.world.seesChildren) return passage.facts;
  const children = passage.children.at(passage.now);
  if (passage.facts.children !== children) passage.facts = { ...passage.facts, children };
  return passage.facts;
}

/** Gives the plan an event. What the step asks for is still to be done. */
export function give(passage: Passage, type: string, data: JsonObject): Step {
  const { world, plan, at } = passage;
  passage.steps += 1;
  const situation = { at, facts: factsNow(passage) };
  const step = advance(world.compiled, plan, { id: 'simulated', type, data }, situation);
  if (step.kind === 'rejected' && isFault(step.reason)) passage.failure = describeNo(step.reason);
  return step;
}

/** Keeps the moved plan: where it is, since when, and with which results when a new round begins. */
export function keep(passage: Passage, { plan, moves }: Moved): void {
  const { round } = passage.plan;
  passage.plan = plan;
  keepMoves(passage, moves);
  if (plan.round !== round) {
    const { world, component, random } = passage;
    passage.facts = world.results(factsOf(world, component), random);
  }
  if (passage.track) follow(passage.track, plan, passage.now);
}

export function factsOf({ organisation }: World, component: number): Facts {
  const facts = organisation.facts[organisation.components[component]?.facts ?? -1];
  if (!facts) throw new Error(`Component ${component} of the simulated organisation has no facts.`);
  return facts;
}

function stayIn({ world: { tally }, stays }: Passage, stage: StageId): Stay {
  const known = stays.get(stage);
  if (known) return known;
  const fresh = { tally: stageTally(tally, stage), since: null, days: 0, passed: false };
  stays.set(stage, fresh);
  return fresh;
}

/** A stage may be entered and left in one step: then its stay lasts no time, and it is not entered any more. */
function keepMoves(passage: Passage, { left, entered }: StageMove): void {
  const { now } = passage;
  for (const stage of left) {
    const stay = stayIn(passage, stage);
    if (stay.since === null) stay.passed = true;
    const days = (now - (stay.since ?? now)) / dayLength;
    stay.since = null;
    stay.tally.stays.push(days);
    stay.days += days;
  }
  for (const stage of entered) {
    const stay = stayIn(passage, stage);
    if (!stay.passed) stay.since = now;
    stay.passed = false;
  }
}
