// Unary tests and `in` (DMN 10.3.2.9 and table 54): whether a value passes one of several tests.
import { childrenOf, type Node } from '../syntax/node.ts';
import { spend } from '../value/budget.ts';
import { equals } from '../value/compare.ts';
import type { Feel } from '../value/feel.ts';
import { isList, isObject } from '../value/kinds.ts';
import { includesValue, makeRange } from '../value/range.ts';
import { comparing, itemOf } from './comparison.ts';
import type { CompileNode, Compiler } from './compiler.ts';
import type { Closure, Run } from './run.ts';

type Test = (run: Run, value: Feel) => boolean | null;

const mentionsInput = (node: Node): boolean => node.kind === 'input' || childrenOf(node).some(mentionsInput);

/** Kinds that differ are not equal: a test is passed or not. */
function isMember(run: Run, value: Feel, candidate: Feel): boolean | null {
  if (isObject(candidate) && candidate.kind === 'range' && !isRange(value))
    return includesValue(candidate, value, run.budget);
  return equals(value, candidate, run.budget) === true;
}

const isRange = (value: Feel): boolean => isObject(value) && value.kind === 'range';

function passes(run: Run, value: Feel, candidate: Feel): boolean | null {
  if (candidate === null) return value === null || null;
  if (!isList(candidate)) return isMember(run, itemOf(value), candidate);
  spend(run.budget, candidate.length);
  if (isList(value) && equals(value, candidate, run.budget) === true) return true;
  return someOf(candidate, (item) => isMember(run, value, item));
}

/** True when one is, null when one could be. */
function someOf<Item>(items: readonly Item[], test: (item: Item) => boolean | null): boolean | null {
  let open = false;
  for (const item of items) {
    const result = test(item);
    if (result === true) return true;
    if (result === null) open = true;
  }
  return open ? null : false;
}

function compileTest(node: Node, compiler: Compiler, whole: boolean): Test {
  if (node.kind === 'test') {
    const operand = compiler.compile(node.operand);
    const compareWith = comparing(node.operator, node);
    return (run, value) => compareWith(run, value, operand(run));
  }
  const expression = compiler.compile(node);
  if (mentionsInput(node)) {
    return (run) => {
      const result = expression(run);
      return typeof result === 'boolean' ? result : null;
    };
  }
  const isWritten = node.kind === 'literal';
  return (run, value) => {
    const candidate = expression(run);
    // A cell that is null asks for null; behind `in`, null is a list that nobody knows.
    if (whole && candidate === null) return value === null;
    // A cell of a table may test something else than its column; "true" alone tests whether it is true.
    if (whole && !isWritten && typeof candidate === 'boolean' && typeof value !== 'boolean') return candidate;
    return passes(run, value, candidate);
  };
}

export const compileIn: CompileNode<'in'> = (node, compiler): Closure => {
  const value = compiler.compile(node.value);
  const tests = node.tests.map((test) => compileTest(test, compiler, false));
  return (run) => {
    const given = value(run);
    const inner: Run = node.tests.some(mentionsInput) ? { ...run, input: given } : run;
    return someOf(tests, (test) => test(inner, given));
  };
};

export const compileTests: CompileNode<'tests'> = (node, compiler): Closure => {
  if (node.tests === null) return () => true;
  const tests = node.tests.map((test) => compileTest(test, compiler, true));
  return (run) => {
    const passed = someOf(tests, (test) => test(run, run.input));
    return node.negated && passed !== null ? !passed : passed;
  };
};

/** A test where a value is expected: `> 5` is the range that begins behind 5. */
export const compileLooseTest: CompileNode<'test'> = (node, compiler): Closure => {
  const operand = compiler.compile(node.operand);
  const included = node.operator === '<=' || node.operator === '>=';
  const bounds = { startIncluded: included, endIncluded: included };
  switch (node.operator) {
    case '<':
    case '<=':
      return (run) => makeRange(null, operand(run), bounds);
    case '>':
    case '>=':
      return (run) => makeRange(operand(run), null, bounds);
    default:
      return equalityFunction(node.operator === '=', operand);
  }
};

const equalityFunction =
  (wanted: boolean, operand: Closure): Closure =>
  (run) => {
    const other = operand(run);
    return {
      kind: 'function',
      parameters: ['value'],
      invoke: ([value = null], budget) => {
        const equal = equals(value, other, budget);
        return equal === null ? null : equal === wanted;
      },
    };
  };
