// Brings a database to the newest shape. Migrations only go forward and are named in order.
import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import * as first from './migrations/0001-first.ts';
import * as signIns from './migrations/0002-sign-ins.ts';
import * as transitionsTaken from './migrations/0003-transitions-taken.ts';
import * as launchAgain from './migrations/0004-launch-again.ts';
import * as superseded from './migrations/0005-observations-superseded.ts';
import * as imports from './migrations/0006-imports.ts';
import * as activeTime from './migrations/0007-active-time.ts';
import * as guardsAsked from './migrations/0008-guards-asked.ts';
import * as planMigrations from './migrations/0009-migrations.ts';
import * as shorterWays from './migrations/0010-shorter-ways.ts';
import * as shadows from './migrations/0011-shadows.ts';
import * as eventsInOrder from './migrations/0012-events-in-order.ts';
import * as publishRequests from './migrations/0013-publish-requests.ts';
import * as componentVersions from './migrations/0014-component-versions.ts';
import * as noticesOfRequests from './migrations/0015-notices-of-requests.ts';
import * as absences from './migrations/0016-absences.ts';
import * as taskDrafts from './migrations/0017-task-drafts.ts';
import * as secondManagers from './migrations/0018-second-managers.ts';
import * as inbox from './migrations/0019-inbox.ts';
import * as digests from './migrations/0020-digests.ts';
import * as planVersions from './migrations/0021-plan-versions.ts';
import * as feedbackExchange from './migrations/0023-feedback-exchange.ts';
import * as promisesAndRewards from './migrations/0024-promises-and-rewards.ts';
import * as attributes from './migrations/0025-attributes.ts';
import * as deliveryAttempts from './migrations/0027-delivery-attempts.ts';
import * as whereListsLook from './migrations/0028-where-lists-look.ts';
import * as ratingReleases from './migrations/0029-rating-releases.ts';
import * as ratersAndSupport from './migrations/0030-raters-and-support.ts';
import * as apiKeys from './migrations/0031-api-keys.ts';
import * as auditSearch from './migrations/0032-audit-search.ts';
import * as mailTemplates from './migrations/0033-mail-templates.ts';
import * as reportMails from './migrations/0034-report-mails.ts';
import * as raterChanges from './migrations/0035-rater-changes.ts';
import * as toldDeadlines from './migrations/0035-told-deadlines.ts';
import * as calendarsAndReasons from './migrations/0037-calendars-and-reasons.ts';
import * as reasonsOfVersions from './migrations/0038-reasons-of-versions.ts';
import * as wording from './migrations/0039-wording.ts';
import * as whatTasksAreFor from './migrations/0040-what-tasks-are-for.ts';
import * as goalVersions from './migrations/0044-goal-versions.ts';
import * as draftsOfRaters from './migrations/0045-drafts-of-raters.ts';
import * as discreetVerdicts from './migrations/0046-discreet-verdicts.ts';
import * as taskReopenings from './migrations/0049-task-reopenings.ts';
import * as calibrationSessions from './migrations/0050-calibration-sessions.ts';
import * as answersOpened from './migrations/0052-answers-opened.ts';
import * as placesInTree from './migrations/0054-places-in-tree.ts';
import * as linesBehindEachOther from './migrations/0057-lines-behind-each-other.ts';
import * as whatMovesScores from './migrations/0058-what-moves-scores.ts';
import * as laterFiguresAndCurrencies from './migrations/0059-later-figures-and-currencies.ts';
import * as whereReportsLook from './migrations/0060-where-reports-look.ts';
import * as whatPlansKeep from './migrations/0062-what-plans-keep.ts';
import * as putOffUntilDone from './migrations/0063-put-off-until-done.ts';
import * as whenTasksWereDue from './migrations/0064-when-tasks-were-due.ts';
import * as decidedTogether from './migrations/0065-decided-together.ts';
import type { Schema } from './schema.ts';

export const migrations: Record<string, Migration> = {
  '0001-first': first,
  '0002-sign-ins': signIns,
  '0003-transitions-taken': transitionsTaken,
  '0004-launch-again': launchAgain,
  '0005-observations-superseded': superseded,
  '0006-imports': imports,
  '0007-active-time': activeTime,
  '0008-guards-asked': guardsAsked,
  '0009-migrations': planMigrations,
  '0010-shorter-ways': shorterWays,
  '0011-shadows': shadows,
  '0012-events-in-order': eventsInOrder,
  '0013-publish-requests': publishRequests,
  '0014-component-versions': componentVersions,
  '0015-notices-of-requests': noticesOfRequests,
  '0016-absences': absences,
  '0017-task-drafts': taskDrafts,
  '0018-second-managers': secondManagers,
  '0019-inbox': inbox,
  '0020-digests': digests,
  '0021-plan-versions': planVersions,
  '0023-feedback-exchange': feedbackExchange,
  '0024-promises-and-rewards': promisesAndRewards,
  '0025-attributes': attributes,
  '0027-delivery-attempts': deliveryAttempts,
  '0028-where-lists-look': whereListsLook,
  '0029-rating-releases': ratingReleases,
  '0030-raters-and-support': ratersAndSupport,
  '0031-api-keys': apiKeys,
  '0032-audit-search': auditSearch,
  '0033-mail-templates': mailTemplates,
  '0034-report-mails': reportMails,
  '0035-rater-changes': raterChanges,
  '0035-told-deadlines': toldDeadlines,
  '0037-calendars-and-reasons': calendarsAndReasons,
  '0038-reasons-of-versions': reasonsOfVersions,
  '0039-wording': wording,
  '0040-what-tasks-are-for': whatTasksAreFor,
  '0044-goal-versions': goalVersions,
  '0045-drafts-of-raters': draftsOfRaters,
  '0046-discreet-verdicts': discreetVerdicts,
  '0049-task-reopenings': taskReopenings,
  '0050-calibration-sessions': calibrationSessions,
  '0052-answers-opened': answersOpened,
  '0054-places-in-tree': placesInTree,
  '0057-lines-behind-each-other': linesBehindEachOther,
  '0058-what-moves-scores': whatMovesScores,
  '0059-later-figures-and-currencies': laterFiguresAndCurrencies,
  '0060-where-reports-look': whereReportsLook,
  '0062-what-plans-keep': whatPlansKeep,
  '0063-put-off-until-done': putOffUntilDone,
  '0064-when-tasks-were-due': whenTasksWereDue,
  '0065-decided-together': decidedTogether,
};

/** @throws when a migration fails; the database is then as it was before it. */
export async function migrate(db: Kysely<Schema>): Promise<void> {
  // Two that were made side by side may reach a database in another order than that of their numbers.
  const migrator = new Migrator({
    ...{ db, provider: { getMigrations: async () => migrations }, allowUnorderedMigrations: true },
  });
  const { error } = await migrator.migrateToLatest();
  if (error) throw new Error('The database could not be brought to the newest shape.', { cause: error });
}
