// Everything that the scenarios of a cycle tell: which fail, what none of them goes through, and which small faults
// none of them would notice.
import type { Cycle } from '../model/cycle.ts';
import { compileCycle } from '../statechart/compile-cycle.ts';
import { listStages } from '../statechart/structure/stage-index.ts';
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
  /** Those that were tried. */
  total: number;
  /** Those that were not, since there are so many. */
  untried: number;
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
function isKilled({ stage, cycle: mutated }: Mutant, { cycle, runs }: Tested): boolean {
  const touched = (cycle.scenarios ?? []).filter(
    (_, index) => stage === null || runs[index]?.stages.has(stage),
  );
  if (touched.length === 0) return false;
  const compiled = compileCycle(mutated, 1);
  return touched.some((scenario) => runScenario(compiled, scenario).failures.length > 0);
}

/** A few seconds' work, by the count of what is compiled for every mutant: so many in any cycle of that size. */
const mostMutants = (cycle: Cycle): number => Math.max(50, Math.floor(12_000 / listStages(cycle).length));

/** From all parts of the list in the same measure, and the same ones every time. */
function spread<One>(all: readonly One[], most: number): readonly One[] {
  if (all.length <= most) return all;
  return Array.from({ length: most }, (_, index) => all[Math.floor((index * all.length) / most)]).filter(
    (one) => one !== undefined,
  );
}

function scoreMutants(tested: Tested, most: number): MutationScore {
  const all = mutantsOf(tested.cycle);
  const mutants = spread(all, most).map((mutant) => ({
    mutant,
    killed: isKilled(mutant, tested),
  }));
  const killed = mutants.filter((one) => one.killed).length;
  return {
    total: mutants.length,
    untried: all.length - mutants.length,
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

/** `some`: all mutants but those of a large cycle, of which there are too many to wait for. */
export type Mutants = 'none' | 'some' | 'all';

/** The cycle has to be free of structural faults, and its scenarios of names that it does not have. */
export function testCycle(cycle: Cycle, { mutants = 'none' }: { mutants?: Mutants } = {}): CycleTest {
  const compiled = compileCycle(cycle, 1);
  const runs = (cycle.scenarios ?? []).map((scenario) => runScenario(compiled, scenario));
  const passed = runs.every(({ failures }) => failures.length === 0);
  const most = mutants === 'all' ? Number.POSITIVE_INFINITY : mostMutants(cycle);
  const isScored = mutants !== 'none' && passed && runs.length > 0;
  return {
    scenarios: runs.map(report),
    coverage: coverageOf(cycle, runs),
    mutation: isScored ? scoreMutants({ cycle, runs }, most) : null,
  };
}
