// What of an observation does not fit its measure: a value that could never be scored is a slip of the pen, and half of
// a ratio, or a mean without its cases, cannot be drawn together with others. Rules: MEAS-01, domain 1.3.
import type { Measure, Observation } from '../../../engine/index.ts';

export interface Fault {
  pointer: string;
  detail: string;
  code?: string;
}
type Rule = (measure: Measure, observation: Observation) => Fault | null;

const at = (pointer: string, detail: string): Fault => ({ pointer, detail });

const shapeFault: Rule = (_, { periodStart, periodEnd, value, numerator, denominator }) => {
  if (periodEnd < periodStart) return at('/periodEnd', 'The period ends before it starts.');
  if (value === null && numerator === null)
    return at('/value', 'Give a value, or a numerator and a denominator.');
  if ((numerator === null) !== (denominator === null))
    return at('/denominator', 'Give numerator and denominator together.');
  return null;
};

const levelFault: Rule = (measure, { value }) => {
  if (value === null || measure.standards?.kind !== 'levels') return null;
  const levels = Object.keys(measure.standards.levels);
  if (levels.includes(String(value))) return null;
  return at('/value', `“${value}” is not a level of ${measure.title}; use ${levels.join(', ')}.`);
};

const counted: readonly Measure['kind'][] = ['number', 'currency', 'percent', 'duration'];
const countFault: Rule = ({ kind, title, standards }, { value }) =>
  counted.includes(kind) && standards?.kind !== 'levels' && value !== null && typeof value !== 'number'
    ? at('/value', `${title} is a ${kind}; write the value like 1234.5.`)
    : null;

const drawnFault: Rule = ({ title, timeAggregation, standards }, { numerator, n }) => {
  if (standards?.kind === 'levels') return null;
  if (timeAggregation === 'ratio' && numerator === null)
    return at(
      '/numerator',
      `${title} is a ratio: give its numerator and its denominator, since ratios cannot be averaged.`,
    );
  if (timeAggregation === 'weightedMean' && numerator === null && n === null)
    return at('/n', `${title} is a mean weighed by cases: say how many cases stand behind the value (n).`);
  return null;
};

const isDay = (value: unknown): boolean => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);

const kindFault: Rule = ({ kind, title, dueFrom, milestones = [] }, { value }) => {
  if (value === null) return null;
  switch (kind) {
    case 'boolean':
      return ['true', 'false'].includes(String(value))
        ? null
        : at('/value', `${title} is answered with true or false.`);
    case 'milestones':
      return milestones.some(({ id }) => id === value)
        ? null
        : at('/value', `${title} is a list of milestones: give the id of the one that was reached.`);
    case 'date':
      return typeof value === 'number' || (isDay(value) && dueFrom !== null)
        ? null
        : at('/value', `${title} is a date: give the days late, or the day where it says when it is due.`);
    default:
      return null;
  }
};

const rules: readonly Rule[] = [shapeFault, levelFault, countFault, kindFault, drawnFault];

/** The first fault; null: it can be counted. */
export function observationFault(measure: Measure, observation: Observation): Fault | null {
  for (const rule of rules) {
    const fault = rule(measure, observation);
    if (fault) return fault;
  }
  return null;
}
