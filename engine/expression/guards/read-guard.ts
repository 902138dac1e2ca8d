// From the syntax tree of an expression to what can be reasoned about.
import { analyseTree, isFree } from '../analyse-expression.ts';
import { maxLength } from '../limits.ts';
import { childrenOf, parseFeel, type SyntaxNode } from '../parse-feel.ts';
import type { CompareOp, Guard, Term } from './guard.ts';

interface Source {
  text: string;
  /** The names of the whole expression, with their places. */
  names: readonly { name: string; from: number; to: number }[];
}

const textOf = ({ text }: Source, node: SyntaxNode): string =>
  text.slice(node.from, node.to).replace(/\s+/g, ' ').trim();

const namesIn = ({ names }: Source, node: SyntaxNode): string[] => [
  ...new Set(names.filter(({ from, to }) => from >= node.from && to <= node.to).map(({ name }) => name)),
];

function textValue(raw: string): string {
  try {
    const value: unknown = JSON.parse(raw);
    return typeof value === 'string' ? value : raw;
  } catch {
    return raw.slice(1, -1);
  }
}

function dayIn(source: Source, node: SyntaxNode): Term | null {
  const written = /^(?:date\s*\(\s*|@)"(\d{4}-\d{2}-\d{2})"\s*\)?$/.exec(textOf(source, node));
  return written ? { kind: 'literal', value: { day: written[1] ?? '' } } : null;
}

function literalIn(source: Source, node: SyntaxNode): Term | null {
  const text = textOf(source, node);
  switch (node.name) {
    case 'NumericLiteral':
      return { kind: 'literal', value: Number(text.replaceAll(' ', '')) };
    case 'StringLiteral':
      return { kind: 'literal', value: textValue(text) };
    case 'BooleanLiteral':
      return { kind: 'literal', value: text === 'true' };
    case 'null':
      return { kind: 'literal', value: null };
    case 'DateTimeLiteral':
      return dayIn(source, node);
    default:
      return null;
  }
}

/** Names joined by dots, and nothing else. */
function pathIn(source: Source, node: SyntaxNode): string | null {
  if (node.name === 'VariableName') return textOf(source, node);
  if (node.name !== 'PathExpression') return null;
  const [from] = childrenOf(node);
  const name = node.getChild('PathName');
  const before = from ? pathIn(source, from) : null;
  return before === null || !name ? null : `${before}.${textOf(source, name)}`;
}

const unwrapped = (node: SyntaxNode): SyntaxNode => {
  const inner = node.name === 'ParenthesizedExpression' ? childrenOf(node)[1] : undefined;
  return inner ? unwrapped(inner) : node;
};

function termIn(source: Source, given: SyntaxNode): Term {
  const node = unwrapped(given);
  const literal = literalIn(source, node);
  if (literal) return literal;
  const path = pathIn(source, node);
  const names = namesIn(source, node);
  if (path !== null) return { kind: 'path', text: path, names };
  return { kind: 'opaque', text: textOf(source, node), names };
}

const opposite: Record<string, CompareOp> = {
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
  '=': '=',
  '!=': '!=',
};
const isOp = (text: string): text is CompareOp => Object.hasOwn(opposite, text);

const compare = (op: CompareOp, left: Term, right: Term): Guard => ({ kind: 'compare', op, left, right });
const both = (...parts: Guard[]): Guard => ({ kind: 'and', parts });

/** "[1..5]" and its open forms; null when an end is missing. */
function intervalIn(source: Source, left: Term, node: SyntaxNode): Guard | null {
  const ends = childrenOf(node).filter((part) => !['[', ']', '(', ')', '..'].includes(part.name));
  const [from, to] = ends;
  if (!from || !to) return null;
  const text = textOf(source, node);
  return both(
    compare(text.startsWith('[') ? '>=' : '>', left, termIn(source, from)),
    compare(text.endsWith(']') ? '<=' : '<', left, termIn(source, to)),
  );
}

/** One test after "in": a value, a list of values, a comparison or an interval. */
function testIn(source: Source, left: Term, node: SyntaxNode): Guard | null {
  const inner = childrenOf(node);
  const [first, second] = inner;
  switch (node.name) {
    case 'PositiveUnaryTests': {
      const parts = inner
        .filter(({ name }) => name === 'PositiveUnaryTest')
        .map((test) => testIn(source, left, test));
      return parts.includes(null) ? null : { kind: 'or', parts: parts.filter((part) => part !== null) };
    }
    case 'PositiveUnaryTest':
    case 'SimplePositiveUnaryTest': {
      const op = first ? textOf(source, first) : '';
      if (first?.name === 'CompareOp' && second && isOp(op)) return compare(op, left, termIn(source, second));
      return first ? testIn(source, left, first) : null;
    }
    case 'Interval':
      return intervalIn(source, left, node);
    case 'List': {
      const items = inner.filter(({ name }) => !['[', ']', ','].includes(name));
      const values = items.map((item) => literalIn(source, item));
      if (values.includes(null) || values.length === 0) return null;
      return {
        kind: 'or',
        parts: values.filter((value) => value !== null).map((value) => compare('=', left, value)),
      };
    }
    default: {
      const value = literalIn(source, node);
      return value ? compare('=', left, value) : null;
    }
  }
}

function comparisonIn(source: Source, node: SyntaxNode): Guard | null {
  const parts = childrenOf(node);
  const [first, joint, second] = parts;
  if (!first || !joint || !second) return null;
  const left = termIn(source, first);
  if (joint.name === 'between') {
    const last = parts[4];
    return last
      ? both(compare('>=', left, termIn(source, second)), compare('<=', left, termIn(source, last)))
      : null;
  }
  if (joint.name === 'in') {
    const tests = node.getChild('PositiveUnaryTests') ?? node.getChild('PositiveUnaryTest');
    return tests ? testIn(source, left, tests) : null;
  }
  const op = textOf(source, joint);
  return isOp(op) ? compare(op, left, termIn(source, second)) : null;
}

function callIn(source: Source, node: SyntaxNode): Guard | null {
  const [target] = childrenOf(node);
  const parameters = node.getChild('PositionalParameters');
  const [only, ...more] = parameters ? childrenOf(parameters) : [];
  if (!target || textOf(source, target) !== 'not' || !only || more.length > 0) return null;
  return { kind: 'not', part: guardIn(source, only) };
}

function structureIn(source: Source, node: SyntaxNode): Guard | null {
  const parts = childrenOf(node);
  switch (node.name) {
    case 'Conjunction':
    case 'Disjunction': {
      const [left, , right] = parts;
      if (!left || !right) return null;
      const kind = node.name === 'Conjunction' ? 'and' : 'or';
      return { kind, parts: [guardIn(source, left), guardIn(source, right)] };
    }
    case 'IfExpression': {
      const [, condition, , yes, , no] = parts;
      if (!condition || !yes || !no) return null;
      return {
        kind: 'if',
        condition: guardIn(source, condition),
        yes: guardIn(source, yes),
        no: guardIn(source, no),
      };
    }
    case 'Comparison':
      return comparisonIn(source, node);
    case 'FunctionInvocation':
      return callIn(source, node);
    default:
      return null;
  }
}

function guardIn(source: Source, given: SyntaxNode): Guard {
  const node = unwrapped(given);
  return structureIn(source, node) ?? { kind: 'holds', term: termIn(source, node) };
}

function read<Read>(text: string, as: (source: Source, node: SyntaxNode) => Read): Read | null {
  if (text.length > maxLength) return null;
  const tree = parseFeel(text, 'expression');
  const { findings, uses } = analyseTree(text, tree);
  const node = tree.firstChild;
  return findings.length > 0 || !node ? null : as({ text, names: uses.filter(isFree) }, node);
}

/** Null when it is no expression. */
export const readGuard = (text: string): Guard | null => read(text, guardIn);

/** The expression as one term; null when it is none. */
export const readTerm = (text: string): Term | null => read(text, termIn);

/** By how much an expression adds to a variable, as in round + 1; null when it is anything else. */
export function incrementOf(text: string, variable: string): number | null {
  const tree = parseFeel(text, 'expression').firstChild;
  const [left, op, right] = tree?.name === 'ArithmeticExpression' ? childrenOf(tree) : [];
  if (!left || !op || !right) return null;
  const at = (node: SyntaxNode): string => text.slice(node.from, node.to).trim();
  const sign = at(op) === '+' ? 1 : at(op) === '-' ? -1 : 0;
  const numberAt = (node: SyntaxNode): number =>
    node.name === 'NumericLiteral' ? Number(at(node)) : Number.NaN;
  const amount =
    at(left) === variable
      ? sign * numberAt(right)
      : sign === 1 && at(right) === variable
        ? numberAt(left)
        : Number.NaN;
  return sign === 0 || Number.isNaN(amount) ? null : amount;
}
