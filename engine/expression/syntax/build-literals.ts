// Literals and names.
import { parseTemporal } from '../temporal/parse-calendar.ts';
import { type Builder, buildParts, nothing, placeOf, type Reach, resolve } from './builder.ts';
import { numberOfLiteral, textOfLiteral } from './literal-text.ts';
import type { LiteralNode, Node } from './node.ts';
import type { SyntaxNode } from './parse-feel.ts';

const literal = (node: SyntaxNode, value: LiteralNode['value']): Node => ({
  kind: 'literal',
  value,
  ...placeOf(node),
});

const slice = ({ text }: Builder, node: SyntaxNode): string => text.slice(node.from, node.to);

function atLiteral(builder: Builder, node: SyntaxNode): Node {
  const text = textOfLiteral(slice(builder, node).replace(/^@\s*/, ''));
  const value = parseTemporal(text);
  if (value === null) {
    const message = `"${text}" is no date, time or duration. Write it as 2026-03-02, 10:15:00, 2026-03-02T10:15:00Z, P10D or P1M.`;
    builder.findings.push({ message, ...placeOf(node) });
  }
  return literal(node, value);
}

const only = (builder: Builder, node: SyntaxNode, reach: Reach): Node =>
  buildParts(builder, node, reach)[0] ?? nothing(node);

export const buildLiterals = {
  Expression: only,
  ParenthesizedExpression: only,
  PositiveUnaryTest: only,
  null: (_: Builder, node: SyntaxNode): Node => literal(node, null),
  NumericLiteral: (builder: Builder, node: SyntaxNode): Node =>
    literal(node, numberOfLiteral(slice(builder, node))),
  StringLiteral: (builder: Builder, node: SyntaxNode): Node =>
    literal(node, textOfLiteral(slice(builder, node))),
  BooleanLiteral: (builder: Builder, node: SyntaxNode): Node =>
    literal(node, slice(builder, node) === 'true'),
  AtLiteral: atLiteral,
  VariableName: resolve,
  '?': (_: Builder, node: SyntaxNode): Node => ({ kind: 'input', ...placeOf(node) }),
};
