// Events: facts given to a plan. Past tense, dotted, and each has an id that makes it count once.
import type { EventId } from './ids.ts';
import type { JsonObject } from './json.ts';

export interface PlanEvent {
  /** Chosen by the sender; the same id given again to the same plan has no effect. */
  id: EventId;
  type: string;
  /** task.<key>.completed carries { result, results, completedBy }, and leftOut where nobody was asked; an outside event whatever its sender gave. */
  data: JsonObject;
}

/** Why a task was left out: nobody holds the post whose own view it asks for. */
export const vacantPost = 'vacant-post';
