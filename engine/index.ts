// The engine's only door. Everything here is pure: no clock, no I/O, no randomness.
export { type CheckContext, checkCycle } from './check/check-cycle.ts';
export type { Finding } from './expression/analyse-expression.ts';
export { checkExpression, freeNames } from './expression/check-expression.ts';
export { checkExpressionOver, evaluateWith } from './expression/evaluate-with.ts';
export { functionNames } from './expression/functions.ts';
export { type Evaluator, makeEvaluator } from './expression/make-evaluator.ts';
export { type ScopeName, scopeNames } from './expression/scope.ts';
export { type CheckedResult, checkResult, formFault } from './forms/check-result.ts';
export type { FormIssue } from './forms/patterns.ts';
export * from './model/calendar.ts';
export * from './model/component.ts';
export * from './model/cycle.ts';
export type * from './model/effect.ts';
export type * from './model/event.ts';
export type * from './model/facts.ts';
export * from './model/forms.ts';
export * from './model/goal.ts';
export * from './model/ids.ts';
export * from './model/json.ts';
export * from './model/measure.ts';
export { nearest } from './model/nearest.ts';
export * from './model/organisation.ts';
export type * from './model/plan.ts';
export type * from './model/problem.ts';
export * from './model/rating.ts';
export type * from './model/score.ts';
export * from './model/step.ts';
export * from './model/time.ts';
export { alignmentCycle } from './score/alignment.ts';
export { type Curve, scoreOnCurve } from './score/curve.ts';
export { type CurveReading, curveOf } from './score/curve-of.ts';
export {
  type DocumentReading,
  type DocumentScores,
  type NodeReport,
  scoreDocument,
} from './score/document/score-document.ts';
export { isClockUnit, secondsOf } from './score/duration.ts';
export {
  blendOf,
  type Cell,
  type Consequence,
  defaultMatrix,
  type Matrix,
  matrixFaults,
  overallOf,
} from './score/methods/matrix.ts';
export { displayScore, outcomeOf } from './score/outcome.ts';
export { defaultGroupRules, type GroupRule } from './score/raters/group-rules.ts';
export { type ItemFigures, rateItem } from './score/raters/rate-item.ts';
export { type MethodItem, type MethodsScore, scoreMethods } from './score/raters/score-methods.ts';
export {
  type ComponentScoring,
  type OrganisationScoring,
  scoreComponent,
  scoreOrganisation,
} from './score/score-component.ts';
export { addScoreVersion, type ScoreVersion } from './score/score-versions.ts';
export { scoreWithParts } from './score/score-with-parts.ts';
export { acceptedEvents } from './statechart/accepted-events.ts';
export { advance } from './statechart/advance.ts';
export type { CompiledCycle } from './statechart/chart/compiled-cycle.ts';
export { compileCycle } from './statechart/compile-cycle.ts';
export { describeTransitions, type TransitionDescription } from './statechart/describe-transitions.ts';
export { cycleJsonSchema } from './statechart/document/cycle-json-schema.ts';
export { formatCycle } from './statechart/document/format-cycle.ts';
export { type ParsedCycle, parseCycle } from './statechart/document/parse-cycle.ts';
export { type NewPlan, startPlan } from './statechart/start-plan.ts';
export { isRelation } from './statechart/step/resolve-assignee.ts';
export { structuralFaults } from './statechart/structure/structural-faults.ts';
export { addSpan } from './time/add-span.ts';
export { canonicalInstant, daysBetween, isZone, localDateOf, startOfDay } from './time/instant.ts';
export { isSpan } from './time/span.ts';
