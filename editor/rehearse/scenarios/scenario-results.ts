// The scenarios of a cycle, run: which pass, which fail and at which step, which name something that is not there.
import {
  type Coverage,
  type Cycle,
  type Scenario,
  scenarioFaults,
  testCycle,
} from '../../../engine/index.ts';
import { retell } from '../../language/index.ts';

export interface Failing {
  /** Of the steps, from 0; null: the beginning or the end. */
  step: number | null;
  message: string;
}

export interface ScenarioLine {
  index: number;
  scenario: Scenario;
  /** `faulty`: it names what the cycle does not have, and was not run. */
  state: 'passed' | 'failed' | 'faulty';
  failing: Failing[];
}

export interface ScenarioResults {
  lines: ScenarioLine[];
  passed: number;
  /** Of those that could be run. */
  coverage: Coverage;
}

const placePattern = /^\/scenarios\/(\d+)(?:\/when\/(\d+))?/;

function failingAt(pointer: string, message: string): Failing {
  const step = placePattern.exec(pointer)?.[2];
  return { step: step === undefined ? null : Number(step), message: retell(message) };
}

const indexIn = (pointer: string): number => Number(placePattern.exec(pointer)?.[1] ?? -1);

export function runScenarios(cycle: Cycle): ScenarioResults {
  const scenarios = cycle.scenarios ?? [];
  const faults = Map.groupBy(scenarioFaults(cycle), ({ pointer }) => indexIn(pointer));
  const sound = scenarios.flatMap((_, index) => (faults.has(index) ? [] : [index]));
  const tested = testCycle({ ...cycle, scenarios: scenarios.filter((_, index) => !faults.has(index)) });
  const lines = scenarios.map((scenario, index): ScenarioLine => {
    const faulty = faults.get(index);
    if (faulty) {
      const failing = faulty.map(({ pointer, message }) => failingAt(pointer, message));
      return { index, scenario, state: 'faulty', failing };
    }
    const report = tested.scenarios[sound.indexOf(index)];
    const failing = (report?.failures ?? []).map(({ pointer, message }) => failingAt(pointer, message));
    return { index, scenario, state: failing.length === 0 ? 'passed' : 'failed', failing };
  });
  return {
    lines,
    passed: lines.filter(({ state }) => state === 'passed').length,
    coverage: tested.coverage,
  };
}

/** What one scenario alone goes through. */
export const coverageOfOne = (cycle: Cycle, scenario: Scenario): Coverage =>
  runScenarios({ ...cycle, scenarios: [scenario] }).coverage;
