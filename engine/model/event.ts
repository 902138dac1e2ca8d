// Events: facts given to a plan. Past tense, dotted, and each has an id that makes it count once.
import type { EventId } from './ids.ts';
import type { JsonObject } from './json.ts';

export interface PlanEvent {
  /** Chosen by the sender; the same id given again to the same plan has no effect. */
  id: EventId;
  type: string;
  /** task.<key>.completed carries { result, results, completedBy }; an outside event whatever its sender gave. */
  data: JsonObject;
}
