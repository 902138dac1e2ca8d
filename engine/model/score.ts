// What scoring gives back: a number on 0..120, its outcome, and the parts that make it up.
import type { ComponentId, GoalId, MeasureId } from './ids.ts';
import type { Outcome } from './measure.ts';

/** Why a node has no score, or an outcome that its number alone would not give. */
export type OutcomeReason =
  | 'no_standard'
  | 'no_observation'
  | 'no_weight'
  | 'no_goals'
  | 'insufficient_data'
  | 'insufficient_period'
  | 'not_applicable'
  /** A mixed goal has the score of its other side alone. */
  | 'own_unscored'
  | 'children_unscored'
  /** Data that must be there is missing: nothing may be finalised. */
  | `blocked:${string}`
  | `critical:${string}`;

export type NodeState = 'scored' | 'missing' | 'waived' | 'notDue' | 'monitored' | 'unrated';

/** One child's share in a node's score. Contributions add up exactly to score − 100. */
export interface ScorePart {
  id: string;
  weight: number;
  score: number;
  contribution: number;
}

/** All of a node but its outcome. */
export interface NodeFigures {
  state: NodeState;
  /** 0..120 with at most 4 decimals; null is not scored and is never zero. */
  score: number | null;
  reason: OutcomeReason | null;
  /** Share of the weight that has data, 0..1. */
  coverage: number;
  /** Share of the weight that rests on provisional observations, 0..1. */
  provisionalShare: number;
  staleCount: number;
  parts: ScorePart[];
}

export interface NodeScore extends NodeFigures {
  outcome: Outcome | null;
}

export interface MeasureScore extends NodeScore {
  measureId: MeasureId;
  /** The measurement: the observations of the window aggregated over time, in the measure's unit. */
  measurement: number | string | boolean | null;
  observationCount: number;
}

export interface GoalScore extends NodeScore {
  goalId: GoalId;
  measures: MeasureScore[];
}

export interface ComponentScore extends NodeScore {
  componentId: ComponentId;
  goals: GoalScore[];
}
