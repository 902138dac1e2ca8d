// Specifications of cycles: given a cycle in a stage, when an event happens, then what is so.
import { expect } from 'vitest';
import {
  advance,
  type CompiledCycle,
  type Cycle,
  compileCycle,
  type Effect,
  everyWeekdayInUtc,
  type Facts,
  type JsonObject,
  type Plan,
  parseCycle,
  type Rejection,
  type Situation,
  type Step,
  startPlan,
} from '../../engine/index.ts';

export const monday = '2026-01-05T09:00:00.000Z';

export const someFacts: Facts = {
  component: {
    id: 'parks',
    kind: 'department',
    name: 'Parks',
    parentId: 'city',
    ownerId: 'ada',
    managerId: 'max',
    zone: null,
    holidayRegion: null,
  },
  calendar: everyWeekdayInUtc,
  goals: [],
  measures: [],
  observations: [],
  children: [],
};

export interface Moment {
  at?: string;
  facts?: Partial<Facts>;
}
const situationOf = ({ at = monday, facts }: Moment): Situation => ({
  at,
  facts: { ...someFacts, ...facts },
});

/** What is left out of a cycle that a test does not care about. */
export type Draft = Pick<Cycle, 'initial' | 'stages'> & Partial<Cycle>;

export function makeCycle(draft: Draft): Cycle {
  const parsed = parseCycle({ schema: 'cycle/1', id: 'tested', name: 'Tested', ...draft });
  if (parsed.kind === 'refused') throw new Error(JSON.stringify(parsed.problems, null, 2));
  return parsed.cycle;
}

export const event = (type: string, data: JsonObject = {}) => ({ id: `id-of-${type}`, type, data });
export const completed = (key: string, result: JsonObject = {}) => event(`task.${key}.completed`, { result });
export const timerFired = (id: string, data: JsonObject = {}) => event(`timer.${id}`, data);

export type Check = (step: Step) => void;

const moved = (step: Step): Extract<Step, { kind: 'moved' }> => {
  if (step.kind === 'rejected') throw new Error(`rejected: ${JSON.stringify(step.reason)}`);
  return step;
};

export const stageIs =
  (...stages: string[]): Check =>
  (step) =>
    expect(moved(step).plan.stage).toEqual(stages);
export const effectsAre =
  (...effects: Partial<Effect>[]): Check =>
  (step) =>
    expect(moved(step).effects).toEqual(effects.map((effect) => expect.objectContaining(effect)));
export const planHas =
  (part: Partial<Plan>): Check =>
  (step) =>
    expect(moved(step).plan).toMatchObject(part);
export const moves =
  (left: string[], entered: string[]): Check =>
  (step) =>
    expect(moved(step).moves).toMatchObject({ left, entered });
/** The transitions taken, in order. */
export const took =
  (...transitions: string[]): Check =>
  (step) =>
    expect(moved(step).moves.transitions).toEqual(transitions);
export const rejectedAs =
  (reason: Rejection): Check =>
  (step) =>
    expect(step).toEqual({ kind: 'rejected', reason });

/** A plan that went through JSON, as it does between any two steps. */
const stored = (plan: Plan): Plan => JSON.parse(JSON.stringify(plan));

export interface Scenario {
  step: Step;
  plan: Plan;
  when(happening: ReturnType<typeof event>, moment?: Moment): Scenario;
  then(...checks: Check[]): Scenario;
}

function scenario(compiled: CompiledCycle, step: Step, before: Plan | null): Scenario {
  const plan = step.kind === 'moved' ? stored(step.plan) : before;
  if (!plan) throw new Error(`The plan did not start: ${JSON.stringify(step)}`);
  return {
    step,
    plan,
    when: (happening, moment = {}) => {
      const untouched = JSON.stringify(plan);
      const next = advance(compiled, plan, happening, situationOf(moment));
      expect(JSON.stringify(plan)).toBe(untouched);
      return scenario(compiled, next, plan);
    },
    then: (...checks) => {
      for (const check of checks) check(step);
      return scenario(compiled, step, plan);
    },
  };
}

const newPlan = { id: 'plan-1', componentId: 'parks', period: { start: '2026-01-01', end: '2026-12-31' } };

/** Into any stage by a transition that the tested cycle itself does not have. */
function planIn(cycle: Cycle, stage: string, moment: Moment): Step {
  const jump = { ...cycle, on: { ...cycle.on, 'test.jump': [{ to: stage }] } };
  const started = startPlan(compileCycle(jump, 1), newPlan, situationOf(moment));
  return advance(compileCycle(jump, 1), moved(started).plan, event('test.jump'), situationOf(moment));
}

export const given = {
  cycle(draft: Draft) {
    const cycle = makeCycle(draft);
    const compiled = compileCycle(cycle, 1);
    return {
      compiled,
      attempt: (moment: Moment & { variables?: JsonObject } = {}): Step =>
        startPlan(compiled, { ...newPlan, variables: moment.variables ?? {} }, situationOf(moment)),
      started: (moment: Moment & { variables?: JsonObject } = {}): Scenario =>
        scenario(
          compiled,
          startPlan(compiled, { ...newPlan, variables: moment.variables ?? {} }, situationOf(moment)),
          null,
        ),
      inStage: (stage: string, moment: Moment = {}): Scenario =>
        scenario(compiled, planIn(cycle, stage, moment), null),
    };
  },
};
