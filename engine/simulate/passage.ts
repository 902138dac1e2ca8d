// The state of one simulated plan on its way, and the steps it takes: each is the engine's own.
import type { Facts } from '../model/facts.ts';
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
import { stageTally } from './tally.ts';
import type { World } from './world.ts';

export interface Passage {
  readonly world: World;
  /** The number of the plan's component. */
  readonly component: number;
  readonly random: Random;
  readonly children: Children;
  readonly began: number;
  plan: Plan;
  /** What is known of the component, with the results of this round. */
  facts: Facts;
  now: number;
  /** The same as an instant. */
  at: Instant;
  steps: number;
  readonly queue: Pending[];
  readonly open: Map<TaskKey, OpenWork>;
  readonly entered: Map<StageId, number>;
  readonly stayed: Map<StageId, number>;
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

/** A stage may be entered and left in one step: then its stay lasts no time, and it is not entered any more. */
function keepMoves({ world: { tally }, entered, stayed, now }: Passage, moves: StageMove): void {
  let through: Set<StageId> | null = null;
  for (const stage of moves.left) {
    const since = entered.get(stage);
    if (since === undefined) through = (through ?? new Set()).add(stage);
    entered.delete(stage);
    const days = (now - (since ?? now)) / dayLength;
    stageTally(tally, stage).stays.push(days);
    stayed.set(stage, (stayed.get(stage) ?? 0) + days);
  }
  for (const stage of moves.entered) {
    if (!through?.delete(stage)) entered.set(stage, now);
    if (!stayed.has(stage)) stayed.set(stage, 0);
  }
}
