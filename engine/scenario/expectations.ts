// Whether a plan is as a scenario says: each thing that is not, with its place in the scenario, and what is so instead.
import type { Effect } from '../model/effect.ts';
import type { Json } from '../model/json.ts';
import type { Then } from '../model/scenario.ts';
import { chartKey } from '../statechart/chart/compiled-cycle.ts';
import { lineage } from '../statechart/structure/stage-index.ts';
import { shownDay } from './days.ts';
import { unmetEffects } from './effects.ts';
import type { Play } from './play.ts';
import { unmetTasks } from './tasks.ts';
import { isLike, show, type Unmet } from './unmet.ts';

const unless = (met: boolean, place: string, message: () => string): Unmet[] =>
  met ? [] : [{ place, message: message() }];

function unmetStage({ plan, compiled }: Play, stage: NonNullable<Then['stage']>): Unmet[] {
  const { index } = compiled[chartKey];
  const active = new Set(plan.stage.flatMap((id) => lineage(index, id).map((entry) => entry.id)));
  const wanted = Array.isArray(stage) ? stage : [stage];
  return wanted.flatMap((id, at) =>
    unless(
      active.has(id),
      Array.isArray(stage) ? `stage/${at}` : 'stage',
      () => `The plan should be in ${id}; it is in ${plan.stage.join(', ')}.`,
    ),
  );
}

const defaultTolerance = 0.05;

function unmetScore({ plan }: Play, given: NonNullable<Then['score']>): Unmet[] {
  const { value, tolerance } =
    typeof given === 'number' ? { value: given, tolerance: defaultTolerance } : given;
  const near = plan.score !== null && Math.abs(plan.score - value) <= tolerance + 1e-9;
  return unless(
    near,
    'score',
    () => `The score should be ${value} ± ${tolerance}; it is ${plan.score ?? 'none'}.`,
  );
}

const plainly = (name: string, wanted: Json, found: Json): Unmet[] =>
  unless(
    JSON.stringify(wanted) === JSON.stringify(found),
    name,
    () => `The ${name} should be ${show(wanted)}; it is ${show(found)}.`,
  );

function unmetVariables({ plan }: Play, wanted: Record<string, Json>): Unmet[] {
  return Object.entries(wanted).flatMap(([name, value]) =>
    unless(
      isLike(value, plan.variables[name]),
      `variables/${name}`,
      () => `The variable ${name} should be ${show(value)}; it is ${show(plan.variables[name])}.`,
    ),
  );
}

function unmetTimers({ plan, facts }: Play, wanted: NonNullable<Then['timers']>): Unmet[] {
  return Object.entries(wanted).flatMap(([id, day]) => {
    const timer = plan.timers[id];
    const found = timer ? shownDay(timer.dueAt, day, facts.calendar) : null;
    return unless(
      found === day,
      `timers/${id}`,
      () =>
        `The timer ${id} should be ${day === null ? 'not armed' : `due ${day}`}; it is ${found === null ? 'not armed' : `due ${found}`}.`,
    );
  });
}

/** `effects` are those that the expectations speak of: of one step, or of all. */
export function unmetIn(play: Play, then: Then, effects: readonly Effect[]): Unmet[] {
  const { plan } = play;
  return [
    ...(then.stage === undefined ? [] : unmetStage(play, then.stage)),
    ...(then.outcome === undefined ? [] : plainly('outcome', then.outcome, plan.outcome)),
    ...(then.ending === undefined ? [] : plainly('ending', then.ending, plan.ending)),
    ...(then.round === undefined ? [] : plainly('round', then.round, plan.round)),
    ...unmetNumbers(play, then),
    ...(then.variables === undefined ? [] : unmetVariables(play, then.variables)),
    ...(then.tasks === undefined ? [] : unmetTasks(play, then.tasks)),
    ...(then.timers === undefined ? [] : unmetTimers(play, then.timers)),
    ...(then.effects === undefined ? [] : unmetEffects(effects, then.effects)),
  ];
}

function unmetNumbers(play: Play, { score, coverage }: Then): Unmet[] {
  const scored =
    score === undefined
      ? []
      : score === null
        ? plainly('score', null, play.plan.score)
        : unmetScore(play, score);
  return [...scored, ...(coverage === undefined ? [] : plainly('coverage', coverage, play.plan.coverage))];
}
