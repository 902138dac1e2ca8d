// = != < <= > >= and between (DMN 10.3.2.13). Null has no order; a list of one stands for its item.
import type { ComparisonOperator, Place } from '../syntax/node.ts';
import { compare, equals, sameText } from '../value/compare.ts';
import type { Feel } from '../value/feel.ts';
import { isList, kindOf, nounOf } from '../value/kinds.ts';
import { isNumber } from '../value/number.ts';
import type { CompileNode } from './compiler.ts';
import { type Closure, type Run, warn } from './run.ts';

const ofOrder: Record<Exclude<ComparisonOperator, '=' | '!='>, (order: number) => boolean> = {
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
};

export type Compare = (run: Run, a: Feel, b: Feel) => boolean | null;

const notComparable = (run: Run, place: Place, a: Feel, b: Feel): null => {
  const message = `${nounOf(kindOf(a))} is not compared with ${nounOf(kindOf(b))}.`;
  return warn(run, place, 'not-comparable', message.charAt(0).toUpperCase() + message.slice(1));
};

export const itemOf = (value: Feel): Feel =>
  isList(value) && value.length === 1 ? (value[0] ?? null) : value;

function order(run: Run, place: Place, a: Feel, b: Feel): number | null {
  const [first, second] = [itemOf(a), itemOf(b)];
  if (first === null || second === null) return null;
  return compare(first, second, run.budget) ?? notComparable(run, place, first, second);
}

function equality(place: Place, wanted: boolean): Compare {
  return (run, a, b) => {
    if (typeof a === 'string' && typeof b === 'string') return sameText(a, b, run.budget) === wanted;
    const equal = equals(a, b, run.budget);
    return equal === null ? notComparable(run, place, a, b) : equal === wanted;
  };
}

export function comparing(operator: ComparisonOperator, place: Place): Compare {
  if (operator === '=' || operator === '!=') return equality(place, operator === '=');
  const test = ofOrder[operator];
  return (run, a, b) => {
    if (isNumber(a) && isNumber(b)) return test(a.cmp(b));
    const found = order(run, place, a, b);
    return found === null ? null : test(found);
  };
}

export const compileComparison: CompileNode<'comparison'> = (node, compiler): Closure => {
  const [left, right] = [compiler.compile(node.left), compiler.compile(node.right)];
  const test = comparing(node.operator, node);
  return (run) => test(run, left(run), right(run));
};

export const compileBetween: CompileNode<'between'> = (node, compiler): Closure => {
  const [value, low, high] = [node.value, node.low, node.high].map((part) => compiler.compile(part));
  const [atLeast, atMost] = [comparing('>=', node), comparing('<=', node)];
  return (run) => {
    const given = value?.(run) ?? null;
    const aboveLow = atLeast(run, given, low?.(run) ?? null);
    const belowHigh = atMost(run, given, high?.(run) ?? null);
    if (aboveLow === false || belowHigh === false) return false;
    return aboveLow === null || belowHigh === null ? null : true;
  };
};
