// Everything that the scenarios of a cycle tell: which fail, what none of them goes through, and which small faults
// none of them would notice.
import type { Cycle } from '../model/cycle.ts';
import { compileCycle } from '../statechart/compile-cycle.ts';
import { type Coverage, coverageOf } from './coverage.ts';
import { type Mutant, type MutantKind, mutantKinds } from './mutate/mutant.ts';
import { mutantsOf } from './mutate/mutants.ts';
import { runScenario, type ScenarioFailure, type ScenarioRun } from './run-scenario.ts';

export interface ScenarioReport {
  name: string;
  passed: boolean;
  steps: number;
  /** `pointer` into the cycle document. */
  failures: { code: ScenarioFailure['code']; pointer: string; message: string }[];
}

export interface Survivor {
  kind: MutantKind;
  pointer: string;
  change: string;
}

export interface MutationScore {
  total: number;
  killed: number;
  /** Killed of all, in percent; 100 when there are none. */
  score: number;
  kinds: { kind: MutantKind; total: number; killed: number }[];
  survivors: Survivor[];
}

export interface CycleTest {
  scenarios: ScenarioReport[];
  coverage: Coverage;
  /** Null when it was not asked for, or a scenario fails already. */
  mutation: MutationScore | null;
}

const report = ({ name, steps, failures }: ScenarioRun, index: number): ScenarioReport => ({
  name,
  passed: failures.length === 0,
  steps,
  failures: failures.map(({ code, place, message }) => ({
    code,
    pointer: `/scenarios/${index}${place}`,
    message,
  })),
});

interface Tested {
  cycle: Cycle;
  runs: readonly ScenarioRun[];
}

/** Only a scenario that enters the mutant's stage can go another way. */
function isKilled(mutant: Mutant, { cycle, runs }: Tested): boolean {
  const compiled = compileCycle(mutant.cycle, 1);
  return (cycle.scenarios ?? []).some((scenario, index) => {
    const entered = mutant.stage === null || runs[index]?.stages.has(mutant.stage);
    return entered && runScenario(compiled, scenario).failures.length > 0;
  });
}

function scoreMutants(tested: Tested): MutationScore {
  const mutants = mutantsOf(tested.cycle).map((mutant) => ({
    mutant,
    killed: isKilled(mutant, tested),
  }));
  const killed = mutants.filter((one) => one.killed).length;
  return {
    total: mutants.length,
    killed,
    score: mutants.length === 0 ? 100 : Math.round((killed / mutants.length) * 1_000) / 10,
    kinds: mutantKinds.map((kind) => {
      const own = mutants.filter(({ mutant }) => mutant.kind === kind);
      return { kind, total: own.length, killed: own.filter((one) => one.killed).length };
    }),
    survivors: mutants.flatMap(({ mutant: { kind, pointer, change }, killed: dead }) =>
      dead ? [] : [{ kind, pointer, change }],
    ),
  };
}

/** The cycle has to be free of structural faults, and its scenarios of names that it does not have. */
export function testCycle(cycle: Cycle, { mutate = false }: { mutate?: boolean } = {}): CycleTest {
  const compiled = compileCycle(cycle, 1);
  const runs = (cycle.scenarios ?? []).map((scenario) => runScenario(compiled, scenario));
  const passed = runs.every(({ failures }) => failures.length === 0);
  return {
    scenarios: runs.map(report),
    coverage: coverageOf(cycle, runs),
    mutation: mutate && passed && runs.length > 0 ? scoreMutants({ cycle, runs }) : null,
  };
}
