// The names of what the server says, taken from its own schemas.
import type { z } from 'zod';
import type * as absences from '../../../server/routes/wire/absences.ts';
import type * as admin from '../../../server/routes/wire/admin.ts';
import type * as attributes from '../../../server/routes/wire/attributes.ts';
import type * as automations from '../../../server/routes/wire/automations.ts';
import type * as boards from '../../../server/routes/wire/boards.ts';
import type * as calibrations from '../../../server/routes/wire/calibrations.ts';
import type * as cycles from '../../../server/routes/wire/cycles.ts';
import type * as feedback from '../../../server/routes/wire/feedback.ts';
import type * as followUps from '../../../server/routes/wire/follow-ups.ts';
import type * as inbox from '../../../server/routes/wire/inbox.ts';
import type * as migrations from '../../../server/routes/wire/migrations.ts';
import type * as organisation from '../../../server/routes/wire/organisation.ts';
import type * as planVersions from '../../../server/routes/wire/plan-versions.ts';
import type * as plans from '../../../server/routes/wire/plans.ts';
import type * as publishing from '../../../server/routes/wire/publish-requests.ts';
import type * as reports from '../../../server/routes/wire/reports.ts';
import type * as rewards from '../../../server/routes/wire/rewards.ts';
import type * as setup from '../../../server/routes/wire/setup.ts';
import type * as tasks from '../../../server/routes/wire/tasks.ts';

type Wire<Schema extends z.ZodType> = z.output<Schema>;
type Given<Schema extends z.ZodType> = z.input<Schema>;

export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}
export type Me = Wire<typeof organisation.meWire>;
export type NewPerson = Given<typeof organisation.newPersonWire>;
export type Assignees = Wire<typeof organisation.assigneesWire>;
export type Organisation = Wire<typeof organisation.organisationWire>;
export type ComponentVersion = Wire<typeof organisation.componentVersionWire>;
export type ComponentCalendar = Wire<typeof organisation.componentCalendarWire>;
export type HolidayRegions = Wire<typeof organisation.holidayRegionsWire>;
export type ChangePreview = Wire<typeof organisation.changePreviewWire>;
export type WhatWouldMove = Wire<typeof organisation.whatIfWire>;
export type NewComponent = Given<typeof organisation.newComponentWire>;
export type NewObservation = Given<typeof organisation.newObservationWire>;

export type PlanItem = Wire<typeof plans.planListItemWire>;
export type PlansPage = Wire<typeof plans.plansPageWire>;
export type PlansTogether = NonNullable<PlansPage['groups']>[number];
export type PlanDetail = Wire<typeof plans.planDetailWire>;
export type PlanScore = Wire<typeof plans.planScoreWire>;
export type PlanVersion = Wire<typeof planVersions.planVersionWire>;
export type PlanVersions = Wire<typeof planVersions.planVersionsWire>;
export type PlanProgress = Wire<typeof plans.planProgressWire>;
export type PlanWhy = Wire<typeof plans.whyWire>;
export type Wait = Wire<typeof plans.waitWire>;
export type HistoryLine = Wire<typeof plans.historyLineWire>;
export type Task = Wire<typeof plans.taskWire>;
export type TaskDetail = Wire<typeof plans.taskDetailWire>;
export type TaskDrafts = Wire<typeof tasks.taskDraftsWire>;
export type Digest = Wire<typeof inbox.digestWire>;
export type SavedFilter = Wire<typeof inbox.savedFilterWire>;
export type BulkWish = Given<typeof tasks.bulkWire>['wish'];
export type BulkAnswer = Wire<typeof tasks.bulkAnswerWire>;
export type LeftDraft = Wire<typeof tasks.leftDraftWire>;
export type Absence = Wire<typeof absences.absenceWire>;
export type NewAbsence = Given<typeof absences.newAbsenceWire>;
export type StandIn = Wire<typeof absences.standInWire>;
export type NewStandIn = Given<typeof absences.newStandInWire>;
export type Feedback = Wire<typeof feedback.feedbackWire>;
export type NewFeedback = Given<typeof feedback.newFeedbackWire>;
export type Reward = Wire<typeof rewards.rewardWire>;
export type RewardBudget = Wire<typeof rewards.budgetWire> | null;
export type FollowUp = Wire<typeof followUps.followUpsWire>['items'][number];
export type PlanAnswers = Wire<typeof feedback.answersWire>;
export type FeedbackRequest = Wire<typeof feedback.feedbackRequestWire>;
export type NewFeedbackRequest = Given<typeof feedback.newRequestWire>;
export type Incident = Wire<typeof plans.incidentWire>;
export type Notice = Wire<typeof plans.notificationWire>;

export type CycleSummary = Wire<typeof cycles.cycleSummaryWire>;
export type CycleVersion = Wire<typeof cycles.cycleVersionWire>;
export type PublishedCycle = Wire<typeof cycles.publishedCycleWire>;
export type Present = Wire<typeof cycles.presenceWire>['others'][number];
export type PublishRequest = Wire<typeof publishing.publishRequestWire>;
export type PublishRequestDetail = Wire<typeof publishing.publishRequestDetailWire>;
export type Settings = Wire<typeof publishing.settingsWire>;
export type Launch = Wire<typeof cycles.launchWire>;
export type NewLaunch = Given<typeof cycles.newLaunchWire>;
export type LaunchItem = Wire<typeof cycles.launchItemWire>;

export type Calibration = Wire<typeof calibrations.calibrationWire>;
export type CalibrationLine = Calibration['lines'][number];
export type CalibrationFinding = Calibration['findings'][number];

export type Source = Wire<typeof automations.sourceWire>;
export type NewSource = Given<typeof automations.newSourceWire>;
export type MadeSource = Wire<typeof automations.madeSourceWire>;
export type Subscription = Wire<typeof automations.subscriptionWire>;
export type NewSubscription = Given<typeof automations.newSubscriptionWire>;
export type MadeSubscription = Wire<typeof automations.madeSubscriptionWire>;
export type Delivery = Wire<typeof automations.deliveryWire>;
export type DeliveryAttempt = Wire<typeof automations.attemptWire>;
export type EventType = Wire<typeof automations.eventTypesWire>['items'][number];
export type NewImport = Given<typeof automations.newImportWire>;
export type ImportMapping = Given<typeof automations.importMappingWire>;
export type OrganisationMapping = Given<typeof automations.organisationMappingWire>;
export type ImportReport = Wire<typeof automations.importWire>;

export type ApiKey = Wire<typeof admin.apiKeyWire>;
export type Backup = Wire<typeof admin.backupWire>;
export type System = Wire<typeof admin.systemWire>;
export type Retention = Wire<typeof admin.retentionWire>;
export type RetentionCounts = Wire<typeof admin.retentionCountsWire>;
export type AuditLine = Wire<typeof admin.auditLineWire>;
export type AuditTerms = Wire<typeof admin.auditTermsWire>;
export type NewApiKey = Given<typeof admin.newApiKeyWire>;
export type MadeApiKey = Wire<typeof admin.madeApiKeyWire>;

export type Setup = Wire<typeof setup.setupWire>;
export type DemoPerson = Setup['demoPeople'][number];

export type RollUp = Wire<typeof reports.rollUpWire>;
export type RollUpItem = RollUp['items'][number];
export type Board = Wire<typeof boards.boardWire>;
export type BoardRow = Board['rows'][number];
export type Attribute = Wire<typeof attributes.attributeWire>;
export type PersonValue = Wire<typeof attributes.personValueWire>;
export type StageTimes = Wire<typeof reports.stageTimesWire>;
export type StageCounts = Wire<typeof reports.stageCountsWire>;

export type Migration = Wire<typeof migrations.migrationWire>;
export type MigrationReport = Wire<typeof migrations.migrationReportWire>;
export type MigratedPlan = Wire<typeof migrations.migrationItemWire>;
