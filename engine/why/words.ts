// A link of a plan's causal chain in plain sentences. Names and dates come from whoever shows them.
import { changesVersion, migratedEvent } from '../migrate/stays.ts';
import type { DecisionTrace } from '../model/decision.ts';
import type { Effect } from '../model/effect.ts';
import { type PlanEvent, vacantPost } from '../model/event.ts';
import type { Json } from '../model/json.ts';
import type { AskedGuard } from '../model/step.ts';
import { taskOf } from '../statechart/accepted-events.ts';
import { timerOf } from '../statechart/structure/event-names.ts';
import type { TakenTransition, WhyLink } from './explain-plan.ts';

export interface WhyNames {
  stage(id: string): string;
  task(key: string): string;
  person(id: string): string;
  day(instant: string): string;
  effect(effect: Effect): string;
}

export interface WhyWords {
  /** What happened. */
  cause: string;
  /** Where it led, and why there, with the conditions as the cycle has them. */
  because: string[];
  /** The same for who draws no cycles: of a condition only what it went by. */
  plain: string[];
  effects: string[];
}

const happenings: Record<string, string> = {
  'observation.recorded': 'an observation was recorded',
  'feedback.received': 'feedback was received',
  'children.settled': 'every plan below had settled',
  'beside.settled': 'every plan beside it had ended',
  'component.manager-changed': 'the manager changed',
  'component.owner-changed': 'the owner changed',
  'component.moved': 'the component moved',
  'calendar.changed': 'days were counted again by another calendar',
  'plan.task-reopened': 'a task was opened again',
  'plan.figures-changed': 'figures changed after they were appraised',
  'leave.started': 'a leave began',
  'leave.ended': 'a leave ended',
  'person.left': 'the person left for good',
};

function migrationInWords({ type, data: { from = null, to = null } }: PlanEvent): string {
  const way = type === migratedEvent ? 'carried over' : 'taken back';
  return `the plan was ${way} from version ${show(from)} to version ${show(to)} of its cycle`;
}

/** Such as period closed of period.closed. */
const eventInWords = (type: string): string => type.replaceAll(/[-_.]/g, ' ');

/** What became of the plan, as it was told then. */
const linesOf = ({ data: { lines } }: PlanEvent): string[] => (Array.isArray(lines) ? lines.map(String) : []);

function causeInWords({ event, at, actor }: WhyLink, names: WhyNames): string {
  const on = `On ${names.day(at)}`;
  if (event.type === 'plan.started') return `${on} the plan started.`;
  if (changesVersion(event)) return `${on} ${migrationInWords(event)} by ${names.person(actor)}.`;
  if (event.type === 'plan.cancelled') return `${on} ${names.person(actor)} cancelled the plan.`;
  const task = taskOf(event.type);
  if (task !== null && event.data.leftOut === vacantPost)
    return `${on} “${names.task(task)}” was left out, since nobody held the post.`;
  if (task !== null && event.type.endsWith('.completed'))
    return `${on} ${names.person(actor)} completed “${names.task(task)}”.`;
  if (task !== null) return `${on} “${names.task(task)}” was overdue.`;
  if (timerOf(event.type) !== null) return `${on} the time was up.`;
  const known = happenings[event.type];
  return known
    ? `${on} ${known}.`
    : `${on} ${names.person(actor)} sent the event “${eventInWords(event.type)}”.`;
}

const longest = 80;

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** A long list or record is counted: a sentence with all of it cannot be read. */
function show(value: Json): string {
  if (typeof value === 'string') return `"${value}"`;
  const text = JSON.stringify(value);
  if (text.length <= longest || typeof value !== 'object' || value === null) return text;
  return Array.isArray(value)
    ? `a list of ${value.length}`
    : `a record of ${counted(Object.keys(value).length, 'field', 'fields')}`;
}

/** A sentence has no room for more. */
const longestShown = 100;

function showShort(value: Json): string {
  const text = show(value);
  if (text.length <= longestShown) return text;
  if (Array.isArray(value)) return `a list of ${value.length}`;
  return typeof value === 'string' ? `${text.slice(0, longestShown)}…"` : 'a context';
}

function valuesShown(values: readonly (readonly [name: string, value: Json])[]): string {
  const shown = values.map(([name, value]) => `${name} is ${showShort(value)}`);
  return shown.length > 0 ? ` (${shown.join(', ')})` : '';
}

const valuesInWords = ({ values }: AskedGuard): string => valuesShown(Object.entries(values));

/** Rules are counted from 1, as a designer sees the rows of the table. */
function decisionInWords({ decision, inputs, rows, value }: DecisionTrace): string {
  const matched = rows.map((row) => row + 1);
  const none = inputs.length > 0 ? ', since none of its rules matches' : '';
  const by = matched.length > 0 ? ` by rule ${matched.join(', ')}` : none;
  return `The decision ${decision} gave ${show(value)}${by}${valuesShown(inputs.map((one) => [one.label, one.value]))}.`;
}

const decisionsInWords = (effects: readonly Effect[]): string[] =>
  effects.flatMap((effect) =>
    effect.type === 'record-decisions' ? effect.decisions.map(decisionInWords) : [],
  );

type Style = 'exact' | 'plain';

interface Told {
  link: WhyLink;
  names: WhyNames;
  style: Style;
}

function triggerInWords({ trigger, from }: TakenTransition, { link, names, style }: Told): string {
  switch (trigger.kind) {
    case 'always':
      return 'Without waiting, it';
    case 'done':
      return `As everything in ${from === null ? 'the cycle' : names.stage(from)} was done, it`;
    case 'timer':
      return 'So it';
    case 'event':
      return trigger.type === link.event.type
        ? 'So it'
        : `${raisedInWords(trigger.type, link, style)}, so it`;
  }
}

function raisedInWords(type: string, { score }: WhyLink, style: Style): string {
  const outcome = /^outcome\.(.+)$/.exec(type)?.[1];
  if (outcome === undefined)
    return style === 'plain' ? `That raised “${eventInWords(type)}”` : `That raised ${type}`;
  if (outcome === 'not-scored') return 'The appraisal found nothing to score';
  return `The appraisal gave ${score === null ? 'no score' : Math.round(score * 10) / 10}, ${outcome}`;
}

function wayInWords({ from, to }: TakenTransition, names: WhyNames): string {
  if (to === null) return from === null ? 'stayed where it was' : `stayed in ${names.stage(from)}`;
  if (from === to) return `began ${names.stage(to)} anew`;
  return from === null
    ? `went to ${names.stage(to)}`
    : `went from ${names.stage(from)} to ${names.stage(to)}`;
}

/** Such as max returns of maxReturns, and complete of event.data.complete. */
const nameInWords = (path: string): string =>
  path
    .replace(/^event\.data\./, '')
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll(/[-_.]/g, ' ')
    .toLowerCase();

/** The same in every language. */
const empty = '–';

/** Lists and records are left out: what they have to do with it only their condition says. */
function plainValues({ values }: AskedGuard): string {
  const told = Object.entries(values).filter(([, value]) => value === null || typeof value !== 'object');
  const shown = told.map(
    ([name, value]) => `${nameInWords(name)} is ${value === null ? empty : showShort(value)}`,
  );
  return shown.length > 0 ? ` (${shown.join(', ')})` : '';
}

/** Of a guard that did not hold; nothing when that would tell what somebody answered. */
export function refusalToWords(
  asked: AskedGuard & { to: string | null },
  names: WhyNames,
  style: Style = 'exact',
): string[] {
  if (asked.withheld) return [];
  const there = asked.to === null ? 'Not the transition before' : `Not to ${names.stage(asked.to)}`;
  return style === 'plain'
    ? [`${there}: a condition of the cycle did not hold${plainValues(asked)}.`]
    : [`${there}: the condition ${asked.guard} did not hold${valuesInWords(asked)}.`];
}

function guardInWords(asked: AskedGuard, style: Style): string {
  if (asked.withheld) return ', because of what was answered';
  return style === 'plain'
    ? `, by a condition of the cycle${plainValues(asked)}`
    : `, because the condition ${asked.guard} held${valuesInWords(asked)}`;
}

function takenInWords(taken: TakenTransition, told: Told): string[] {
  const { names, style } = told;
  const refused = taken.refused.flatMap((asked) => refusalToWords(asked, names, style));
  const because = taken.guard ? guardInWords(taken.guard, style) : '';
  return [...refused, `${triggerInWords(taken, told)} ${wayInWords(taken, names)}${because}.`];
}

function becauseInWords(told: Told): string[] {
  const { link, names } = told;
  const first = link.event.type === 'plan.started' && link.entered.length > 0;
  return [
    ...(first ? [`It began in ${link.entered.map(names.stage).join(', ')}.`] : []),
    ...(changesVersion(link.event) ? linesOf(link.event) : []),
    ...decisionsInWords(link.effects),
    ...link.taken.flatMap((taken) => takenInWords(taken, told)),
  ];
}

export function sayLink(link: WhyLink, names: WhyNames): WhyWords {
  return {
    cause: causeInWords(link, names),
    because: becauseInWords({ link, names, style: 'exact' }),
    plain: becauseInWords({ link, names, style: 'plain' }),
    effects: changesVersion(link.event)
      ? []
      : link.effects.filter(({ type }) => type !== 'record-decisions').map(names.effect),
  };
}
