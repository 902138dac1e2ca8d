// Scenarios of a cycle under other ids: where its plan is, which tasks are open and which timers armed, and what happens.
import type { Scenario, ScenarioStep, Then } from '../model/scenario.ts';
import { type Renamer, renamedEvent, withKeys } from './renamer.ts';

const inThen = (then: Then, { stage, task, timer }: Renamer): Then => ({
  ...then,
  ...(then.stage !== undefined && {
    stage: typeof then.stage === 'string' ? stage(then.stage) : then.stage.map(stage),
  }),
  ...(then.tasks && { tasks: withKeys(then.tasks, task) }),
  ...(then.timers && { timers: withKeys(then.timers, timer) }),
});

const inStep = (step: ScenarioStep, renamer: Renamer): ScenarioStep => ({
  ...step,
  ...(step.event !== undefined && { event: renamedEvent(step.event, renamer) }),
  ...(step.complete !== undefined && { complete: renamer.task(step.complete) }),
  // biome-ignore lint/suspicious/noThenProperty: a scenario's own key
  ...(step.then && { then: inThen(step.then, renamer) }),
});

export const inScenarios = (scenarios: readonly Scenario[], renamer: Renamer): Scenario[] =>
  scenarios.map((scenario) => ({
    ...scenario,
    ...(scenario.when && { when: scenario.when.map((step) => inStep(step, renamer)) }),
    // biome-ignore lint/suspicious/noThenProperty: see above
    ...(scenario.then && { then: inThen(scenario.then, renamer) }),
  }));
