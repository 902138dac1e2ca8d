// What a migration makes of a plan, in sentences: for its report, and for the plan's history.
import type {
  Cycle,
  Migrated,
  PlanMigration,
  Stages,
  TaskPassage,
  TimerPassage,
} from '../../../engine/index.ts';

export interface Versions {
  from: { cycle: Cycle; version: number };
  to: { cycle: Cycle; version: number };
}

const quoted = (text: string): string => `“${text}”`;
const moment = (instant: string | null): string =>
  instant === null ? 'no date' : `${instant.slice(0, 10)} ${instant.slice(11, 16)} UTC`;

function stageName(stages: Stages, id: string): string | null {
  for (const [key, stage] of Object.entries(stages)) {
    if (key === id) return stage.name ?? id;
    const inside = 'stages' in stage ? stageName(stage.stages, id) : null;
    if (inside !== null) return inside;
  }
  return null;
}
export const nameIn = (cycle: Cycle, id: string): string => quoted(stageName(cycle.stages, id) ?? id);

const policies = { keep: 'kept', rebase: 're-based', restart: 'restarted' } as const;

function taskWords(task: TaskPassage): string {
  if (task.kind === 'cancelled') return `The task ${quoted(task.title)} was cancelled.`;
  if (task.kind === 'opened') {
    const { title, dueAt } = task.effect;
    return `The task ${quoted(title)} was opened${dueAt === null ? '' : `, due ${moment(dueAt)}`}.`;
  }
  const renamed = task.from === task.to ? '' : ` (now ${task.to})`;
  const due =
    task.before === task.dueAt
      ? ''
      : `; its due date was ${policies[task.policy]}: ${moment(task.dueAt)}, before ${moment(task.before)}`;
  return `The task ${quoted(task.title)}${renamed} goes on with what was done on it${due}.`;
}

function timerWords(timer: TimerPassage): string {
  if (timer.kind === 'cancelled')
    return `The timer ${timer.from} was cancelled; it was set for ${moment(timer.before)}.`;
  if (timer.kind === 'armed') return `The timer ${timer.to} was set for ${moment(timer.dueAt)}.`;
  const renamed = timer.from === timer.to ? '' : `, now ${timer.to},`;
  const before = timer.before === timer.dueAt ? '' : `, before ${moment(timer.before)}`;
  return `The timer ${timer.from}${renamed} was ${policies[timer.policy]}: ${moment(timer.dueAt)}${before}.`;
}

function stageWords(versions: Versions, { from, to }: Migrated['stages'][number]): string {
  const [before, now] = [nameIn(versions.from.cycle, from), nameIn(versions.to.cycle, to)];
  return before === now
    ? `${now} goes on under another id: ${to}, before it was ${from}.`
    : `${before} is now ${now}.`;
}

/** Nothing is said of what stays as it was. */
export function migratedWords(versions: Versions, migrated: Migrated): string[] {
  const { from, to } = versions;
  const { stages, moves, tasks, timers, forgotten, variables } = migrated;
  return [
    ...stages.map((one) => stageWords(versions, one)),
    ...moves.left.map((id) => `${nameIn(from.cycle, id)} has no counterpart where the plan stands.`),
    ...moves.entered.map((id) => `The plan now stands in ${nameIn(to.cycle, id)} too.`),
    ...tasks.filter((task) => task.kind !== 'carried' || !task.alike).map(taskWords),
    ...timers
      .filter((timer) => timer.kind !== 'carried' || timer.from !== timer.to || timer.before !== timer.dueAt)
      .map(timerWords),
    ...forgotten.map((id) => `${nameIn(from.cycle, id)} does not remember where it leads back to.`),
    ...variables.map((name) => `The variable ${name} changed.`),
  ];
}

export function migrationWords(versions: Versions, migration: PlanMigration): string[] {
  switch (migration.kind) {
    case 'unchanged':
    case 'moved':
      return migratedWords(versions, migration);
    case 'needs-decision':
      return migration.questions.map(({ message }) => message);
    case 'blocked':
      return migration.reasons.map(({ message }) => message);
    case 'left':
      return ['The mapping leaves the plan in its version.'];
  }
}
