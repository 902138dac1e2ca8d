// + - * / ** and negation (DMN 10.3.2.4 and tables 52 to 55).
import type { Decimal } from 'decimal.js';
import type { ArithmeticNode, ArithmeticOperator, NegationNode, Place } from '../syntax/node.ts';
import {
  addDuration,
  addDurations,
  isDuration,
  isMoment,
  subtractMoments,
} from '../temporal/add-duration.ts';
import { spend } from '../value/budget.ts';
import type { Feel, FeelObject } from '../value/feel.ts';
import { isObject, kindOf, nounOf } from '../value/kinds.ts';
import { isNumber } from '../value/number.ts';
import { boundedText } from '../value/show.ts';
import type { CompileNode } from './compiler.ts';
import { type Closure, type Run, warn } from './run.ts';
import { scaleDuration } from './scale-duration.ts';

const verbs: Record<ArithmeticOperator, string> = {
  '+': 'added to',
  '-': 'subtracted from',
  '*': 'multiplied with',
  '/': 'divided by',
  '**': 'raised to the power of',
};

function doNotFit(run: Run, place: Place, operator: ArithmeticOperator, a: Feel, b: Feel): null {
  const [left, right] = [nounOf(kindOf(a)), nounOf(kindOf(b))];
  const [first, second] = operator === '-' ? [right, left] : [left, right];
  return warn(run, place, 'types-do-not-fit', `${capital(first)} cannot be ${verbs[operator]} ${second}.`);
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

type OfNumbers = (a: Decimal, b: Decimal, run: Run) => Decimal;

const ofNumbers: Record<ArithmeticOperator, OfNumbers> = {
  '+': (a, b) => a.plus(b),
  '-': (a, b) => a.minus(b),
  '*': (a, b) => a.times(b),
  '/': (a, b) => a.div(b),
  '**': (a, b, run) => {
    spend(run.budget, b.isInteger() ? 50 : 600);
    return a.pow(b);
  },
};

/** Undefined when the operator does not take these two. */
type OfOthers = (a: Feel, b: Feel, run: Run) => Feel | undefined;

const moved = (value: Feel): Feel | undefined => value ?? undefined;

function addObjects(a: FeelObject, b: FeelObject): Feel | undefined {
  if (isDuration(a)) {
    if (isDuration(b)) return moved(addDurations(a, b, 1));
    return isMoment(b) ? moved(addDuration(b, a, 1)) : undefined;
  }
  return isMoment(a) && isDuration(b) ? moved(addDuration(a, b, 1)) : undefined;
}

function subtractObjects(a: FeelObject, b: FeelObject): Feel | undefined {
  if (isDuration(a)) return isDuration(b) ? moved(addDurations(a, b, -1)) : undefined;
  if (!isMoment(a)) return undefined;
  if (isDuration(b)) return moved(addDuration(a, b, -1));
  return isMoment(b) ? moved(subtractMoments(a, b)) : undefined;
}

const ofOthers: Record<ArithmeticOperator, OfOthers> = {
  '+': (a, b, run) => {
    if (typeof a === 'string' && typeof b === 'string') return boundedText(a + b, run.budget);
    return isObject(a) && isObject(b) ? addObjects(a, b) : undefined;
  },
  '-': (a, b) => (isObject(a) && isObject(b) ? subtractObjects(a, b) : undefined),
  '*': (a, b) => scaleDuration(a, b, 'times'),
  '/': (a, b) => scaleDuration(a, b, 'div'),
  '**': () => undefined,
};

function notFinite(run: Run, place: Place, operator: ArithmeticOperator, b: Decimal): null {
  const message =
    operator === '/' && b.isZero() ? 'Nothing can be divided by 0.' : 'The number is too large.';
  return warn(run, place, 'no-value', message);
}

export const compileArithmetic: CompileNode<'arithmetic'> = (node: ArithmeticNode, compiler): Closure => {
  const { operator } = node;
  const [left, right] = [compiler.compile(node.left), compiler.compile(node.right)];
  const [compute, computeOthers] = [ofNumbers[operator], ofOthers[operator]];
  return (run) => {
    const a = left(run);
    const b = right(run);
    if (isNumber(a) && isNumber(b)) {
      const result = compute(a, b, run);
      return result.isFinite() ? result : notFinite(run, node, operator, b);
    }
    const result = computeOthers(a, b, run);
    return result === undefined ? doNotFit(run, node, operator, a, b) : result;
  };
};

function negate(value: Feel): Feel | undefined {
  if (isNumber(value)) return value.neg();
  if (!isObject(value) || !isDuration(value)) return undefined;
  if (value.kind === 'days and time duration') return { ...value, seconds: value.seconds.neg() };
  return { ...value, months: -value.months + 0 };
}

export const compileNegation: CompileNode<'negation'> = (node: NegationNode, compiler): Closure => {
  const operand = compiler.compile(node.operand);
  return (run) => {
    const value = operand(run);
    const negated = negate(value);
    if (negated !== undefined) return negated;
    return warn(run, node, 'types-do-not-fit', `${capital(nounOf(kindOf(value)))} has no negative.`);
  };
};
