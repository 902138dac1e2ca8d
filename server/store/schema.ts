// The tables, one interface each. Both dialects share them: text for ids, instants and JSON
// (instants in one fixed UTC form, so that their order as text is their order in time), integers for flags.
import type { Generated, Kysely } from 'kysely';
import type { Purpose } from '../../engine/index.ts';
import type { AdminSchema } from './schema-admin.ts';
import type { DeliveryAttemptRow, DeliveryRow, SubscriptionRow } from './schema-deliveries.ts';
import type {
  AnswerOpeningRow,
  FeedbackReplyRow,
  FeedbackRequestRow,
  FeedbackRow,
  RewardBudgetRow,
  RewardTable,
  RewardThanksRow,
} from './schema-exchange.ts';
import type { InboxSchema } from './schema-inbox.ts';
import type { PlanSignatureRow, PlanVersionRow } from './schema-plan-versions.ts';

export type {
  FeedbackReplyRow,
  FeedbackRequestRow,
  FeedbackRow,
  RewardBudgetRow,
  RewardRow,
} from './schema-exchange.ts';

import type { AttributeRow, PersonAttributeRow } from './schema-attributes.ts';
import type {
  CalibrationMemberRow,
  CalibrationSessionRow,
  RaterChangeRow,
  RatingReleaseRow,
} from './schema-ratings.ts';
import type { WordingReferralRow, WrittenTextRow } from './schema-wording.ts';

type Flag = 0 | 1;
/** JSON as text; parsed in the queries, nowhere else. */
type JsonText = string;

export interface ComponentRow {
  id: string;
  kind: string;
  name: string;
  parentId: string | null;
  ownerId: string | null;
  managerId: string | null;
  secondManagerId: string | null;
  zone: string | null;
  holidayRegion: string | null;
  activeFrom: string | null;
  activeTo: string | null;
  createdAt: string;
}
/** A component as it was from an instant on. */
export interface ComponentVersionRow extends Omit<ComponentRow, 'id' | 'createdAt'> {
  seq: Generated<number>;
  componentId: string;
  at: string;
  changedBy: string;
}
export interface PersonRow {
  id: string;
  name: string;
  email: string;
  roles: JsonText;
  createdAt: string;
}
/** When somebody is away, by their own days; `startsAt` and `endsAt` are those days in their zone. */
export interface AbsenceRow {
  id: string;
  personId: string;
  startsOn: string;
  /** The last day; null when they have left for good. */
  endsOn: string | null;
  startsAt: string;
  endsAt: string | null;
  substituteId: string | null;
  /** The reason, which only the person and HR read. */
  kind: string | null;
  /** planned, under-way, ended or withdrawn. */
  state: string;
  /** The plans of what the person owns have heard that it started, and not yet that it ended. */
  told: Flag;
  createdAt: string;
  createdBy: string;
  settledAt: string | null;
  settledBy: string | null;
}
/** Whom somebody has named for good to work tasks in their place. */
export interface StandInRow {
  id: string;
  personId: string;
  substituteId: string;
  /** Also while the person is there. */
  always: Flag;
  /** Null: for every kind of task. */
  kind: string | null;
  createdAt: string;
  createdBy: string;
}
/** Goals and measures are stored as their document; the columns are what is searched. */
export interface GoalRow {
  id: string;
  componentId: string;
  version: number;
  document: JsonText;
  updatedAt: string;
}
export interface MeasureRow {
  id: string;
  goalId: string;
  componentId: string;
  version: number;
  document: JsonText;
  updatedAt: string;
}
export interface ObservationRow {
  id: string;
  measureId: string;
  componentId: string;
  periodStart: string;
  periodEnd: string;
  status: string;
  supersedes: string | null;
  document: JsonText;
  at: string;
}
/** A goal as it was from an instant on. */
export interface GoalVersionRow extends Pick<GoalRow, 'componentId' | 'document'> {
  seq: Generated<number>;
  goalId: string;
  at: string;
  /** 1: found when the record of goals began, so that what it was before is not known. */
  carried: Generated<number>;
}
/** A measure as it was from an instant on. */
export interface MeasureVersionRow extends Omit<GoalVersionRow, 'goalId'> {
  measureId: string;
  goalId: string;
}
/** Published cycle versions are immutable; drafts are files. */
export interface CycleVersionRow {
  cycleId: string;
  version: number;
  name: string;
  hash: string;
  document: JsonText;
  note: string;
  publishedAt: string;
  publishedBy: string;
}
export interface PlanRow {
  id: string;
  componentId: string;
  cycleId: string;
  version: number;
  launchId: string | null;
  status: string;
  /** JSON array of the active stages, for listing and filtering. */
  stage: JsonText;
  outcome: string | null;
  score: number | null;
  coverage: number | null;
  round: number;
  ending: string | null;
  revision: number;
  /** The engine's Plan, whole. */
  state: JsonText;
  startedAt: string;
  movedAt: string;
  /** The `seq` of its last line in the history. */
  lastLine: number | null;
}
/** Every event that a plan has taken, once. A second one with the same id finds its answer here. */
export interface InboxRow {
  planId: string;
  eventId: string;
  revision: number;
}
export interface HistoryRow {
  seq: Generated<number>;
  planId: string;
  revision: number;
  at: string;
  actor: string;
  eventId: string;
  eventType: string;
  event: JsonText;
  stageLeft: JsonText;
  stageEntered: JsonText;
  /** JSON Pointers into the cycle document. */
  transitions: JsonText;
  /** The guards that the step asked, with what they looked at. */
  asked: JsonText;
  stage: JsonText;
  /** The step's effects, whole: with the columns below the answer that its sender was given. */
  effects: JsonText;
  status: string;
  round: number;
  outcome: string | null;
  score: number | null;
  coverage: number | null;
  /** The `seq` of the plan's line before it. */
  previous: number | null;
}
export interface ScoreRow {
  planId: string;
  revision: number;
  round: number;
  score: number | null;
  at: string;
  document: JsonText;
}
export interface TaskRow {
  id: string;
  planId: string;
  componentId: string;
  key: string;
  activation: number;
  stage: string;
  title: string;
  description: string | null;
  form: JsonText;
  /** What it is for; null for a form of the cycle's own that does not say it. */
  purpose: Purpose | null;
  /** all, any, or a number: how many of the tasks with this plan, key and activation must be completed. */
  complete: JsonText;
  relation: string;
  assigneeId: string | null;
  /** The overdue task that this one was opened in addition to; either of the two completes it. */
  standsFor: string | null;
  /** Who passed it on to the assignee. */
  delegatedBy: string | null;
  /** Whose it is, while the assignee stands in for them. */
  onBehalfOf: string | null;
  state: string;
  openedAt: string;
  dueAt: string | null;
  completedAt: string | null;
  completedBy: string | null;
  result: JsonText | null;
  /** For whom raters answer, and under which promise; null when the task asks no rater. */
  raterGroup: string | null;
  threshold: number | null;
  anonymity: string | null;
}
/** What a person has typed into a task and not handed in. */
export interface TaskDraftRow {
  taskId: string;
  personId: string;
  planId: string;
  key: string;
  content: JsonText;
  revision: number;
  savedAt: string;
}
export interface TaskCommentRow {
  id: string;
  taskId: string;
  at: string;
  authorId: string;
  text: string;
}
/** What happens at an instant: a stage's timer, or a task's overdue mark, reminder or escalation. */
export interface TimerRow {
  id: string;
  planId: string;
  kind: string;
  name: string;
  activation: number;
  dueAt: string;
  data: JsonText;
}
export interface IncidentRow {
  id: string;
  planId: string;
  at: string;
  eventType: string;
  event: JsonText;
  actor: string;
  code: string;
  message: string;
  state: string;
  settledAt: string | null;
  settledBy: string | null;
  /** Why it was settled so; none where it was before reasons were asked for. */
  reason: string | null;
}
export interface LaunchRow {
  id: string;
  cycleId: string;
  version: number;
  periodStart: string;
  periodEnd: string;
  variables: JsonText;
  /** The plan that asked for it, when a cycle started another. */
  originPlanId: string | null;
  /** Also for components that have an active plan of the cycle. */
  again: Flag;
  /** named, confidential or anonymous: how raters answer in its plans. Never changed. */
  anonymity: Generated<string>;
  status: string;
  total: number;
  createdAt: string;
  createdBy: string;
  finishedAt: string | null;
}
export interface LaunchItemRow {
  launchId: string;
  position: number;
  componentId: string;
  state: string;
  planId: string | null;
  problem: string | null;
}
/** Plans taken from one version of their cycle to another. */
export interface MigrationRow {
  id: string;
  cycleId: string;
  fromVersion: number;
  toVersion: number;
  mapping: JsonText;
  dryRun: Flag;
  status: string;
  total: number;
  /** None of a rehearsal, or where it was before reasons were asked for. */
  reason: string | null;
  createdAt: string;
  createdBy: string;
  finishedAt: string | null;
  undoneAt: string | null;
  undoneBy: string | null;
}
export interface MigrationItemRow {
  migrationId: string;
  position: number;
  planId: string;
  state: string;
  /** Of the plan, once it is migrated. */
  revision: number | null;
  report: JsonText | null;
  /** What takes the migration back: the plan and the rows as they were. */
  before: JsonText | null;
  undoState: string | null;
  undoProblem: string | null;
}
/** Candidate versions that go beside live plans; their effects are nobody's. */
export interface ShadowRow {
  id: string;
  cycleId: string;
  /** draft, version or document. */
  candidate: string;
  version: number | null;
  document: JsonText;
  startedAt: string;
  startedBy: string;
  endedAt: string | null;
  endedBy: string | null;
  /** The history is known up to this line. */
  seenSeq: number;
}
export interface PublishRequestRow {
  id: string;
  cycleId: string;
  name: string;
  document: JsonText;
  hash: string;
  note: string;
  /** waiting, approved, returned or withdrawn. */
  state: string;
  requestedAt: string;
  requestedBy: string;
  decidedAt: string | null;
  decidedBy: string | null;
  reason: string | null;
  /** Of the cycle, once it is published. */
  version: number | null;
}
export interface ShadowVerdictRow {
  shadowId: string;
  planId: string;
  /** Of the plan, when it was looked at; 0 when it was not yet. */
  revision: number;
  verdict: string;
  report: JsonText | null;
  judgedAt: string | null;
  /** When it is to be looked at again; null: once the plan has changed. */
  nextAt: string | null;
}
export interface InterventionRow {
  id: string;
  planId: string;
  componentId: string;
  key: string;
  title: string;
  cause: string | null;
  /** Why the one who began it thinks so, and what is done to help. */
  analysis: string | null;
  support: string | null;
  at: string;
}
export interface NotificationRow {
  id: string;
  personId: string;
  planId: string | null;
  /** The request to publish that it is about. */
  requestId: string | null;
  /** The screen that it leads to when it is about no plan: feedback or recognition. */
  place: string | null;
  message: string;
  at: string;
  readAt: string | null;
}
export interface SourceRow {
  id: string;
  name: string;
  secret: string;
  mapping: JsonText;
  active: Flag;
  createdAt: string;
}
export interface SourceMessageRow {
  sourceId: string;
  messageId: string;
  at: string;
  effect: JsonText;
}
/** One line per change that a screen may want to hear of; the id of a server-sent event is its seq. */
export interface FeedRow {
  seq: Generated<number>;
  at: string;
  type: string;
  planId: string | null;
  componentId: string | null;
  personId: string | null;
  data: JsonText;
  /** 1: it tells of what scores rest on. */
  movesScores: number | null;
}
export interface AuditRow {
  seq: Generated<number>;
  at: string;
  actor: string;
  action: string;
  resource: string;
  detail: JsonText;
  prevHash: string;
  hash: string;
}
export interface IdempotencyRow {
  actor: string;
  route: string;
  key: string;
  bodyHash: string;
  status: number;
  answer: string;
  at: string;
}
export interface SettingRow {
  name: string;
  value: JsonText;
}
/** The tables of sign-in, which better-auth works on: a person's id is the user's. */
export interface ImportRow {
  id: string;
  createdAt: string;
  createdBy: string;
  dryRun: Flag;
  /** running, done or refused. */
  status: string;
  /** The request's body, as long as it is not worked off. */
  wish: JsonText;
  progress: JsonText | null;
  report: JsonText | null;
}
export interface AuthUserRow {
  id: string;
  name: string;
  email: string;
  emailVerified: Flag;
  image: string | null;
  createdAt: string;
  updatedAt: string;
}
export interface AuthSessionRow {
  id: string;
  userId: string;
  createdAt: string;
  expiresAt: string;
}
export interface AuthAccountRow {
  id: string;
  accountId: string;
  providerId: string;
  userId: string;
  password: string | null;
  createdAt: string;
  updatedAt: string;
}

export interface Schema extends InboxSchema, AdminSchema {
  components: ComponentRow;
  componentVersions: ComponentVersionRow;
  people: PersonRow;
  attributes: AttributeRow;
  personAttributes: PersonAttributeRow;
  absences: AbsenceRow;
  standIns: StandInRow;
  goals: GoalRow;
  goalVersions: GoalVersionRow;
  measures: MeasureRow;
  measureVersions: MeasureVersionRow;
  observations: ObservationRow;
  cycleVersions: CycleVersionRow;
  plans: PlanRow;
  planVersions: PlanVersionRow;
  planSignatures: PlanSignatureRow;
  inbox: InboxRow;
  history: HistoryRow;
  scores: ScoreRow;
  tasks: TaskRow;
  taskComments: TaskCommentRow;
  taskDrafts: TaskDraftRow;
  timers: TimerRow;
  incidents: IncidentRow;
  imports: ImportRow;
  launches: LaunchRow;
  launchItems: LaunchItemRow;
  migrations: MigrationRow;
  migrationItems: MigrationItemRow;
  shadows: ShadowRow;
  shadowVerdicts: ShadowVerdictRow;
  publishRequests: PublishRequestRow;
  rewards: RewardTable;
  rewardThanks: RewardThanksRow;
  rewardBudgets: RewardBudgetRow;
  interventions: InterventionRow;
  ratingReleases: RatingReleaseRow;
  raterChanges: RaterChangeRow;
  calibrationSessions: CalibrationSessionRow;
  calibrationMembers: CalibrationMemberRow;
  writtenTexts: WrittenTextRow;
  wordingReferrals: WordingReferralRow;
  notifications: NotificationRow;
  feedback: FeedbackRow;
  answerOpenings: AnswerOpeningRow;
  feedbackReplies: FeedbackReplyRow;
  feedbackRequests: FeedbackRequestRow;
  sources: SourceRow;
  sourceMessages: SourceMessageRow;
  subscriptions: SubscriptionRow;
  deliveries: DeliveryRow;
  deliveryAttempts: DeliveryAttemptRow;
  feed: FeedRow;
  audit: AuditRow;
  idempotency: IdempotencyRow;
  settings: SettingRow;
  authUsers: AuthUserRow;
  authSessions: AuthSessionRow;
  authAccounts: AuthAccountRow;
}

/** What a query needs: the database, inside or outside a transaction. */
export type Db = Kysely<Schema>;
