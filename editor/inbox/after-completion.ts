// What is left to do once a task is done.
import type { Task } from '../app/api/wire.ts';

export interface AfterCompletion {
  next: Task | undefined;
  left: number;
}
