// A task's own form, and how it is changed.
import type { JsonObject } from '../../engine/index.ts';
import type { Applied } from '../document/command.ts';

export interface FormProps {
  /** What the task is called. */
  title: string;
  place: string;
  form: JsonObject;
  apply(form: JsonObject, burst?: string): Applied;
}
