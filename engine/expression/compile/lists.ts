// Lists, contexts, ranges, paths and filters (DMN 10.3.2.5 to 10.3.2.7).

import { indexOf } from '../builtins/list-tools.ts';
import { type FilterNode, type Node, type PathNode, sizeOf } from '../syntax/node.ts';
import { propertyOf } from '../temporal/properties.ts';
import { spend } from '../value/budget.ts';
import { compare } from '../value/compare.ts';
import { makeContext, namedEntryOf } from '../value/context.ts';
import type { Feel, FeelRange } from '../value/feel.ts';
import { isList, isObject } from '../value/kinds.ts';
import { isNumber } from '../value/number.ts';
import { includesValue, makeRange } from '../value/range.ts';
import type { CompileNode } from './compiler.ts';
import { type Closure, type Run, warn } from './run.ts';

export const compileList: CompileNode<'list'> = (node, compiler): Closure => {
  const items = node.items.map((item) => compiler.compile(item));
  return (run) => items.map((item) => item(run));
};

export const compileContext: CompileNode<'context'> = (node, compiler): Closure => {
  const entries = node.entries.map(({ key, slot, value }) => ({ key, slot, value: compiler.compile(value) }));
  return (run) => {
    const made: [string, Feel][] = [];
    for (const { key, slot, value } of entries) {
      const entry = value(run);
      run.slots[slot] = entry;
      made.push([key, entry]);
    }
    return makeContext(made);
  };
};

/** Null is no end; any other must have an order. */
const isEnd = ({ budget }: Run, value: Feel): boolean =>
  value === null || typeof value === 'string' || compare(value, value, budget) !== null;

export const compileRange: CompileNode<'range'> = (node, compiler): Closure => {
  const [start, end] = [compiler.compile(node.start), compiler.compile(node.end)];
  return (run) => {
    const [first, last] = [start(run), end(run)];
    const isOne = first === null || last === null;
    if (isEnd(run, first) && isEnd(run, last) && (isOne || compare(first, last, run.budget) !== null))
      return makeRange(first, last, node);
    return warn(run, node, 'types-do-not-fit', 'The ends of the range cannot be compared.');
  };
};

function readPath(run: Run, node: PathNode, target: Feel): Feel {
  if (isList(target)) {
    spend(run.budget, target.length);
    return target.map((item) => readPath(run, node, item));
  }
  if (isObject(target)) {
    const context = target.kind === 'context';
    const value = context ? namedEntryOf(target, node.name) : propertyOf(target, node.name);
    if (value !== undefined) return value;
    if (context) return warn(run, node, 'no-entry', `Key '${node.name}' not found in '{...}'`);
  }
  return warn(run, node, 'no-entry', `Property '${node.name}' not found`);
}

export const compilePath: CompileNode<'path'> = (node, compiler): Closure => {
  const target = compiler.compile(node.target);
  return (run) => readPath(run, node, target(run));
};

/** What only ever tests an item, and never is its position. */
const testing = new Set<Node['kind']>([
  'comparison',
  'between',
  'in',
  'and',
  'or',
  'some',
  'every',
  'instance',
  'range',
  'test',
]);

function filterItems(run: Run, node: FilterNode, items: readonly Feel[], keep: Closure): Feel {
  const kept: Feel[] = [];
  for (const item of items) {
    run.slots[node.item] = item;
    const result = keep(run);
    if (result === true || isWithin(run, result, item)) kept.push(item);
    else if (isNumber(result)) return itemAt(items, result);
    else if (result !== null && typeof result !== 'boolean' && !isRange(result)) {
      return warn(run, node.condition, 'types-do-not-fit', 'A filter tests each item or gives its position.');
    }
  }
  return kept;
}

const isRange = (value: Feel): value is FeelRange => isObject(value) && value.kind === 'range';

const isWithin = ({ budget }: Run, range: Feel, item: Feel): boolean =>
  isRange(range) && includesValue(range, item, budget) === true;

function itemAt(items: readonly Feel[], position: Feel): Feel {
  const index = isNumber(position) ? indexOf(position, items.length) : null;
  return index === null ? null : (items[index] ?? null);
}

export const compileFilter: CompileNode<'filter'> = (node, compiler): Closure => {
  const [list, condition] = [compiler.compile(node.list), compiler.compile(node.condition)];
  const cost = sizeOf(node.condition);
  const onlyTests = testing.has(node.condition.kind);
  return (run) => {
    const target = list(run);
    if (target === null) return null;
    const items = isList(target) ? target : [target];
    spend(run.budget, cost * (items.length + 1));
    if (items.length === 0 && !onlyTests) {
      run.slots[node.item] = null;
      return isNumber(condition(run)) ? null : [];
    }
    return filterItems(run, node, items, condition);
  };
};
