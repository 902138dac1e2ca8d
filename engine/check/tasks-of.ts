// Tasks of a cycle and the events that tell of them.
import type { CycleTask, Stage } from '../model/cycle.ts';

const taskEvent = /^task\.(.+)\.(completed|overdue)$/;

export const taskOfEvent = (type: string): string | null => taskEvent.exec(type)?.[1] ?? null;

export const tasksOf = (stage: Stage): [string, CycleTask][] =>
  'tasks' in stage ? Object.entries(stage.tasks ?? {}) : [];
