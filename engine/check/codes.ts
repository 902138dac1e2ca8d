// Every finding that a check can make, by its stable code. The severities are those that it may come with:
// the first is the rule's own, others are for cases in which less is certain or less is at stake.
import type { Severity } from '../model/problem.ts';

export interface CheckCode {
  code: string;
  severities: readonly [Severity, ...Severity[]];
  about: string;
}

const code = (name: string, severities: CheckCode['severities'], about: string): CheckCode => ({
  code: name,
  severities,
  about,
});

const cycleCodes: readonly CheckCode[] = [
  code(
    'CYC-01',
    ['error', 'warning'],
    'Every stage is reached, and from every stage there is a way to an end.',
  ),
  code(
    'CYC-02',
    ['error', 'warning'],
    'No stage waits in silence: something comes due, and then somebody else is asked.',
  ),
  code(
    'CYC-03',
    ['error', 'warning', 'info'],
    'A decision covers every case, no branch is dead, and where two hold the order is said.',
  ),
  code('CYC-04', ['error', 'warning'], 'Every loop has a bound that can be proved.'),
  code(
    'CYC-05',
    ['error', 'warning'],
    'Nobody reads ratings of themselves, or what raters wrote, before they are released.',
  ),
  code('CYC-06', ['error', 'warning'], 'Every task has somebody who gets it, for every component.'),
  code(
    'CYC-07',
    ['error', 'warning'],
    'Nobody rates themselves, decides on their own appeal, or calibrates their own reports alone.',
  ),
  code(
    'CYC-08',
    ['warning'],
    'In a cycle of over four months people exchange feedback once a quarter at least.',
  ),
  code('CYC-09', ['warning'], 'Who is rated was asked to acknowledge the plan ninety days before.'),
  code(
    'CYC-10',
    ['warning'],
    'Before a reward the result can be signed or refused, and disputed for five working days.',
  ),
  code('CYC-11', ['warning'], 'At most three reminders a week, the first before the task is due.'),
  code('CYC-12', ['warning'], 'A self-review is closed or sealed before the manager rates.'),
  code('CYC-13', ['warning'], 'A calibration comes before the release and gives its reason.'),
  code(
    'CYC-14',
    ['warning'],
    'A reward comes after the release and the window for a dispute, and is given once.',
  ),
  code(
    'CYC-15',
    ['warning'],
    'Results below expectations lead to an intervention and not straight to the end.',
  ),
  code(
    'CYC-16',
    ['warning'],
    'Deadlines count working days, and nobody is asked for more than a week holds.',
  ),
  code(
    'CYC-17',
    ['warning'],
    'What peers and reports say cannot be told apart, and enough of them are asked.',
  ),
  code('CYC-18', ['error'], 'No outcome has a quota.'),
  code('CYC-19', ['warning'], 'What goes to other systems carries ids and not ratings.'),
  code('CYC-20', ['info', 'error'], 'It is said how long drafts, raw answers and notes are kept.'),
  code('CYC-21', ['warning'], 'The scale has three to five levels, each with an anchor and an example.'),
  code('CYC-22', ['warning'], 'No rating without evidence.'),
];

const documentCodes: readonly CheckCode[] = [
  code('DOC-accepts', ['error', 'warning', 'info'], 'What a cycle accepts is a warning that it has.'),
  code(
    'DOC-assignee',
    ['error'],
    'An assignee is a relation, a role, a person, or an expression that gives one.',
  ),
  code('DOC-duplicate-stage', ['error'], 'A stage id is used once.'),
  code('DOC-duplicate-task', ['error'], 'A task key is used once.'),
  code('DOC-duplicate-timer', ['error'], 'A timer id is used once.'),
  code('DOC-empty-parallel', ['error'], 'A parallel stage has stages inside.'),
  code('DOC-expression', ['error'], 'An expression is FEEL, with names, fields and types that fit.'),
  code('DOC-final', ['error'], 'A final stage has nothing to do.'),
  code('DOC-form', ['error'], 'A form is a JSON Schema that can be filled in.'),
  code('DOC-history', ['error'], 'A history stage stands in the container that it returns to.'),
  code('DOC-initial', ['error'], 'The initial stage is one of the stages directly inside.'),
  code('DOC-internal', ['info'], 'Only a group with stages inside is kept by an internal transition.'),
  code('DOC-invalid', ['error'], 'The document has the shape of a cycle.'),
  code('DOC-layout', ['warning'], 'The layout places stages that there are.'),
  code(
    'DOC-leaves-all',
    ['warning'],
    'A transition in one part of a parallel stage leaves the others alone.',
  ),
  code('DOC-span', ['error'], 'A span is a duration or working days.'),
  code('DOC-target', ['error'], 'A transition leads to a stage that there is.'),
  code('DOC-unheard', ['warning'], 'What is raised is heard by a transition.'),
  code('DOC-unknown-cycle', ['error'], 'A cycle that is started exists.'),
  code('DOC-unknown-key', ['error'], 'Every key is known where it stands.'),
  code(
    'DOC-unknown-stage',
    ['error'],
    'A stage that is asked for is there, and one whose end is told of has stages inside.',
  ),
  code('DOC-unknown-task', ['error'], 'An event of a task names a task that there is.'),
  code('DOC-unknown-timer', ['error'], 'A timer that is moved exists.'),
  code('DOC-variable', ['error'], 'A variable is declared, and is not a name that is computed.'),
];

const scenarioCodes: readonly CheckCode[] = [
  code('SCN-01', ['error'], 'No two scenarios have the same name.'),
  code('SCN-02', ['error'], 'A scenario names stages, tasks, timers and measures that there are.'),
  code('SCN-03', ['error'], 'What happens in a scenario is taken by the plan, or refused as it says.'),
  code('SCN-04', ['error'], 'The plan is as the scenario says.'),
  code('SCN-05', ['warning'], 'The scenarios are few and short enough to be run at every check.'),
];

const goalCodes: readonly CheckCode[] = [
  code(
    'GOAL-01',
    ['warning', 'info'],
    'Three to five goals per component, and at most five measures per goal.',
  ),
  code('GOAL-02', ['error'], 'A goal has an owner, a component, a start and a due day in the cycle.'),
  code('GOAL-03', ['warning'], 'A title starts with a verb and names a result, not an activity.'),
  code('GOAL-04', ['warning'], 'A title has no vague words unless a measure says what they mean.'),
  code('GOAL-05', ['warning'], 'A goal has a measure.'),
  code('GOAL-06', ['warning'], 'A goal serves one above, and one above is served by some below.'),
  code('GOAL-07', ['warning'], 'The measures of a component are not all of one dimension.'),
  code('GOAL-08', ['warning'], 'No goal weighs more than 60 % or less than 5 %.'),
  code('GOAL-09', ['warning'], 'The component can change what it is measured by.'),
  code('GOAL-10', ['info'], 'Who sets the target does not enter the result unverified.'),
  code(
    'MEAS-01',
    ['error'],
    'A measure has a unit, an aggregation, a frequency and a source; a ratio has its two parts.',
  ),
  code('MEAS-02', ['warning'], 'The aggregation over time fits what is measured.'),
  code('MEAS-03', ['warning'], 'There are observations, not older than twice the frequency.'),
  code('MEAS-04', ['warning'], 'The measures of a goal do not mix currencies or units.'),
  code('STD-01', ['error'], 'Standards differ from each other.'),
  code('STD-02', ['error'], 'Standards run in the direction of the measure.'),
  code('STD-03', ['error'], 'The bands of the outcomes neither overlap nor leave a gap.'),
  code('STD-04', ['warning'], '"Meets" is not perfection, unless law or safety demand it.'),
  code('STD-05', ['warning'], 'A standard says what to do, and not only what to avoid.'),
  code(
    'STD-06',
    ['warning'],
    '"Meets" is neither below what was reached before nor far above the best ever.',
  ),
  code('STD-07', ['info'], 'Somebody can exceed.'),
  code('ALN-01', ['error'], 'Goals do not align in a circle.'),
  code('ALN-02', ['error'], 'Values that are added up have one unit.'),
  code('ALN-03', ['warning'], 'The shares of a goal in goals above add up to one at most.'),
];

const decisionCodes: readonly CheckCode[] = [
  code('DEC-01', ['error', 'warning'], 'Every name, type and element that a decision needs is there.'),
  code('DEC-02', ['error'], 'No decision needs itself, and no type is made of itself.'),
  code('DEC-03', ['error'], 'The texts of a decision are FEEL, with names and types that fit.'),
  code('DEC-04', ['error', 'warning'], 'A table has a cell for every column, and ranks what it ranks by.'),
  code('DEC-05', ['warning'], 'A table has a rule for all values, or a default.'),
  code(
    'DEC-06',
    ['error', 'warning', 'info'],
    'No two rules of a table match where its hit policy allows one.',
  ),
  code('DEC-07', ['warning'], 'Every rule of a table is taken for some values.'),
  code('DEC-08', ['info'], 'What a cell tests is known before it runs, so that the table can be proved.'),
  code('DEC-09', ['error'], 'What a cell names or gives is a value of its column.'),
  code('DEC-10', ['error'], 'A DMN file is DMN, and its elements have names.'),
  code('DEC-11', ['error'], 'A decision has an expression.'),
  code('DEC-12', ['error', 'warning'], 'A DMN file is written in FEEL and stands by itself.'),
  code('DEC-13', ['error'], 'The name of a decision is free, and one that a cycle can have.'),
];

/** In the order in which they are documented. */
export const checkCodes: readonly CheckCode[] = [
  ...cycleCodes,
  ...documentCodes,
  ...decisionCodes,
  ...scenarioCodes,
  ...goalCodes,
];
