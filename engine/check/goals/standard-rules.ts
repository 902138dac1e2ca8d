// STD-01 to STD-07: whether standards make a curve, and whether the curve asks for the right thing.
import type { Standards } from '../../model/measure.ts';
import type { Problem } from '../../model/problem.ts';
import { curveOf } from '../../score/curve-of.ts';
import { perOf } from '../../score/per.ts';
import { reachedBefore } from './reached-before.ts';
import { finding, type GoalRecord, type GoalView, type MeasureRecord, type Placed } from './records.ts';
import { firstFound } from './words/find-words.ts';
import { negativeWords } from './words/vague.ts';

const withUnit = (value: number, unit: string): string => {
  const word = unit.trim();
  return word === '%' || word === '' ? `${value}${word}` : `${value} ${word}`;
};

interface Set extends Placed<MeasureRecord> {
  standards: Standards;
  goal: GoalRecord | null;
}

const say = ({ place }: Set, code: string, severity: Problem['severity'], message: string): Problem =>
  finding(code, severity, `${place}/standards`, message);

/** STD-01, STD-02 and STD-07 are what reading the curve finds. */
function curve(set: Set): Problem[] {
  const reading = curveOf(set.standards, set.record.direction);
  const problem = reading.kind === 'refused' ? reading.problem : reading.advice;
  return problem
    ? [say(set, problem.code, problem.severity, `“${set.record.title}”: ${problem.message}`)]
    : [];
}

const bandOf = (score: number): number => (score < 100 ? 0 : score < 120 ? 1 : 2);
const bandNames = ['below', 'meets', 'exceeds'];

/** Levels in their own order: by number where they are numbers. */
function steps(standards: Standards): { name: string; score: number }[] {
  if (standards.kind === 'levels') {
    const levels = Object.entries(standards.levels).map(([name, score]) => ({ name, score }));
    const isNumbered = levels.every(({ name }) => Number.isFinite(Number(name)));
    return isNumbered
      ? levels.sort((a, b) => Number(a.name) - Number(b.name))
      : levels.sort((a, b) => a.score - b.score);
  }
  if (standards.kind !== 'anchors' || standards.mode !== 'step') return [];
  return standards.anchors
    .map(({ x, score }) => ({ name: String(x), score }))
    .sort((a, b) => a.score - b.score);
}

function bands(set: Set): Problem[] {
  const levels = steps(set.standards);
  const name = `“${set.record.title}”`;
  const falling = levels.find(({ score }, place) => score < (levels[place - 1]?.score ?? score));
  if (falling) {
    return [
      say(
        set,
        'STD-03',
        'error',
        `The bands of ${name} overlap: level ${falling.name} is worth less than the one below it. Let the scores rise with the levels.`,
      ),
    ];
  }
  const missing = missingNumber(levels.map(({ name: level }) => level));
  if (missing !== null)
    return [
      say(set, 'STD-03', 'error', `The levels of ${name} have a gap: ${missing} is not among them. Add it.`),
    ];
  const found = new Set(levels.map(({ score }) => bandOf(score)));
  if (!found.has(0) || !found.has(2) || found.has(1)) return [];
  return [
    say(
      set,
      'STD-03',
      'error',
      `The bands of ${name} have a gap: nothing is worth 100 to 119, so that nobody just ${bandNames[1]}. Add a level.`,
    ),
  ];
}

function missingNumber(names: readonly string[]): number | null {
  const numbers = names.map(Number);
  if (!numbers.every(Number.isInteger) || numbers.length < 2) return null;
  const lowest = Math.min(...numbers);
  const all = Array.from({ length: Math.max(...numbers) - lowest }, (_, step) => lowest + step);
  return all.find((number) => !numbers.includes(number)) ?? null;
}

const meetsOf = (standards: Standards): number | null => {
  if (standards.kind === 'points') return standards.meets;
  if (standards.kind !== 'anchors') return null;
  return standards.anchors.find(({ score }) => score >= 100)?.x ?? null;
};

const isFull = (measure: MeasureRecord, value: number): boolean =>
  measure.kind === 'percent' && value >= perOf(measure);

/** Does only perfection meet the standard: all of a hundred, or none at all? (STD-04) */
export function asksPerfection(measure: MeasureRecord): boolean {
  const meets = measure.standards && meetsOf(measure.standards);
  if (meets === null) return false;
  if (measure.direction === 'increase') return isFull(measure, meets);
  return measure.direction === 'decrease' && meets <= 0 && measure.kind !== 'date';
}

function perfection(set: Set): Problem[] {
  const { record, standards } = set;
  const meets = meetsOf(standards);
  if (meets === null || record.absolute || !asksPerfection(record)) return [];
  return [
    say(
      set,
      'STD-04',
      'warning',
      `Only perfection meets the standard of “${record.title}” (${withUnit(meets, record.unit)}). Leave room for a mistake, or say which law or danger allows none.`,
    ),
  ];
}

function backward({ record, place }: Set): Problem[] {
  const word = firstFound(record.title, negativeWords);
  if (word === null) return [];
  return [
    finding(
      'STD-05',
      'warning',
      `${place}/title`,
      `“${record.title}” says only what shall not happen (“${word}”). Say what is to be done instead.`,
    ),
  ];
}

function ambition(view: GoalView, set: Set): Problem[] {
  const { record, standards, goal } = set;
  const { direction } = record;
  const meets = meetsOf(standards);
  const stretch = goal?.stretch === true;
  if (stretch && goal?.paid === true)
    return [
      say(
        set,
        'STD-06',
        'warning',
        `“${record.title}” belongs to a stretch goal that moves pay. Reward what is within reach, or do not mark it as a stretch.`,
      ),
    ];
  if (meets === null || (direction !== 'increase' && direction !== 'decrease')) return [];
  const before = reachedBefore(view, record);
  if (before.length < 2) return [];
  const sign = direction === 'increase' ? 1 : -1;
  const worst = Math.min(...before.slice(0, 2).map((value) => value * sign));
  const best = Math.max(...before.map((value) => value * sign)) * sign;
  if (meets * sign < worst)
    return [
      say(
        set,
        'STD-06',
        'warning',
        `“Meets” of “${record.title}” (${meets}) is easier than what was reached in the last two periods (${before.slice(0, 2).join(', ')}). Ask for at least that.`,
      ),
    ];
  const far = Math.abs(best) * 0.5;
  if (stretch || meets * sign <= best * sign + far) return [];
  return [
    say(
      set,
      'STD-06',
      'warning',
      `“Meets” of “${record.title}” (${meets}) is more than half again better than the best ever (${best}). Bring it within reach, or mark the goal as a stretch.`,
    ),
  ];
}

export function checkStandards(view: GoalView): Problem[] {
  const goals = new Map(view.goals.map(({ record }) => [record.id, record]));
  return view.measures.flatMap((measure) => {
    const { standards, goalId, waived } = measure.record;
    if (standards === null || waived) return [];
    const set: Set = { ...measure, standards, goal: goals.get(goalId) ?? null };
    const broken = [...curve(set), ...bands(set)];
    return [...broken, ...perfection(set), ...backward(set), ...ambition(view, set)];
  });
}
