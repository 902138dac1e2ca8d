// Scenarios as the panel runs, paints, edits and saves them.
import { describe, expect, test } from 'vitest';
import { coveragePicture } from '../../../editor/rehearse/scenarios/coverage-picture.ts';
import {
  addStep,
  asKind,
  freeName,
  kindOf,
  moveStep,
  namesIn,
  newScenario,
  removeStep,
  setStages,
  setStep,
  stagesOf,
} from '../../../editor/rehearse/scenarios/edit-scenario.ts';
import { coverageOfOne, runScenarios } from '../../../editor/rehearse/scenarios/scenario-results.ts';
import { begin, take } from '../../../editor/rehearse/step/rehearsal.ts';
import { sampleGiven } from '../../../editor/rehearse/step/sample-given.ts';
import { toScenario } from '../../../editor/rehearse/step/to-scenario.ts';
import { perform } from '../../../editor/rehearse/work/work.ts';
import { type Cycle, compileCycle, type Scenario, type ScenarioStep } from '../../../engine/index.ts';
import { readCycle, sampleCycleFiles } from '../../support/sample-cycles.ts';
import { smallCycle } from '../document/fixture.ts';

const agree: ScenarioStep = { complete: 'agree-plan', result: { decision: 'agreed' } };
const good: Scenario = { name: 'Agreed', when: [{ ...agree, then: { stage: 'observe' } }] };
const bad: Scenario = { name: 'Wrong', when: [{ wait: 'P1D' }, agree], then: { stage: 'plan' } };
const astray: Scenario = { name: 'Astray', when: [{ complete: 'no-such-task' }] };
const withAll = (...scenarios: Scenario[]): Cycle => ({ ...smallCycle, scenarios });

describe('run', () => {
  test('each is passed, failed at its step, or names what is not there; the others are run all the same', () => {
    const { lines, passed } = runScenarios(withAll(astray, good, bad));
    expect(lines.map(({ state }) => state)).toEqual(['faulty', 'passed', 'failed']);
    expect(passed).toBe(1);
    expect(lines[0]?.failing[0]).toMatchObject({ step: 0, message: expect.stringContaining('no-such-task') });
    expect(lines[2]?.failing).toEqual([
      { step: null, message: 'The plan should be in plan; it is in watch.' },
    ]);
  });

  test('a step that the plan does not take is the one that fails', () => {
    const scenario: Scenario = { name: 'Twice', when: [agree, agree] };
    expect(runScenarios(withAll(scenario)).lines[0]?.failing[0]?.step).toBe(1);
  });

  test.each(sampleCycleFiles)('all of %s pass', (name) => {
    const { lines, passed } = runScenarios(readCycle(name));
    expect(passed).toBe(lines.length);
  });
});

describe('painted', () => {
  test('what a scenario goes through is told apart from what none does', () => {
    const { marks } = coveragePicture(smallCycle, coverageOfOne(smallCycle, good));
    expect(marks?.stages.plan?.kind).toBe('covered');
    expect(marks?.stages.watch?.kind).toBe('covered');
    expect(marks?.stages.done?.kind).toBe('missed');
    expect(marks?.stages.observe).toBeUndefined();
    expect(marks?.transitions['/stages/plan/on/task.agree-plan.completed/0']).toBe('covered');
    expect(marks?.transitions['/stages/plan/on/task.agree-plan.completed/1']).toBe('missed');
  });

  test('every transition of every sample has a mark under the pointer that the engine covers', () => {
    for (const cycle of sampleCycleFiles.map(readCycle)) {
      const { coverage } = runScenarios(cycle);
      const marks = Object.values(coveragePicture(cycle, coverage).marks?.transitions ?? {});
      expect(marks).toHaveLength(coverage.transitions.total);
      expect(marks.filter((mark) => mark === 'covered')).toHaveLength(coverage.transitions.covered);
    }
  });
});

describe('edited', () => {
  test('steps are added, changed, moved and taken away by their place', () => {
    const scenario = addStep(setStep(bad, 0, { wait: 'P2D', then: undefined }));
    expect(scenario.when).toEqual([{ wait: 'P2D' }, agree, { wait: 'P1D' }]);
    expect(moveStep(scenario, 2, -1).when?.map(kindOf)).toEqual(['wait', 'wait', 'complete']);
    expect(removeStep(scenario, 0).when?.map(kindOf)).toEqual(['complete', 'wait']);
  });

  test('a step of another kind begins with a name that the cycle has, and keeps what is said of the plan', () => {
    const step: ScenarioStep = { wait: 'P1D', then: { stage: 'plan' } };
    expect(asKind(step, 'complete', smallCycle, bad)).toEqual({
      complete: 'agree-plan',
      then: { stage: 'plan' },
    });
    expect(asKind(step, 'event', smallCycle, bad)).toMatchObject({ event: 'plan.returned' });
    expect(namesIn(smallCycle).stages.map(({ value }) => value)).not.toContain('before');
  });

  test('no stage says nothing, one says it plainly, several say all', () => {
    expect(setStages({ round: 1 }, [])).toEqual({ round: 1 });
    expect(setStages({ stage: 'plan' }, [])).toBeUndefined();
    expect(setStages(undefined, ['plan'])).toEqual({ stage: 'plan' });
    expect(stagesOf(setStages({}, ['plan', 'done']))).toEqual(['plan', 'done']);
  });

  test('a new one passes as it is, under a name of its own', () => {
    const first = newScenario(smallCycle);
    const second = newScenario(withAll(first));
    expect(second.name).toBe(`${first.name} 2`);
    expect(freeName(withAll(first, second), first.name)).toBe(`${first.name} 3`);
    expect(runScenarios(withAll(first, second)).passed).toBe(2);
  });
});

describe('a rehearsal saved as a scenario', () => {
  test('passes, says where each step led and what was refused, and fails when the cycle leads elsewhere', () => {
    const begun = begin(compileCycle(smallCycle, 1), sampleGiven());
    if (begun.kind === 'stuck') throw new Error(begun.why);
    const steps: ScenarioStep[] = [{ event: 'nobody.listens' }, agree, { wait: 'P3M' }];
    const scenario = toScenario(steps.reduce(take, begun.rehearsal), 'The whole way');
    expect(scenario.when?.map(({ refused, then }) => [refused, then?.stage])).toEqual([
      [true, undefined],
      [undefined, 'watch'],
      [undefined, 'done'],
    ]);
    expect(scenario.then).toMatchObject({ stage: 'done', ending: 'met' });
    expect(runScenarios(withAll(scenario)).passed).toBe(1);
    const astrayCycle: Cycle = { ...withAll(scenario), on: { 'nobody.listens': [{ to: 'done' }] } };
    expect(runScenarios(astrayCycle).lines[0]?.failing[0]?.step).toBe(0);
  });
});

describe('the worker', () => {
  test('scores the scenarios by the small faults that they notice', () => {
    const outcome = perform({ kind: 'test', cycle: withAll(good) });
    expect('mutation' in outcome && outcome.mutation?.total).toBeGreaterThan(0);
    expect('mutation' in outcome && outcome.mutation?.killed).toBeGreaterThan(0);
  });

  test('simulates with the seed that it is given', () => {
    const work = {
      kind: 'simulate' as const,
      cycle: smallCycle,
      made: { components: 20 },
      options: { seed: 7 },
    };
    expect(perform(work)).toEqual(perform(work));
    expect(perform(work)).toMatchObject({ plans: 20, seed: 7 });
  });
});
