// Decisions that belong together: what a DMN document holds, and what a cycle's `decisions` are read as.
// A decision with parameters is a function that others invoke: a business knowledge model.
import type { Decision, DecisionType } from '../model/decision.ts';

export interface DecisionInput {
  label?: string | undefined;
  description?: string | undefined;
  type?: string | undefined;
  /** Nobody declares it: it is only given. */
  free?: boolean;
}

export interface DecisionModel {
  name: string;
  namespace: string;
  types: Record<string, DecisionType>;
  /** Data from outside. */
  inputs: Record<string, DecisionInput>;
  decisions: Record<string, Decision>;
  /**
   * What each decision says that it needs, where it says so: only those names are in its scope. A name of
   * another element could otherwise be read where FEEL means a word of its own.
   */
  requires?: ReadonlyMap<string, readonly string[]>;
  /** What FEEL calls an input or a decision whose variable has another name than itself. */
  variables?: ReadonlyMap<string, string>;
  /** The ids of those that have no variable: some tools let expressions say them. */
  ids?: ReadonlyMap<string, string>;
  /**
   * What decisions read that no element stands for. Columns of tables that have no expression: each is an input of its
   * own, or an element of that name.
   */
  labels?: ReadonlySet<string>;
}

/** Its other name in expressions. */
export const aliasOf = ({ variables, ids }: DecisionModel, element: string): string | undefined =>
  variables?.get(element) ?? ids?.get(element);

export const pointerKey = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

/** FEEL reads any white space in a name as one space (DMN 10.3.1.2). */
export const feelName = (text: string): string => text.trim().replace(/\s+/g, ' ');
