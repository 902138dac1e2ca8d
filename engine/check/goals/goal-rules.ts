// GOAL-02 to GOAL-06 and GOAL-09, GOAL-10: what each goal has to say, and how it says it.
import type { Problem } from '../../model/problem.ts';
import { finding, type GoalRecord, type GoalView, isActive, isScored, type Placed } from './records.ts';
import { firstFound, wordsOf } from './words/find-words.ts';
import { vagueWords } from './words/vague.ts';
import { activityVerbs, outcomeVerbs } from './words/verbs.ts';

type Rule = (view: GoalView, goal: Placed<GoalRecord>) => Problem[];

const who: Rule = ({ components, given }, { record, place }) => {
  const component = components.get(record.componentId);
  if (!component && given.components !== undefined)
    return [
      finding(
        'GOAL-02',
        'error',
        `${place}/componentId`,
        `There is no component “${record.componentId}” for “${record.title}”. Give it to one.`,
      ),
    ];
  const owner = record.ownerId ?? component?.ownerId;
  if (owner || (record.ownerId === undefined && !component)) return [];
  return [
    finding(
      'GOAL-02',
      'error',
      `${place}/ownerId`,
      `Nobody answers for “${record.title}”. Name its owner, or one of its component.`,
    ),
  ];
};

const when: Rule = ({ given: { period } }, { record, place }) => {
  const start = record.start ?? period?.start;
  const due = record.due ?? period?.end;
  const say = (key: string, message: string) => [finding('GOAL-02', 'error', `${place}/${key}`, message)];
  if (!start) return say('start', `“${record.title}” has no start. Say when it begins.`);
  if (!due) return say('due', `“${record.title}” has no due day. Say when it is to be reached.`);
  if (due === start)
    return say('due', `“${record.title}” is due on ${due}, the day on which it starts. Set it later.`);
  if (due < start)
    return say('due', `“${record.title}” is due on ${due}, before it starts on ${start}. Set it later.`);
  const outside =
    period !== undefined && record.multiCycle !== true && (due > period.end || due < period.start);
  if (!outside) return [];
  return say(
    'due',
    `“${record.title}” is due on ${due}, outside the period that ends on ${period.end}. Move it, or mark it as lasting several periods.`,
  );
};

const title: Rule = (_view, { record, place }) => {
  const words = wordsOf(record.title);
  const [first = ''] = words;
  const say = (message: string) => [finding('GOAL-03', 'warning', `${place}/title`, message)];
  if (activityVerbs.includes(first))
    return say(
      `“${record.title}” begins with “${first}”: is it an accomplishment or an activity? Name what will be different.`,
    );
  if (!outcomeVerbs.includes(first))
    return say(
      `“${record.title}” does not begin with a verb. Say what is to be done, such as “Reduce …” or “Open …”.`,
    );
  // A figure says by how much: "Reach 99 % uptime".
  const needed = /\d/.test(record.title) ? 2 : 3;
  return words.length < needed
    ? say(`“${record.title}” names no result. Say what, and by how much or for whom.`)
    : [];
};

const vague: Rule = ({ measuresOf }, { record, place }) => {
  const word = firstFound(record.title, vagueWords);
  const saysIt = measuresOf(record.id).some(({ record: measure }) => measure.standards !== null);
  if (word === null || saysIt) return [];
  return [
    finding(
      'GOAL-04',
      'warning',
      `${place}/title`,
      `“${word}” in “${record.title}” can mean anything. Add a measure with a standard, or say it in figures.`,
    ),
  ];
};

const measured: Rule = ({ measuresOf }, { record, place }) => {
  const own = measuresOf(record.id);
  if (own.some(isScored) || record.scoreMode === 'children') return [];
  const how =
    record.learning === true
      ? 'A learning goal may have milestones.'
      : 'How will we know that it is reached?';
  return [finding('GOAL-05', 'warning', place, `“${record.title}” has no measure. ${how}`)];
};

const aligned: Rule = ({ components, goals }, { record, place }) => {
  const links = goals
    .flatMap(({ record: goal }) => goal.alignments)
    .filter(({ parentGoalId }) => parentGoalId === record.id);
  const contributes = links.some(({ mode }) => mode === 'contributes');
  const expectsParts = record.scoreMode !== 'own' || links.length > 0;
  if (expectsParts && !contributes)
    return [
      finding(
        'GOAL-06',
        'warning',
        place,
        `“${record.title}” is hollow: no goal below contributes to it. Link those that carry it.`,
      ),
    ];
  const component = components.get(record.componentId);
  const isTop = component ? component.parentId === null : contributes;
  if (isTop || record.alignments.length > 0) return [];
  return [
    finding(
      'GOAL-06',
      'warning',
      `${place}/alignments`,
      `“${record.title}” is an orphan: it serves no goal above. Link it, or ask whether it is needed.`,
    ),
  ];
};

/** The component and everything below it. */
function isWithin({ components }: GoalView, componentId: string, top: string): boolean {
  const seen = new Set<string>();
  for (let at = components.get(componentId); at && !seen.has(at.id); at = components.get(at.parentId ?? '')) {
    if (at.id === top) return true;
    seen.add(at.id);
  }
  return componentId === top;
}

const controlled: Rule = (view, { record }) =>
  view.measuresOf(record.id).flatMap(({ record: measure, place }) => {
    const observations = view.observationsOf(measure.id);
    const own = observations.some(({ componentId }) => isWithin(view, componentId, record.componentId));
    if (observations.length === 0 || own || measure.shared === true) return [];
    return [
      finding(
        'GOAL-09',
        'warning',
        place,
        `“${measure.title}” is observed of other components only, so that this one cannot change it alone. Mark it as a shared result.`,
      ),
    ];
  });

const verified: Rule = (view, { record }) =>
  view.measuresOf(record.id).flatMap(({ record: measure, place }) => {
    const setter = measure.targetSetBy ?? record.ownerId ?? view.components.get(record.componentId)?.ownerId;
    const own = view
      .observationsOf(measure.id)
      .some(({ enteredBy, status }) => enteredBy === setter && status === 'provisional');
    if (!setter || !own) return [];
    return [
      finding(
        'GOAL-10',
        'info',
        place,
        `Who sets the target of “${measure.title}” also enters its values. Let somebody else verify them.`,
      ),
    ];
  });

const rules: readonly Rule[] = [who, when, title, vague, measured, aligned, controlled, verified];

export const checkEachGoal = (view: GoalView): Problem[] =>
  view.goals.filter(isActive).flatMap((goal) => rules.flatMap((rule) => rule(view, goal)));
