// Runs one scenario: what failed and where, and which stages, transitions and rows it went through.
import type { Effect } from '../model/effect.ts';
import type { Scenario, Then } from '../model/scenario.ts';
import type { CompiledCycle } from '../statechart/chart/compiled-cycle.ts';
import { unmetIn } from './expectations.ts';
import { begin, type Play, type Played, playStep } from './play.ts';
import { setScene } from './setting.ts';
import { rowPointer } from './table-rows.ts';

export interface ScenarioFailure {
  /** SCN-03: the plan went another way than the scenario. SCN-04: it is not as it should be. */
  code: 'SCN-03' | 'SCN-04';
  /** JSON Pointer inside the scenario. */
  place: string;
  message: string;
}

export interface ScenarioRun {
  name: string;
  failures: ScenarioFailure[];
  /** Steps that the plan took. */
  steps: number;
  stages: ReadonlySet<string>;
  /** JSON Pointers of the transitions taken. */
  transitions: ReadonlySet<string>;
  /** JSON Pointers of the rows of decision tables that matched. */
  rows: ReadonlySet<string>;
}

const wentWrong = (place: string, message: string): ScenarioFailure => ({ code: 'SCN-03', place, message });

function failuresOf(
  play: Play,
  then: Then | undefined,
  given: { place: string; effects: readonly Effect[] },
) {
  if (then === undefined) return [];
  return unmetIn(play, then, given.effects).map(
    ({ place, message }): ScenarioFailure => ({ code: 'SCN-04', place: `${given.place}/${place}`, message }),
  );
}

interface Reached {
  play: Play;
  failures: ScenarioFailure[];
  /** The scenario cannot go on. */
  stopped: boolean;
}

function judge(
  before: Play,
  played: Played,
  { refused = false }: { refused?: boolean | undefined },
  place: string,
): Reached {
  if (played.kind === 'on') {
    const failures = refused
      ? [wentWrong(`${place}/refused`, 'The plan should refuse this; it took it.')]
      : [];
    return { play: played.play, failures, stopped: failures.length > 0 };
  }
  if (played.kind === 'refused' && refused) return { play: before, failures: [], stopped: false };
  return { play: before, failures: [wentWrong(place, played.why)], stopped: true };
}

const rowsOf = (effect: Effect): string[] =>
  effect.type === 'record-decisions'
    ? effect.decisions.flatMap(({ decision, rows }) => rows.map((row) => rowPointer(decision, row)))
    : [];

function visited(play: Play): Omit<ScenarioRun, 'name' | 'failures'> {
  return {
    steps: play.moves.length,
    stages: new Set(play.moves.flatMap(({ entered }) => entered)),
    transitions: new Set(play.moves.flatMap(({ transitions }) => transitions)),
    rows: new Set(play.effects.flatMap(rowsOf)),
  };
}

export function runScenario(
  compiled: CompiledCycle,
  { name, given, when = [], then }: Scenario,
): ScenarioRun {
  const first = begin(compiled, setScene(given, compiled.cycle.cadence));
  if (first.kind !== 'on') {
    const failures = [wentWrong('', `The plan does not start. ${first.why}`)];
    return { name, failures, steps: 0, stages: new Set(), transitions: new Set(), rows: new Set() };
  }
  let { play } = first;
  const failures: ScenarioFailure[] = [];
  for (const [index, step] of when.entries()) {
    const place = `/when/${index}`;
    const reached = judge(play, playStep(play, step), step, place);
    const effects = reached.play.effects.slice(play.effects.length);
    play = reached.play;
    failures.push(...reached.failures);
    if (reached.stopped) return { name, failures, ...visited(play) };
    failures.push(...failuresOf(play, step.then, { place: `${place}/then`, effects }));
  }
  failures.push(...failuresOf(play, then, { place: '/then', effects: play.effects }));
  return { name, failures, ...visited(play) };
}
