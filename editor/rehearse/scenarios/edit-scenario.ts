// A scenario as a form changes it: steps of four kinds, each moved, changed and taken away by its place.
import type { Cycle, CycleTask, Scenario, ScenarioStep, Then } from '../../../engine/index.ts';
import { isWaiting, listStages } from '../../document/stage-tree.ts';
import { listTransitions } from '../../document/transitions.ts';
import { t } from '../../language/index.ts';
import { sampleGiven } from '../step/sample-given.ts';

export const stepKinds = ['wait', 'event', 'complete', 'observe'] as const;
export type StepKind = (typeof stepKinds)[number];

export const kindWords: Record<StepKind, string> = {
  wait: t('Time passes'),
  event: t('An event comes in'),
  complete: t('A task is done'),
  observe: t('A result is recorded'),
};

/** A step of no kind yet waits. */
export const kindOf = (step: ScenarioStep): StepKind =>
  stepKinds.find((kind) => step[kind] !== undefined) ?? 'wait';

export interface Names {
  stages: { value: string; label: string }[];
  tasks: { value: string; label: string }[];
  events: string[];
}

export function namesIn(cycle: Cycle): Names {
  const stages = listStages(cycle);
  const events = listTransitions(cycle).flatMap(({ trigger }) =>
    trigger.kind === 'event' && !/^(task|timer|outcome|done)\./.test(trigger.event) ? [trigger.event] : [],
  );
  return {
    stages: stages
      .filter(({ stage }) => stage.type !== 'history')
      .map(({ id, stage }) => ({ value: id, label: stage.name ? `${stage.name} (${id})` : id })),
    tasks: stages.flatMap(({ stage }) =>
      Object.entries(isWaiting(stage) ? (stage.tasks ?? {}) : {}).map(([value, { title }]) => ({
        value,
        label: `${title} (${value})`,
      })),
    ),
    events: [...new Set(events)],
  };
}

/** What is filled in to complete the task; null when no stage has it. */
export const formOf = (cycle: Cycle, task: string | undefined): CycleTask['form'] | null =>
  listStages(cycle).flatMap(({ stage }) => {
    const tasks = isWaiting(stage) ? (stage.tasks ?? {}) : {};
    const found = task !== undefined && Object.hasOwn(tasks, task) ? tasks[task] : undefined;
    return found ? [found.form] : [];
  })[0] ?? null;

/** Of another kind; what is said of the plan afterwards stays. */
export function asKind(
  { then }: ScenarioStep,
  kind: StepKind,
  cycle: Cycle,
  scenario: Scenario,
): ScenarioStep {
  const rest = then === undefined ? {} : { then };
  const names = namesIn(cycle);
  switch (kind) {
    case 'wait':
      return { wait: 'P1D', ...rest };
    case 'event':
      return { event: names.events[0] ?? 'something.happened', ...rest };
    case 'complete':
      return { complete: names.tasks[0]?.value ?? 'task', ...rest };
    case 'observe':
      return { observe: scenario.given?.measures?.[0]?.id ?? 'measure', value: 100, ...rest };
  }
}

/** Fields given as undefined are taken away. */
export const without = <Shape extends object>(value: Shape): Shape =>
  Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as Shape;

const withSteps = (scenario: Scenario, when: ScenarioStep[]): Scenario => ({ ...scenario, when });

export const setStep = (scenario: Scenario, index: number, step: ScenarioStep): Scenario =>
  withSteps(scenario, (scenario.when ?? []).with(index, without(step)));
export const addStep = (scenario: Scenario): Scenario =>
  withSteps(scenario, [...(scenario.when ?? []), { wait: 'P1D' }]);
export const removeStep = (scenario: Scenario, index: number): Scenario =>
  withSteps(scenario, (scenario.when ?? []).toSpliced(index, 1));

export function moveStep(scenario: Scenario, index: number, by: 1 | -1): Scenario {
  const steps = [...(scenario.when ?? [])];
  const [step] = steps.splice(index, 1);
  return step ? withSteps(scenario, steps.toSpliced(index + by, 0, step)) : scenario;
}

export const stagesOf = ({ stage }: Then = {}): string[] =>
  stage === undefined ? [] : Array.isArray(stage) ? stage : [stage];

export function setStages(then: Then | undefined, stages: readonly string[]): Then | undefined {
  const [only] = stages;
  const stage = only === undefined ? undefined : stages.length === 1 ? only : [...stages];
  const next = without({ ...then, stage });
  return Object.keys(next).length > 0 ? next : undefined;
}

/** A name that no other scenario has. */
export function freeName(cycle: Cycle, wanted: string): string {
  const taken = new Set((cycle.scenarios ?? []).map(({ name }) => name));
  if (!taken.has(wanted)) return wanted;
  let number = 2;
  while (taken.has(`${wanted} ${number}`)) number += 1;
  return `${wanted} ${number}`;
}

export const newScenario = (cycle: Cycle): Scenario => ({
  name: freeName(cycle, t('A new scenario')),
  given: sampleGiven(),
  when: [],
  then: { stage: cycle.initial },
});
