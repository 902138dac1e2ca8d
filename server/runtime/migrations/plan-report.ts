// What a migration made, or would make, of one plan: data for a program and sentences for a person.
import type { z } from 'zod';
import type { Plan, PlanMigration, TaskPassage, TimerPassage } from '../../../engine/index.ts';
import type { planReportWire } from '../../routes/wire/migrations.ts';
import { migrationWords, type Versions } from './describe-migration.ts';

export type PlanReport = z.infer<typeof planReportWire>;
type TaskLine = PlanReport['tasks'][number];
type TimerLine = PlanReport['timers'][number];

function taskLine(task: TaskPassage): TaskLine {
  switch (task.kind) {
    case 'carried': {
      const { kind, from, to, title, policy, before, dueAt } = task;
      return { change: kind, from, to, title, policy, before, dueAt };
    }
    case 'cancelled':
      return {
        change: task.kind,
        from: task.from,
        to: null,
        title: task.title,
        policy: null,
        before: null,
        dueAt: null,
      };
    case 'opened': {
      const { key, title, dueAt } = task.effect;
      return { change: task.kind, from: null, to: key, title, policy: null, before: null, dueAt };
    }
  }
}

function timerLine(timer: TimerPassage): TimerLine {
  switch (timer.kind) {
    case 'carried': {
      const { kind, from, to, policy, before, dueAt } = timer;
      return { change: kind, from, to, policy, before, dueAt };
    }
    case 'cancelled':
      return {
        change: timer.kind,
        from: timer.from,
        to: null,
        policy: null,
        before: timer.before,
        dueAt: null,
      };
    case 'armed':
      return { change: timer.kind, from: null, to: timer.to, policy: null, before: null, dueAt: timer.dueAt };
  }
}

export function reportOf(versions: Versions, plan: Plan, migration: PlanMigration): PlanReport {
  const migrated = migration.kind === 'unchanged' || migration.kind === 'moved' ? migration : null;
  return {
    stage: { before: plan.stage, after: migrated?.plan.stage ?? null },
    tasks: migrated?.tasks.map(taskLine) ?? [],
    timers: migrated?.timers.map(timerLine) ?? [],
    questions: migration.kind === 'needs-decision' ? migration.questions : [],
    reasons: migration.kind === 'blocked' ? migration.reasons : [],
    lines: migrationWords(versions, migration),
  };
}

export const nothingToReport: PlanReport = {
  stage: { before: [], after: null },
  tasks: [],
  timers: [],
  questions: [],
  reasons: [],
  lines: [],
};
