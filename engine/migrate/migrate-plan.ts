// One plan of one version in another: unchanged, moved, in need of a decision, or blocked with the reason. Pure: a
// rehearsal and the migration itself are this one function. It takes no transition and runs no action, so nothing
// is given, told or started a second time.
import type { Situation } from '../model/facts.ts';
import type { JsonObject } from '../model/json.ts';
import type { ArmedTimer, OpenTask, Plan } from '../model/plan.ts';
import { restoreChart, saveChart } from '../statechart/chart/chart-state.ts';
import { chartKey } from '../statechart/chart/compiled-cycle.ts';
import { beginDraft, type Draft } from '../statechart/step/draft.ts';
import { maxPlanSize } from '../statechart/step/plan-size.ts';
import { restless } from './at-rest.ts';
import { carryHistory } from './carry-history.ts';
import { carryTasks, type PartialResults } from './carry-tasks.ts';
import { type Carrying, carryTimers } from './carry-timers.ts';
import { type NewStays, newStays } from './new-stays.ts';
import type { Passage } from './passage.ts';
import { type Placed, placeIn } from './place-in.ts';
import type { Blocker, Migrated, PlanMigration, TaskPassage, TimerPassage } from './plan-migration.ts';
import type { Migration } from './prepare-migration.ts';
import { releasedStage } from './released.ts';
import type { Stays } from './stays.ts';

/** A plan under way, and what it does not say of itself. */
export interface LivePlan {
  plan: Plan;
  situation: Situation;
  stays: Stays;
  /** By open task: what those have given who have completed their share. */
  results: PartialResults;
  openIncidents: number;
}

const blocked = (...reasons: Blocker[]): PlanMigration => ({ kind: 'blocked', reasons });

/** What keeps a plan where it is whatever the new version is like. */
function waitsFirst({ versions, mapping, from }: Migration, { plan, openIncidents }: LivePlan): Blocker[] {
  const reasons: Blocker[] = [];
  if (plan.cycleId !== from.id || plan.cycleVersion !== from.version) {
    const message = `The plan follows version ${plan.cycleVersion} of ${plan.cycleId}.`;
    reasons.push({ code: 'cycle-mismatch', message });
  }
  if (openIncidents > 0) {
    const what = openIncidents === 1 ? 'An incident is' : `${openIncidents} incidents are`;
    reasons.push({ code: 'open-incident', message: `${what} open: retry or skip first.` });
  }
  const stage = releasedStage(versions.from.index, plan.stage, mapping.released ?? {});
  if (stage !== null) {
    const message = `The plan is between the release of an appraisal and the end of its dispute (“${stage}”): it is not migrated there.`;
    reasons.push({ code: 'released', message });
  }
  return reasons;
}

interface Variables {
  variables: JsonObject;
  changed: string[];
}

/** What the new version begins with and the old one did not know is there too. */
function carryVariables({ from, to }: Migration, { rename, set }: Passage, plan: Plan): Variables {
  const renamed = Object.entries(plan.variables).map(([name, value]) => [rename.get(name) ?? name, value]);
  const variables: JsonObject = { ...Object.fromEntries(renamed), ...Object.fromEntries(set) };
  for (const [name, value] of Object.entries(to.cycle.variables ?? {})) {
    const isNew = !Object.hasOwn(from.cycle.variables ?? {}, name);
    if (isNew && !Object.hasOwn(variables, name)) variables[name] = value;
  }
  const names = new Set([...Object.keys(plan.variables), ...Object.keys(variables)]);
  const isSame = (name: string) => JSON.stringify(plan.variables[name]) === JSON.stringify(variables[name]);
  return { variables, changed: [...names].filter((name) => !isSame(name)) };
}

const taskOf = (passage: TaskPassage, plan: Plan): [string, OpenTask][] => {
  if (passage.kind === 'cancelled') return [];
  if (passage.kind === 'opened') {
    const { key, stage, activation, dueAt } = passage.effect;
    return [[key, { stage, activation, openedAt: '', dueAt }]];
  }
  const before = plan.tasks[passage.from];
  const { to, stage, activation, dueAt } = passage;
  return before ? [[to, { ...before, stage, activation: activation.to, dueAt }]] : [];
};

const timerOf = (passage: TimerPassage, plan: Plan): [string, ArmedTimer][] => {
  if (passage.kind === 'cancelled') return [];
  const { to, stage, dueAt } = passage;
  if (passage.kind === 'armed') return [[to, { stage, activation: passage.activation, dueAt }]];
  const before = plan.timers[passage.from];
  return before ? [[to, { ...before, stage, activation: passage.activation.to, dueAt }]] : [];
};

interface Parts {
  placed: Extract<Placed, { kind: 'placed' }>;
  news: NewStays;
  variables: Variables;
  tasks: TaskPassage[];
  timers: TimerPassage[];
  draft: Draft;
}

function assemble(migration: Migration, passage: Passage, plan: Plan, parts: Parts): PlanMigration {
  const { placed, news, variables, tasks, timers, draft } = parts;
  const { from, to, versions } = migration;
  const { history, forgotten } = carryHistory(versions.to.index, passage, plan.chart.history);
  const at = draft.situation.at;
  const opened = (task: OpenTask): OpenTask => (task.openedAt === '' ? { ...task, openedAt: at } : task);
  const next: Plan = {
    ...plan,
    cycleVersion: to.version,
    stage: placed.leaves,
    chart: { value: placed.value, history },
    variables: variables.variables,
    tasks: Object.fromEntries(
      tasks.flatMap((one) => taskOf(one, plan)).map(([key, task]) => [key, opened(task)]),
    ),
    timers: Object.fromEntries(timers.flatMap((one) => timerOf(one, plan))),
    activations: news.activations,
    revision: plan.revision + 1,
  };
  const chart = to[chartKey];
  // The chart has the last word: a place that it does not have is no place, whatever was worked out.
  const snapshot = restoreChart(chart, next.chart);
  if (!snapshot)
    return blocked({
      code: 'configuration',
      message: `Version ${to.version} has no such place for the plan.`,
    });
  const saved: Plan = {
    ...next,
    stage: inOrder(migration, placed.leaves),
    chart: saveChart(chart, snapshot),
  };
  const size = JSON.stringify(saved).length;
  if (size > maxPlanSize)
    return blocked({
      code: 'state-too-large',
      message: `The plan would take ${size} bytes; ${maxPlanSize} are allowed.`,
    });
  const standing = { chart, plan: saved, draft, active: new Set(placed.active) };
  const reasons = startsAtOnce(migration, { passage, plan, news }, standing);
  if (reasons.length > 0) return blocked(...reasons);
  const result: Omit<Migrated, 'kind'> = {
    plan: saved,
    moves: news.moves,
    stages: news.carried,
    tasks,
    timers,
    forgotten,
    variables: variables.changed,
  };
  return { kind: isUnchanged(from.version, plan, result) ? 'unchanged' : 'moved', ...result };
}

const inOrder = ({ versions }: Migration, leaves: readonly string[]): string[] =>
  [...leaves].sort((a, b) => (versions.to.index.get(a)?.order ?? 0) - (versions.to.index.get(b)?.order ?? 0));

interface Before {
  passage: Passage;
  plan: Plan;
  news: NewStays;
}

function startsAtOnce(
  migration: Migration,
  { passage, plan, news }: Before,
  standing: Parameters<typeof restless>[0],
): Blocker[] {
  const { from, to } = migration;
  const ready = restless(standing, (id) => id);
  if (ready.size === 0) return [];
  const chart = from[chartKey];
  const { situation, happening } = standing.draft;
  const draft = beginDraft({ chart, situation, plan, happening });
  const before = restless(
    { chart, plan, draft, active: news.active },
    (id) => passage.stages.get(id)?.[0] ?? id,
  );
  return [...ready]
    .filter(([transition]) => !before.has(transition))
    .map(([, words]) => ({
      code: 'not-at-rest',
      message: `The plan would not rest there in version ${to.version}: ${words}. Choose another stage.`,
    }));
}

function isUnchanged(
  version: number,
  plan: Plan,
  { plan: next, tasks, timers }: Omit<Migrated, 'kind'>,
): boolean {
  const same: Plan = { ...next, cycleVersion: version, revision: plan.revision };
  return (
    JSON.stringify(same) === JSON.stringify(plan) &&
    tasks.every((task) => task.kind === 'carried' && task.alike) &&
    timers.every((timer) => timer.kind === 'carried')
  );
}

const happening = { type: 'plan.migrated', data: {} };

export function migratePlan(migration: Migration, live: LivePlan): PlanMigration {
  const { plan, situation, stays, results } = live;
  const passage = migration.passageFor(plan.id);
  if (passage.leave) return { kind: 'left' };
  const reasons = waitsFirst(migration, live);
  if (reasons.length > 0) return blocked(...reasons);
  const placed = placeIn(migration, passage, plan);
  if (placed.kind !== 'placed') return placed;
  const { versions, to } = migration;
  const variables = carryVariables(migration, passage, plan);
  const draft = beginDraft({
    chart: to[chartKey],
    situation,
    plan: { ...plan, cycleVersion: to.version, stage: placed.leaves, variables: variables.variables },
    happening,
  });
  const { at } = draft.situation;
  const { index } = versions.from;
  const news = newStays({ plan, known: stays, index, passage, active: placed.active, at });
  const carrying: Carrying = { draft, plan, versions, passage, news };
  const { tasks, questions: ofTasks } = carryTasks(carrying, results);
  const { timers, questions: ofTimers } = carryTimers(carrying);
  const questions = [...ofTasks, ...ofTimers];
  if (questions.length > 0) return { kind: 'needs-decision', questions };
  const { fault } = draft;
  if (fault) {
    const message =
      fault.code === 'expression-failed'
        ? `“${fault.expression}” at ${fault.place} of version ${to.version} fails with what the plan holds there.`
        : `Version ${to.version} failed: ${fault.code}`;
    return blocked({ code: 'expression-failed', message });
  }
  return assemble(migration, passage, plan, { placed, news, variables, tasks, timers, draft });
}
