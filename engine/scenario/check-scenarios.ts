// The scenarios of a cycle as part of its check: what they name that is not there, and what of them fails.

import type { Cycle } from '../model/cycle.ts';
import { grouped } from '../model/grouped.ts';
import { nearest } from '../model/nearest.ts';
import type { Problem, Severity } from '../model/problem.ts';
import type { Scenario, ScenarioStep, Then } from '../model/scenario.ts';
import { compileCycle } from '../statechart/compile-cycle.ts';
import { listStages } from '../statechart/structure/stage-index.ts';
import { timerIdOf } from '../statechart/structure/transitions.ts';
import { runScenario } from './run-scenario.ts';

/** Steps of plans in all scenarios of one check; a designer waits for it at every change. */
const maxSteps = 5_000;

const problem = (code: string, severity: Severity, pointer: string, message: string): Problem => ({
  code,
  severity,
  pointer,
  stage: null,
  message,
});

const stepKinds = ['wait', 'event', 'complete', 'observe'] as const;

interface Known {
  stages: readonly string[];
  tasks: readonly string[];
  timers: readonly string[];
}

function knownIn(cycle: Cycle): Known {
  const stages = listStages(cycle);
  return {
    stages: stages.map(({ id }) => id),
    tasks: stages.flatMap(({ stage }) => Object.keys('tasks' in stage ? (stage.tasks ?? {}) : {})),
    timers: stages.flatMap(({ id, stage }) =>
      ('after' in stage ? (stage.after ?? []) : []).map((timer, index) => timerIdOf(id, timer, index)),
    ),
  };
}

function unknown(what: string, name: string, known: readonly string[], pointer: string): Problem[] {
  if (known.includes(name)) return [];
  const meant = nearest(name, known);
  const hint = meant === null ? '' : ` Did you mean "${meant}"?`;
  return [problem('SCN-02', 'error', pointer, `There is no ${what} "${name}" in the cycle.${hint}`)];
}

function namesInThen(then: Then | undefined, known: Known, at: string): Problem[] {
  const { stage, tasks, timers } = then ?? {};
  const stages = stage === undefined ? [] : Array.isArray(stage) ? stage : [stage];
  return [
    ...stages.flatMap((id, index) =>
      unknown('stage', id, known.stages, Array.isArray(stage) ? `${at}/stage/${index}` : `${at}/stage`),
    ),
    ...Object.keys(tasks ?? {}).flatMap((key) => unknown('task', key, known.tasks, `${at}/tasks/${key}`)),
    ...Object.keys(timers ?? {}).flatMap((id) => unknown('timer', id, known.timers, `${at}/timers/${id}`)),
  ];
}

function checkStep(step: ScenarioStep, { given }: Scenario, known: Known, at: string): Problem[] {
  const kinds = stepKinds.filter((kind) => step[kind] !== undefined);
  const measures = (given?.measures ?? []).map(({ id }) => id);
  return [
    ...(kinds.length === 1
      ? []
      : [
          problem(
            'SCN-02',
            'error',
            at,
            `A step is one of ${stepKinds.join(', ')}; this is ${kinds.join(' and ') || 'none of them'}.`,
          ),
        ]),
    ...(step.complete === undefined ? [] : unknown('task', step.complete, known.tasks, `${at}/complete`)),
    ...(step.observe === undefined ? [] : unknown('given measure', step.observe, measures, `${at}/observe`)),
    ...namesInThen(step.then, known, `${at}/then`),
  ];
}

function checkNames(scenarios: readonly Scenario[]): Problem[] {
  const seen = new Set<string>();
  return scenarios.flatMap(({ name }, index) => {
    if (!seen.has(name)) {
      seen.add(name);
      return [];
    }
    const message = `Two scenarios are called "${name}". Say in the name what each is about.`;
    return [problem('SCN-01', 'error', `/scenarios/${index}/name`, message)];
  });
}

function checkOne(scenario: Scenario, known: Known, at: string): Problem[] {
  const steps = scenario.when ?? [];
  return [
    ...steps.flatMap((step, index) => checkStep(step, scenario, known, `${at}/when/${index}`)),
    ...namesInThen(scenario.then, known, `${at}/then`),
  ];
}

/** What a scenario names has to be there before it is run. */
export function scenarioFaults(cycle: Cycle): Problem[] {
  const scenarios = cycle.scenarios ?? [];
  const known = knownIn(cycle);
  return [
    ...checkNames(scenarios),
    ...scenarios.flatMap((scenario, index) => checkOne(scenario, known, `/scenarios/${index}`)),
  ];
}

/** The document has to be free of structural faults. */
export function checkScenarios(cycle: Cycle): Problem[] {
  const scenarios = cycle.scenarios ?? [];
  if (scenarios.length === 0) return [];
  const faults = scenarioFaults(cycle);
  if (faults.length > 0) return faults;
  const compiled = compileCycle(cycle, 1);
  const problems: Problem[] = [];
  let steps = 0;
  for (const [index, scenario] of scenarios.entries()) {
    const at = `/scenarios/${index}`;
    if (steps > maxSteps) {
      const message = `The scenarios take more than ${grouped(maxSteps)} steps, so those from here on were not run by this check. The command "test" runs them all.`;
      return [...problems, problem('SCN-05', 'warning', at, message)];
    }
    const run = runScenario(compiled, scenario);
    steps += run.steps;
    for (const { code, place, message } of run.failures)
      problems.push(problem(code, 'error', `${at}${place}`, `Scenario "${scenario.name}": ${message}`));
  }
  return problems;
}
