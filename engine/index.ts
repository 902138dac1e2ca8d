// The engine's only door. Everything here is pure: no clock, no I/O, no randomness.
export { type CheckContext, checkCycle } from './check/check-cycle.ts';
export { behavesAlike, compareCycles, countAspects } from './compare/compare-cycles.ts';
export { comparePlanDocuments, type PlanDocument } from './compare/compare-plan-documents.ts';
export type { Aspect, Difference, DifferenceKind } from './compare/difference.ts';
export { renameInCycle } from './compare/rename-in-cycle.ts';
export type { Finding } from './expression/analyse-expression.ts';
export { checkExpression, freeNames } from './expression/check-expression.ts';
export { checkExpressionOver, evaluateWith } from './expression/evaluate-with.ts';
export { functionNames } from './expression/functions.ts';
export { type Evaluator, makeEvaluator } from './expression/make-evaluator.ts';
export { type ScopeName, scopeNames } from './expression/scope.ts';
export { type CheckedResult, checkResult, formFault } from './forms/check-result.ts';
export type { FormIssue } from './forms/patterns.ts';
export {
  type InstantPolicy,
  instantPolicies,
  type MigrationMapping,
  migrationJsonSchema,
  migrationMappingSchema,
} from './migrate/mapping.ts';
export { type LivePlan, migratePlan } from './migrate/migrate-plan.ts';
export type * from './migrate/plan-migration.ts';
export { type MappingProblem, type Migration, prepareMigration } from './migrate/prepare-migration.ts';
export { migratedEvent, type StayLine, type Stays, staysOf, undoneEvent } from './migrate/stays.ts';
export { undoMigration } from './migrate/undo-migration.ts';
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
export type * from './model/score.ts';
export * from './model/step.ts';
export * from './model/time.ts';
export { alignmentCycle } from './score/alignment.ts';
export { type Curve, scoreOnCurve } from './score/curve.ts';
export { type CurveReading, curveOf } from './score/curve-of.ts';
export { type Measurement, measurementOf } from './score/measurement.ts';
export { displayScore, outcomeOf } from './score/outcome.ts';
export { type ComponentInTree, rollUpComponents } from './score/roll-up.ts';
export { type ComponentScoring, scoreComponent } from './score/score-component.ts';
export { type ComponentPlace, scoreWithParts } from './score/score-with-parts.ts';
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
