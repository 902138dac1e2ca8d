// What the fields of an action are given, whatever it does.
import type { Action } from '../../engine/index.ts';
import type { Applied } from '../document/command.ts';

export type Doing<Do extends Action['do']> = Extract<Action, { do: Do }>;

export interface FieldsOf<A extends Action> {
  place: string;
  action: A;
  apply(action: Action, burst?: string): Applied;
}
