// From the tree of an expression to what can be reasoned about.
import { readFeel } from '../compile-feel.ts';
import { childrenOf, type Node, type NodeOf } from '../syntax/node.ts';
import type { Feel } from '../value/feel.ts';
import { isoText } from '../value/iso.ts';
import { isObject } from '../value/kinds.ts';
import { isNumber } from '../value/number.ts';
import type { CompareOp, Day, Guard, Scalar, Term } from './guard.ts';

function literalOf(value: Feel): Scalar | Day | undefined {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (isNumber(value)) return value.toNumber();
  return isObject(value) && value.kind === 'date' ? { day: isoText(value) } : undefined;
}

/** Names that are read from the scope, wherever they stand in it. */
function namesIn(node: Node): string[] {
  if (node.kind === 'name') return node.slot === null ? [node.name] : [];
  const called = node.kind === 'call' && node.target.kind === 'name' ? node.target : null;
  return [...new Set(childrenOf(node).flatMap((child) => (child === called ? [] : namesIn(child))))];
}

/** Names joined by dots, and nothing else. */
export function pathIn(node: Node): string | null {
  if (node.kind === 'name') return node.slot === null && node.items.length === 0 ? node.name : null;
  if (node.kind !== 'path') return null;
  const before = pathIn(node.target);
  return before === null ? null : `${before}.${node.name}`;
}

/** A day written out: date("2030-01-01"). */
function dayIn(node: Node): Day | undefined {
  if (node.kind !== 'call' || node.target.kind !== 'name' || node.target.name !== 'date') return undefined;
  const [only, ...more] = node.args.by === 'position' ? node.args.values : [];
  const written = only?.kind === 'literal' && more.length === 0 ? only.value : null;
  return typeof written === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(written) ? { day: written } : undefined;
}

export function constantIn(node: Node): Scalar | Day | undefined {
  if (node.kind === 'literal') return literalOf(node.value);
  if (node.kind !== 'negation') return dayIn(node);
  const operand = constantIn(node.operand);
  return typeof operand === 'number' ? -operand : undefined;
}

/** Reads within one text. */
interface Reader {
  text: string;
}

function termIn({ text }: Reader, node: Node): Term {
  const value = constantIn(node);
  if (value !== undefined) return { kind: 'literal', value };
  const path = pathIn(node);
  const names = namesIn(node);
  if (path !== null) return { kind: 'path', text: path, names };
  return { kind: 'opaque', text: text.slice(node.from, node.to).replace(/\s+/g, ' ').trim(), names };
}

const compare = (op: CompareOp, left: Term, right: Term): Guard => ({ kind: 'compare', op, left, right });
const both = (...parts: Guard[]): Guard => ({ kind: 'and', parts });

function rangeTest(reader: Reader, left: Term, range: NodeOf<'range'>): Guard {
  return both(
    compare(range.startIncluded ? '>=' : '>', left, termIn(reader, range.start)),
    compare(range.endIncluded ? '<=' : '<', left, termIn(reader, range.end)),
  );
}

/** One test after "in": a value, a list of values, a comparison or a range; null when it is another. */
function testIn(reader: Reader, left: Term, test: Node): Guard | null {
  switch (test.kind) {
    case 'test':
      return compare(test.operator, left, termIn(reader, test.operand));
    case 'range':
      return rangeTest(reader, left, test);
    case 'list': {
      const parts = test.items.map((item) => testIn(reader, left, item));
      return parts.includes(null) ? null : { kind: 'or', parts: parts.filter((part) => part !== null) };
    }
    default: {
      const value = constantIn(test);
      return value === undefined ? null : compare('=', left, { kind: 'literal', value });
    }
  }
}

function membershipIn(reader: Reader, node: NodeOf<'in'>): Guard | null {
  const left = termIn(reader, node.value);
  const parts = node.tests.map((test) => testIn(reader, left, test));
  return parts.includes(null) ? null : { kind: 'or', parts: parts.filter((part) => part !== null) };
}

function negationIn(reader: Reader, node: NodeOf<'call'>): Guard | null {
  const [only, ...more] = node.args.by === 'position' ? node.args.values : [];
  const isNot = node.target.kind === 'name' && node.target.name === 'not';
  return isNot && only && more.length === 0 ? { kind: 'not', part: guardIn(reader, only) } : null;
}

function structureIn(reader: Reader, node: Node): Guard | null {
  switch (node.kind) {
    case 'and':
    case 'or':
      return { kind: node.kind, parts: [guardIn(reader, node.left), guardIn(reader, node.right)] };
    case 'if':
      return {
        kind: 'if',
        condition: guardIn(reader, node.condition),
        yes: guardIn(reader, node.then),
        no: guardIn(reader, node.otherwise),
      };
    case 'comparison':
      return compare(node.operator, termIn(reader, node.left), termIn(reader, node.right));
    case 'between':
      return both(
        compare('>=', termIn(reader, node.value), termIn(reader, node.low)),
        compare('<=', termIn(reader, node.value), termIn(reader, node.high)),
      );
    case 'in':
      return membershipIn(reader, node);
    case 'call':
      return negationIn(reader, node);
    default:
      return null;
  }
}

function guardIn(reader: Reader, node: Node): Guard {
  return structureIn(reader, node) ?? { kind: 'holds', term: termIn(reader, node) };
}

/** An expression that was read once, to be looked at in several ways. */
export interface Expression {
  text: string;
  tree: Node;
  /** What it reads from the scope. */
  names: ReadonlySet<string>;
}

/** Null when it is no expression. `names` are those besides plain words. */
export function readExpression(text: string, names: readonly string[] = []): Expression | null {
  const read = readFeel(text, { dialect: 'expression', names });
  return read.kind === 'read' ? { text, tree: read.tree, names: new Set(namesIn(read.tree)) } : null;
}

export const guardOf = ({ text, tree }: Expression): Guard => guardIn({ text }, tree);

/** The whole expression as one term. */
export const termOf = ({ text, tree }: Expression): Term => termIn({ text }, tree);

/** These are true or false of any two texts. */
const textTests = ['contains', 'starts with', 'ends with'];

/** What a test of texts looks at, such as contains(component.name, "x"); null when it is anything else. */
export function textTestOf({ text, tree }: Expression): Term[] | null {
  if (tree.kind !== 'call' || tree.target.kind !== 'name' || tree.args.by !== 'position') return null;
  const isTest = tree.target.slot === null && textTests.includes(tree.target.name);
  return isTest && tree.args.values.length === 2
    ? tree.args.values.map((node) => termIn({ text }, node))
    : null;
}

/** A call by position as its name and what it is called with; null when it is anything else. */
export function termsOfCall({ text, tree }: Expression): { name: string; args: Term[] } | null {
  if (tree.kind !== 'call' || tree.target.kind !== 'name' || tree.args.by !== 'position') return null;
  return { name: tree.target.name, args: tree.args.values.map((node) => termIn({ text }, node)) };
}

/** By how much it adds to a variable, as in round + 1; null when it is anything else. */
export function incrementOf({ tree }: Expression, variable: string): number | null {
  if (tree.kind !== 'arithmetic' || (tree.operator !== '+' && tree.operator !== '-')) return null;
  const [left, right] = [tree.left, tree.right];
  const amount = (node: Node): number | null => {
    const value = constantIn(node);
    return typeof value === 'number' ? value : null;
  };
  if (pathIn(left) === variable) {
    const by = amount(right);
    return by === null || tree.operator === '+' ? by : -by;
  }
  return tree.operator === '+' && pathIn(right) === variable ? amount(left) : null;
}
