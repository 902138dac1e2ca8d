// Whether the weights of a plan document add up, so that it can be agreed. Weights that come near a hundred are meant
// as per cent and must be a hundred; others, such as 1, 1 and 2, only say how much more one counts than another. Those that are neither,
// such as 80 and 80, may be agreed and are told what they add up to.
import type { PlanDocument } from '../compare/compare-plan-documents.ts';
import { isInPlan } from '../model/goal.ts';
import {
  compare,
  type Fraction,
  fractionOf,
  hundred,
  minus,
  roundToUnits,
  sumOf,
} from '../score/fraction.ts';

export interface WeightFault {
  /** Whose measures it is about; null: the goals themselves. */
  goalId: string | null;
  total: number;
  /** What is missing to a hundred; below 0 it is too much. */
  missing: number;
  message: string;
  /** What it counts as is clear, and it can be agreed: who meant per cent wants to know. */
  isAdvice: boolean;
}

/** Who says only how much more one counts than another uses smaller numbers. */
const leastPerCent = fractionOf(10);
const nearHundred = { from: fractionOf(50), to: fractionOf(150) };
/** Three times 33.33 is a hundred. */
const tolerance = fractionOf(0.05);

const isWithin = (value: Fraction, from: Fraction, to: Fraction): boolean =>
  compare(from, value) <= 0 && compare(value, to) <= 0;

const shown = (value: Fraction): number => Number(roundToUnits(value, 100n)) / 100;

function sayFault(subject: string, total: number, missing: number): string {
  const off =
    missing > 0
      ? `${missing} % ${missing === 1 ? 'is' : 'are'} missing`
      : `${-missing} % ${missing === -1 ? 'is' : 'are'} too many`;
  return `${subject} add up to ${total} %: ${off}. Make them add up to 100 %, and agree then.`;
}

const sayAdvice = (subject: string, total: number): string =>
  `${subject} add up to ${total}, not to 100: each counts by its part of that. If you mean per cent, make them add up to 100 %.`;

const reaches = (least: Fraction, weights: readonly Fraction[]): boolean =>
  weights.some((weight) => compare(weight, least) >= 0);

function findingOf(
  weights: readonly number[],
  about: { goalId: string | null; subject: string },
): WeightFault[] {
  const counted = weights.filter((weight) => weight > 0).map(fractionOf);
  const total = sumOf(counted);
  const missing = minus(hundred, total);
  if (counted.length < 2 || isWithin(missing, minus(fractionOf(0), tolerance), tolerance)) return [];
  const figures = { goalId: about.goalId, total: shown(total), missing: shown(missing) };
  if (isWithin(total, nearHundred.from, nearHundred.to))
    return [
      { ...figures, message: sayFault(about.subject, figures.total, figures.missing), isAdvice: false },
    ];
  if (!reaches(leastPerCent, counted)) return [];
  return [{ ...figures, message: sayAdvice(about.subject, figures.total), isAdvice: true }];
}

/** Those of the goals first, then those of the measures of each goal. */
export function weightFindings({ goals, measures }: PlanDocument): WeightFault[] {
  const counted = goals.filter(({ status }) => isInPlan(status));
  const priorities = counted.map(({ priority }) => priority);
  const own = counted.flatMap(({ id, title }) => {
    const weights = measures.filter(({ goalId, waived }) => goalId === id && !waived);
    const subject = `The weights of the measures of “${title}”`;
    return findingOf(
      weights.map(({ weight }) => weight),
      { goalId: id, subject },
    );
  });
  return [...findingOf(priorities, { goalId: null, subject: 'The weights of the goals' }), ...own];
}

/** Those that must be mended before the plan is agreed. */
export const weightFaults = (document: PlanDocument): WeightFault[] =>
  weightFindings(document).filter(({ isAdvice }) => !isAdvice);
