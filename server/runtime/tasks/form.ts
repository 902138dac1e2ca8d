// A task's form as it is worked: where it is written, whose it is, and who completes it.
import type { Actor } from '../../access/actor.ts';
import type { Deps } from '../../deps.ts';
import type { TaskInContext } from '../../store/queries/tasks.ts';
import type { Db } from '../../store/schema.ts';

export interface Form {
  db: Db;
  ports: Deps;
  task: TaskInContext;
  actor: Actor;
}
