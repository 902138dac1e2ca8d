// The engine's only door. Everything here is pure: no clock, no I/O, no randomness.

export { asItStands, differencesToAgree } from './agreement/agreed-content.ts';
export { type WeightFault, weightFaults, weightFindings } from './agreement/weight-faults.ts';
export { type Foreseen, foreseeGroups } from './anonymity/foresee-groups.ts';
export {
  type Anonymity,
  type AnswerPromise,
  anonymities,
  promiseOf,
  promisesNoNames,
  toAnonymity,
} from './anonymity/promise.ts';
export { type AnswersOfRound, type GivenAnswer, showAnswers } from './anonymity/show-answers.ts';
export { type AnswerGroup, shownGroups } from './anonymity/shown-groups.ts';
export {
  answersHeld,
  othersMayRead,
  type RoundLine,
  roundEndedAt,
  roundsAsked,
} from './calibration/answers-of-rounds.ts';
export { checkRound, findingsFor } from './calibration/check-round.ts';
export { decideTogether, type RatingDecision } from './calibration/decide-together.ts';
export { ENOUGH_IN_GROUP, type GroupFigures, groupFigures, isLessFavourable } from './calibration/groups.ts';
export { type RaterFigures, raterFigures } from './calibration/rater-figures.ts';
export {
  type Held,
  heldBack,
  isJudging,
  type ReleaseLine,
  type ReleaseRules,
  releaseRules,
  releasesIn,
} from './calibration/release.ts';
export * from './calibration/round.ts';
export { type CheckContext, checkCycle } from './check/check-cycle.ts';
export { type CheckCode, checkCodes } from './check/codes.ts';
export { cyclesStarted } from './check/cycles-started.ts';
export { applyFix, type FixedCycle } from './check/fixes/apply-fix.ts';
export { decisionRenames } from './check/fixes/decision-renames.ts';
export { typeRenames, typeUses } from './check/fixes/type-uses.ts';
export { checkGoals, checkGoalsTogether } from './check/goals/check-goals.ts';
export { type Reached, reachedOver } from './check/goals/reached-before.ts';
export type { GoalRecord, GoalsToCheck, MeasureRecord } from './check/goals/records.ts';
export { asksPerfection } from './check/goals/standard-rules.ts';
export { purposeOf } from './check/tasks-of.ts';
export { behavesAlike, compareCycles, countAspects } from './compare/compare-cycles.ts';
export { comparePlanDocuments, type PlanDocument } from './compare/compare-plan-documents.ts';
export type { Aspect, Difference, DifferenceKind } from './compare/difference.ts';
export { renameInCycle } from './compare/rename-in-cycle.ts';
export { delimiterOf } from './csv/delimiter-of.ts';
export { csvFile, toCsv } from './csv/to-csv.ts';
export { type CellToCheck, checkCell } from './decision/check-cell.ts';
export type { Moment } from './decision/clock-functions.ts';
export {
  compileCycleDecisions,
  decisionModelOf,
  decisionNames,
  typesOfDecisions,
} from './decision/cycle-decisions.ts';
export { type Decided, decide } from './decision/decide.ts';
export { type TriedTable, tryTable } from './decision/try-table.ts';
export { type DecisionsFromDmn, decisionsFromDmn, decisionsToDmn } from './decision/xml/cycle-dmn.ts';
export type { DmnVersion } from './decision/xml/export-dmn.ts';
export { checkExpression, freeNames, typesOfScope } from './expression/check-expression.ts';
export { type Checked, type CheckOptions, checkFeel } from './expression/check-feel.ts';
export {
  type CompiledFeel,
  type CompileOptions,
  compileFeel,
  type FeelProgram,
  type FeelResult,
  type FeelWarning,
} from './expression/compile-feel.ts';
export { checkExpressionOver, evaluateWith } from './expression/evaluate-with.ts';
export { type FunctionSignature, functionNames, functionSignatures } from './expression/functions.ts';
export { type Evaluated, type Evaluator, makeEvaluator } from './expression/make-evaluator.ts';
export { type ScopeName, scopeNames } from './expression/scope.ts';
export { splitTests } from './expression/split-tests.ts';
export type { Finding } from './expression/syntax/parse-feel.ts';
export { describeType, type FeelType } from './expression/types/feel-type.ts';
export { type FeelBudget, makeBudget } from './expression/value/budget.ts';
export { entriesOf, entryOf, type FeelContext, makeContext } from './expression/value/context.ts';
export type * from './expression/value/feel.ts';
export { fromFeel, toFeel } from './expression/value/json.ts';
export { FeelNumber, isNumber, numberOf } from './expression/value/number.ts';
export { type CheckedResult, checkResult, formFault } from './forms/check-result.ts';
export type { FormIssue } from './forms/patterns.ts';
export type { Exported } from './interchange/export-result.ts';
export type { Imported, ImportProblem } from './interchange/import-result.ts';
export { exportMermaid } from './interchange/mermaid/export-mermaid.ts';
export { exportScxml } from './interchange/scxml/export-scxml.ts';
export { importScxml, type ScxmlOptions } from './interchange/scxml/import-scxml.ts';
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
export {
  changesVersion,
  migratedEvent,
  type StayLine,
  type Stays,
  staysOf,
  undoneEvent,
} from './migrate/stays.ts';
export { undoMigration } from './migrate/undo-migration.ts';
export {
  type Action,
  actionSchema,
  assigneeSchema,
  eventDescriptorSchema,
  eventTypeSchema,
} from './model/action.ts';
export type { AgreedVersion, Agreement } from './model/agreed-version.ts';
export * from './model/calendar.ts';
export * from './model/component.ts';
export * from './model/cycle.ts';
export * from './model/decision.ts';
export type * from './model/effect.ts';
export type * from './model/event.ts';
export { vacantPost } from './model/event.ts';
export type * from './model/facts.ts';
export * from './model/forms.ts';
export * from './model/goal.ts';
export { grouped } from './model/grouped.ts';
export * from './model/ids.ts';
export { inPlainWords } from './model/in-plain-words.ts';
export * from './model/json.ts';
export * from './model/measure.ts';
export { nearest } from './model/nearest.ts';
export * from './model/organisation.ts';
export type * from './model/plan.ts';
export type * from './model/problem.ts';
export * from './model/rating.ts';
export type * from './model/recorded-step.ts';
export * from './model/scenario.ts';
export type * from './model/score.ts';
export * from './model/simulation.ts';
export * from './model/simulation-result.ts';
export * from './model/step.ts';
export * from './model/time.ts';
export {
  type ComponentPick,
  type ComponentPicks,
  isBranchPicked,
  isPicked,
  readPicks,
} from './organisation/picks.ts';
export {
  type Answerable,
  distinctPeople,
  holderOf,
  lineOfManagers,
  managerLevel,
} from './organisation/relations.ts';
export {
  hasTwoSides,
  isDecision,
  isForOthers,
  isJudgedTwice,
  isOwnRating,
  isPersonal,
  type LentSight,
  type NamedSubstitute,
  type Presence,
  type Seat,
  sightLentBy,
  type TaskKind,
  taskKindOf,
  taskKinds,
  type Work,
  type WorkInPlan,
  whoWorks,
} from './organisation/stand-ins.ts';
export { compareReplay, type Ending, type ReplayVerdict } from './replay/compare-replay.ts';
export {
  type Judged,
  judgeInParts,
  judgePlan,
  partingOf,
  type Verdict,
  type VerdictKind,
  verdictKinds,
} from './replay/judge-plan.ts';
export type { RecordedPlan } from './replay/recorded-plan.ts';
export { type Replayed, replayPlan } from './replay/replay-plan.ts';
export { sayVerdict, type Told, type VerdictTeller, type VerdictWords } from './replay/words.ts';
export { checkScenarios, scenarioFaults } from './scenario/check-scenarios.ts';
export type { Coverage, Covered } from './scenario/coverage.ts';
export { type Play, type Played, playStep } from './scenario/play.ts';
export { askPlay, askValue, beginRehearsal, nextInstant } from './scenario/rehearse.ts';
export { type CycleTest, type Mutants, type MutationScore, testCycle } from './scenario/test-cycle.ts';
export { isLongLeave, joinedLeaves } from './score/activity.ts';
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
export { type AppraisedRound, changeSince, followUp } from './score/follow-up.ts';
export {
  blendOf,
  type Cell,
  type Consequence,
  defaultMatrix,
  type Matrix,
  matrixFaults,
  overallOf,
} from './score/methods/matrix.ts';
export { inForce } from './score/observed.ts';
export { displayScore, outcomeOf } from './score/outcome.ts';
export type { Progress } from './score/progress.ts';
export { type MeasureProgress, progressReport } from './score/progress-report.ts';
export { defaultGroupRules, defaultOthersRule, type GroupRule } from './score/raters/group-rules.ts';
export { type ItemFigures, rateItem } from './score/raters/rate-item.ts';
export { type MethodItem, type MethodsScore, scoreMethods } from './score/raters/score-methods.ts';
export {
  type ComponentScoring,
  type OrganisationScoring,
  type ScoredOrganisation,
  scoreComponent,
  scoreOrganisation,
  scoringOrganisation,
} from './score/score-component.ts';
export { addScoreVersion, figuresChanged, type ScoreVersion } from './score/score-versions.ts';
export { scoreWithParts } from './score/score-with-parts.ts';
export { versionsIn } from './score/segments/cut-by-agreement.ts';
export type { Station } from './score/segments/trees-over-time.ts';
export { finish, type Slices } from './score/slices.ts';
export { type FormChoice, fillForm, formChoices } from './simulate/choices.ts';
export { type LearnedLine, learnAssumptions } from './simulate/learn-assumptions.ts';
export { makeOrganisation } from './simulate/make-organisation.ts';
export type { SimulatedComponent, SimulatedOrganisation } from './simulate/organisation.ts';
export { type Simulation, simulate } from './simulate/simulate.ts';
export { acceptedEvents, isAwaited, isHeard } from './statechart/accepted-events.ts';
export { advance } from './statechart/advance.ts';
export { type CompletedTask, canReopen, type KeptShut } from './statechart/can-reopen.ts';
export type { CompiledCycle } from './statechart/chart/compiled-cycle.ts';
export { compileCycle } from './statechart/compile-cycle.ts';
export { type AskedTransition, describeTransitions } from './statechart/describe-transitions.ts';
export { cycleJsonSchema } from './statechart/document/cycle-json-schema.ts';
export { formatCycle } from './statechart/document/format-cycle.ts';
export { type ParsedCycle, parseCycle } from './statechart/document/parse-cycle.ts';
export { exportXState } from './statechart/machine-json/export-xstate.ts';
export { importXState } from './statechart/machine-json/import-xstate.ts';
export { type NewPlan, startPlan } from './statechart/start-plan.ts';
export { taskReopened } from './statechart/step/reopen-task.ts';
export { isRelation } from './statechart/step/resolve-assignee.ts';
export { structuralFaults } from './statechart/structure/structural-faults.ts';
export { timerIdOf } from './statechart/structure/transitions.ts';
export { addSpan } from './time/add-span.ts';
export { periodAround } from './time/cadences.ts';
export { addDays, addSpans } from './time/days.ts';
export { atHour, canonicalInstant, daysBetween, isZone, localDateOf, startOfDay } from './time/instant.ts';
export { countsWorkingDays, recounted } from './time/recount.ts';
export { isSpan } from './time/span.ts';
export { workingDaysBetween } from './time/working-days.ts';
export { type Discretion, discretionOf } from './why/answers.ts';
export { explainPlan, type Why, type WhyLink } from './why/explain-plan.ts';
export { sayLink, type WhyNames, type WhyWords } from './why/words.ts';
export {
  type Advice,
  type NamedPerson,
  type WordingDraft,
  type WordingRule,
  wordingRules,
} from './wording/advice.ts';
export { groupWords } from './wording/lexicon-of-groups.ts';
export { loadWording } from './wording/load-wording.ts';
export { type Said, type Subject, saidIn, subjectOf } from './wording/said-in.ts';
