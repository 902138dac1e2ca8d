// What differs between two documents, as data: complete, so that the new one follows from the old one and its
// differences; and in words, each a sentence that a designer understands.
import type { StageId } from '../model/ids.ts';
import type { Json } from '../model/json.ts';

/**
 * behaviour: plans may go another way · wording: what people read, also an expression or a span that is written in another way
 * and means the same · layout: where things are drawn.
 * Two cycles behave alike exactly when none of their differences is of behaviour.
 */
export type Aspect = 'behaviour' | 'wording' | 'layout';

export type DifferenceKind =
  | 'cycle-changed'
  | 'variable-added'
  | 'variable-removed'
  | 'variable-changed'
  | 'decision-added'
  | 'decision-removed'
  | 'decision-changed'
  | 'rule-added'
  | 'rule-removed'
  | 'rule-changed'
  | 'rules-reordered'
  /** Any other named part of the cycle, such as how long answers are kept. */
  | 'part-added'
  | 'part-removed'
  | 'part-changed'
  | 'stage-added'
  | 'stage-removed'
  /** Proposed: the stage is gone, and one that is much like it is there. */
  | 'stage-renamed'
  /** Into another container. */
  | 'stage-moved'
  | 'stage-changed'
  | 'stages-reordered'
  | 'transition-added'
  | 'transition-removed'
  | 'transition-changed'
  | 'transitions-reordered'
  | 'timer-added'
  | 'timer-removed'
  | 'timer-renamed'
  | 'timer-changed'
  | 'timers-reordered'
  | 'task-added'
  | 'task-removed'
  | 'task-renamed'
  /** Into another stage. */
  | 'task-moved'
  | 'task-changed'
  | 'tasks-reordered'
  | 'layout-changed'
  | 'goal-added'
  | 'goal-removed'
  | 'goal-changed'
  | 'measure-added'
  | 'measure-removed'
  | 'measure-changed'
  | 'standards-changed';

export interface Difference {
  kind: DifferenceKind;
  aspect: Aspect;
  /** JSON Pointers into the old and the new document; null where it is not there. */
  old: string | null;
  new: string | null;
  /** As the new version calls it, or the old one when it is gone; null outside the stages. */
  stage: StageId | null;
  /** Which key has changed, when one has. */
  field: string | null;
  /** Of a key that is gone: where in the new document what had it stands. */
  holder?: string;
  /** Null where there was or is nothing. */
  before: Json;
  after: Json;
  /** Of a proposed rename: 1 is alike in everything but the name. */
  similarity?: number;
  message: string;
}
