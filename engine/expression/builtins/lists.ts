// List functions (DMN 10.3.4.4), those that count and compute apart.
import type { Decimal } from 'decimal.js';
import { type Run, refuse } from '../compile/run.ts';
import * as types from '../types/feel-type.ts';
import { spend } from '../value/budget.ts';
import { compare } from '../value/compare.ts';
import type { Feel, FeelFunction } from '../value/feel.ts';
import { isList } from '../value/kinds.ts';
import { numberOf, smallWhole } from '../value/number.ts';
import { define, form } from './define.ts';
import { concat, distinct, indexOf, makeRoom, sameItem } from './list-tools.ts';
import { anything, fn, list, number, optional, rest } from './parameters.ts';

const items = list('list');
const anyList = types.listOf(types.any);
const position = number('position');
const noPlace = (run: Run): null => refuse(run, 'The list has no such position.');

function sublist(run: Run, given: readonly Feel[], start: Decimal, length: Decimal | null): Feel {
  const first = indexOf(start, given.length);
  const count = length === null ? given.length : smallWhole(length);
  if (first === null || count === undefined || count < 0) return noPlace(run);
  const part = given.slice(first, first + count);
  makeRoom(run, part.length);
  return part;
}

function insertBefore(run: Run, given: readonly Feel[], at: Decimal, item: Feel): Feel {
  const index = indexOf(at, given.length);
  if (index === null) return noPlace(run);
  makeRoom(run, given.length + 1);
  return given.toSpliced(index, 0, item);
}

function remove(run: Run, given: readonly Feel[], at: Decimal): Feel {
  const index = indexOf(at, given.length);
  if (index === null) return noPlace(run);
  makeRoom(run, given.length);
  return given.toSpliced(index, 1);
}

function replaceAt(run: Run, given: readonly Feel[], at: Decimal, item: Feel): Feel {
  const index = indexOf(at, given.length);
  if (index === null) return noPlace(run);
  makeRoom(run, given.length);
  return given.with(index, item);
}

function replaceMatching(run: Run, given: readonly Feel[], match: FeelFunction, item: Feel): Feel {
  makeRoom(run, given.length);
  return given.map((old) => (match.invoke([old, item], run.budget) === true ? item : old));
}

function flatten(run: Run, given: readonly Feel[]): readonly Feel[] {
  const flat: Feel[] = [];
  const collect = (part: readonly Feel[], depth: number): void => {
    for (const item of part) {
      if (!isList(item) || depth > 64) {
        spend(run.budget, 1);
        flat.push(item);
      } else collect(item, depth + 1);
    }
    spend(run.budget, 1);
    makeRoom(run, flat.length / 64);
  };
  collect(given, 0);
  makeRoom(run, flat.length);
  return flat;
}

/** Ascending, in the order of `precedes` or that of the values; what has no order stays where it is. */
function sort(run: Run, given: readonly Feel[], precedes: FeelFunction | null): Feel {
  makeRoom(run, given.length);
  const order = (a: Feel, b: Feel): number => {
    spend(run.budget, 2);
    if (precedes === null) return compare(a, b, run.budget) ?? 0;
    if (precedes.invoke([a, b], run.budget) === true) return -1;
    return precedes.invoke([b, a], run.budget) === true ? 1 : 0;
  };
  return given.toSorted(order);
}

export const listFunctions = [
  define(
    'list contains',
    form([items, anything('element')], types.boolean, (run, given, element) =>
      given.some((item) => sameItem(run, item, element)),
    ),
  ),
  define(
    'list replace',
    form([items, fn('match'), anything('newItem')], anyList, replaceMatching),
    form([items, position, anything('newItem')], anyList, replaceAt),
  ),
  define(
    'count',
    form([items], types.number, (_, given) => numberOf(given.length)),
  ),
  define('sublist', form([items, number('start position'), optional(number('length'))], anyList, sublist)),
  define(
    'append',
    form([items, rest(anything('item'))], anyList, (run, given, added) => concat(run, [given, added])),
  ),
  define(
    'concatenate',
    form([rest(list('list'))], anyList, (run, lists) => concat(run, lists)),
  ),
  define('insert before', form([items, position, anything('newItem')], anyList, insertBefore)),
  define('remove', form([items, position], anyList, remove)),
  define(
    'reverse',
    form([items], anyList, (run, given) => {
      makeRoom(run, given.length);
      return given.toReversed();
    }),
  ),
  define(
    'index of',
    form([items, anything('match')], types.listOf(types.number), (run, given, match) =>
      given.flatMap((item, index) => (sameItem(run, item, match) ? [numberOf(index + 1)] : [])),
    ),
  ),
  define(
    'union',
    form([rest(list('list'))], anyList, (run, lists) => distinct(run, concat(run, lists))),
  ),
  define('distinct values', form([items], anyList, distinct)),
  define('flatten', form([items], anyList, flatten)),
  define('sort', form([items, optional(fn('precedes'))], anyList, sort)),
];
