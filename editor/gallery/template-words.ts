// What the templates are called and what they are for, in the language of the page. The rest of a document is as its author
// wrote it.
import type { Cycle } from '../../engine/index.ts';
import { t } from '../language/index.ts';

type Said = Required<Pick<Cycle, 'name' | 'description'>>;

export const templateWords: Readonly<Record<string, Said>> = {
  'organisation-loop': {
    name: t('Organisation performance loop'),
    description: t(
      'Plan, observe, measure, appraise, then reward or intervene, and round again until every goal of the plan is met. For any component: the whole organisation, a department, a team, a process, a person. One launch covers many components; each goes through in its own plan.',
    ),
  },
  'annual-appraisal': {
    name: t('Annual appraisal with calibration'),
    description: t(
      'A year of quarterly talks, a self-review, the manager’s rating, calibration across teams, release by HR, and time to disagree before anything follows from it.',
    ),
  },
  'quarterly-okr': {
    name: t('Quarterly OKR review'),
    description: t(
      'Objectives and key results for a team, one quarter at a time: draft, align, check in every week, grade, learn. A conversation about results; nothing here is tied to pay.',
    ),
  },
  probation: {
    name: t('Probation 30 / 60 / 90'),
    description: t(
      'The first ninety days of a new colleague: a plan in the first week, a conversation at 30, 60 and 90 days, support when it is needed, and a decision that is never made by silence. The period of the plan starts on the first day of work.',
    ),
  },
  'feedback-360': {
    name: t('360 feedback for development'),
    description: t(
      'What colleagues, reports and the manager see, told apart by no one and shown first to the person it is about. For development only: no rating, no pay.',
    ),
  },
  'improvement-plan': {
    name: t('Performance improvement plan'),
    description: t(
      'Notice, help and a fair time to improve, with a check-in every week. A manager alone can never end it badly: HR reviews the notice, and another official decides after a reply.',
    ),
  },
  'sales-quota': {
    name: t('Monthly sales quota'),
    description: t(
      'A quota signed before the month begins, deals booked as they close, a window to dispute the numbers, and commission paid once. Margin guards it: sales that cost more than they bring do not count.',
    ),
  },
  'continuous-check-in': {
    name: t('Continuous check-in'),
    description: t(
      'A short talk every two weeks between two people, with actions that are followed up. No ratings; what is said stays between the two, and only missed talks are counted.',
    ),
  },
  'department-scorecard': {
    name: t('Department scorecard'),
    description: t(
      'A balanced scorecard: numbers every month, a review every quarter, targets every year. A measure that is below gets an initiative, or a risk that the sponsor accepts.',
    ),
  },
  'mid-cycle-change': {
    name: t('Mid-cycle change'),
    description: t(
      'Runs beside the other cycles and ends with them: a new manager gets a hand-over, a move closes one segment and opens the next, a change of goals needs its reason and a signature, leave waits. What comes while it is busy waits its turn.',
    ),
  },
  'process-review': {
    name: t('Process review on service levels'),
    description: t(
      'Watches a process. A broken service level is looked into within a day, its cause is found, and the action is checked against the next two months of numbers.',
    ),
  },
  'team-health': {
    name: t('Team and project health'),
    description: t(
      'A short anonymous survey, a readout by the team itself, at most three actions, and a look again. It never rates people.',
    ),
  },
};

/** A draft that is made of it says the same: what a person begins with is in their language elsewhere too. */
export const inWords = (template: Cycle): Cycle => ({ ...template, ...templateWords[template.id] });
