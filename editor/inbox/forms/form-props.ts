// What every form of a task is given.
import type { JsonObject } from '../../../engine/index.ts';
import type { Material } from '../material.ts';

export interface Submitting {
  keys: Map<string, string>;
  /** Drops the kept draft, once the task is done. */
  forget: () => void;
  /** Saves no draft while the task is being done, and waits for the save under way. */
  pause: () => Promise<void>;
  /** The task was not done: drafts are saved again. */
  resume: () => void;
  /** The draft is kept somewhere: what is taken back is there again. */
  kept: boolean;
  /** What was done, in words, such as "Plan agreed". */
  done: string;
}
export interface FormProps {
  material: Material;
  onSubmit: (result: JsonObject, how: Submitting) => Promise<void>;
  error: unknown;
  busy: boolean;
}
