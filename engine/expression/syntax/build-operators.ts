// Arithmetic, comparison, logic and tests.
import { type Builder, buildParts, nothing, placeOf, type Reach, read } from './builder.ts';
import type { ArithmeticOperator, ComparisonOperator, Node } from './node.ts';
import { partsOf, type SyntaxNode } from './parse-feel.ts';

const arithmeticOperators: Record<string, ArithmeticOperator> = {
  '+': '+',
  '-': '-',
  '*': '*',
  '/': '/',
  '**': '**',
  '^': '**',
};
const comparisonOperators: Record<string, ComparisonOperator> = {
  '=': '=',
  '!=': '!=',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
};

function tokenOf({ text }: Builder, node: SyntaxNode, name: string): string {
  const token = partsOf(node).find((part) => part.name === name);
  return token ? text.slice(token.from, token.to) : '';
}

type Pair = [left: Node, right: Node];

function pair(builder: Builder, node: SyntaxNode, reach: Reach): Pair {
  const [left = nothing(node), right = nothing(node)] = buildParts(builder, node, reach);
  return [left, right];
}

function arithmetic(builder: Builder, node: SyntaxNode, reach: Reach): Node {
  const operands = buildParts(builder, node, reach);
  const [left = nothing(node), right] = operands;
  const operator = arithmeticOperators[tokenOf(builder, node, 'ArithOp')] ?? '+';
  if (right) return { kind: 'arithmetic', operator, left, right, ...placeOf(node) };
  if (operator === '-') return { kind: 'negation', operand: left, ...placeOf(node) };
  return left;
}

function comparison(builder: Builder, node: SyntaxNode, reach: Reach): Node {
  const parts = partsOf(node);
  if (parts.some((part) => part.name === 'in')) return membership(builder, node, reach);
  if (parts.some((part) => part.name === 'between')) {
    const [value = nothing(node), low = nothing(node), high = nothing(node)] = buildParts(
      builder,
      node,
      reach,
    );
    return { kind: 'between', value, low, high, ...placeOf(node) };
  }
  const operator = comparisonOperators[tokenOf(builder, node, 'CompareOp')] ?? '=';
  const [left, right] = pair(builder, node, reach);
  return { kind: 'comparison', operator, left: read(left), right: read(right), ...placeOf(node) };
}

function membership(builder: Builder, node: SyntaxNode, reach: Reach): Node {
  const [value = nothing(node)] = buildParts(builder, node, reach);
  const within = node.getChild('PositiveUnaryTests') ?? node;
  const tests = within.getChildren('PositiveUnaryTest').map((test) => read(builder.build(test, reach)));
  return { kind: 'in', value: read(value), tests, ...placeOf(node) };
}

/** `> 1 and < 5` has no sense in FEEL, and would never be true. */
function refuseTests(builder: Builder, kind: 'and' | 'or', operands: Pair): void {
  for (const { kind: operand, from, to } of operands) {
    if (operand !== 'test') continue;
    const instead =
      kind === 'and'
        ? 'For values between two, write [1..5] or (1..5).'
        : 'Write a comma between tests, such as < 1, > 5.';
    builder.findings.push({
      message: `"${builder.text.slice(from, to)}" is no condition, so "${kind}" cannot join it. ${instead}`,
      from,
      to,
    });
  }
}

const logic =
  (kind: 'and' | 'or') =>
  (builder: Builder, node: SyntaxNode, reach: Reach): Node => {
    const [left, right] = pair(builder, node, reach);
    refuseTests(builder, kind, [left, right]);
    return { kind, left, right, ...placeOf(node) };
  };

function conditional(builder: Builder, node: SyntaxNode, reach: Reach): Node {
  const [condition = nothing(node), then = nothing(node), otherwise = nothing(node)] = buildParts(
    builder,
    node,
    reach,
  );
  return { kind: 'if', condition, then, otherwise, ...placeOf(node) };
}

function interval(builder: Builder, node: SyntaxNode, reach: Reach): Node {
  const [start, end] = pair(builder, node, reach);
  const parts = partsOf(node);
  return {
    kind: 'range',
    start,
    end,
    startIncluded: parts[0]?.name === '[',
    endIncluded: parts.at(-1)?.name === ']',
    ...placeOf(node),
  };
}

function simpleTest(builder: Builder, node: SyntaxNode, reach: Reach): Node {
  const range = node.getChild('Interval');
  if (range) return builder.build(range, reach);
  const operator = comparisonOperators[tokenOf(builder, node, 'CompareOp')] ?? '=';
  const [operand = nothing(node)] = buildParts(builder, node, reach);
  if (operand.kind === 'test') {
    const message = `"${builder.text.slice(node.from, node.to)}" compares with a comparison. Write one sign, such as > or >=.`;
    builder.findings.push({ message, ...placeOf(node) });
  }
  return { kind: 'test', operator, operand, ...placeOf(node) };
}

function unaryTests(builder: Builder, node: SyntaxNode, reach: Reach): Node {
  const within = node.getChild('PositiveUnaryTests');
  const tests = within?.getChildren('PositiveUnaryTest').map((test) => read(builder.build(test, reach)));
  return { kind: 'tests', negated: node.getChild('not') !== null, tests: tests ?? null, ...placeOf(node) };
}

export const buildOperators = {
  ArithmeticExpression: arithmetic,
  Comparison: comparison,
  Conjunction: logic('and'),
  Disjunction: logic('or'),
  IfExpression: conditional,
  Interval: interval,
  SimplePositiveUnaryTest: simpleTest,
  UnaryTests: unaryTests,
};
