// Unary tests as what they ask of the value: comparisons, intervals and values, their ends still as text.
// For proofs about tables; what is none of these is unknown.
import { parseFeel, partsOf, type SyntaxNode } from './syntax/parse-feel.ts';

export type TestPart =
  | { kind: 'compare'; operator: '<' | '<=' | '>' | '>=' | '=' | '!='; end: string }
  | { kind: 'interval'; start: string; end: string; startIncluded: boolean; endIncluded: boolean }
  | { kind: 'value'; text: string };

export type TestParts =
  | { kind: 'any' }
  /** True when one of the parts is, or, if negated, when none is. */
  | { kind: 'parts'; parts: TestPart[]; negated: boolean }
  | { kind: 'unknown' };

const operators = ['<', '<=', '>', '>=', '=', '!='] as const;

/** Tests that look at the tested value by name are for the evaluator, but for `? > 5`, which is `> 5`. */
const looksAtInput = (node: SyntaxNode): boolean => node.name === '?' || partsOf(node).some(looksAtInput);

function readInterval(interval: SyntaxNode, text: string): TestPart | null {
  const [open, start, , end, close] = partsOf(interval);
  if (!open || !start || !end || !close) return null;
  return {
    kind: 'interval',
    start: text.slice(start.from, start.to),
    end: text.slice(end.from, end.to),
    startIncluded: open.name === '[',
    endIncluded: close.name === ']',
  };
}

function readSimple(node: SyntaxNode, text: string): TestPart | null {
  const interval = node.getChild('Interval');
  if (interval) return readInterval(interval, text);
  const [compare, end] = partsOf(node);
  const operator = compare && operators.find((known) => known === text.slice(compare.from, compare.to));
  return operator && end ? { kind: 'compare', operator, end: text.slice(end.from, end.to) } : null;
}

function readComparison(node: SyntaxNode, text: string): TestPart | null {
  const [input, compare, end, ...more] = partsOf(node);
  if (input?.name !== '?' || !compare || !end || more.length > 0 || looksAtInput(end)) return null;
  const operator = operators.find((known) => known === text.slice(compare.from, compare.to));
  return operator ? { kind: 'compare', operator, end: text.slice(end.from, end.to) } : null;
}

function readTest(test: SyntaxNode, text: string): TestPart | null {
  let node = test.firstChild;
  while (node?.name === 'ParenthesizedExpression') node = node.firstChild?.nextSibling ?? null;
  if (node?.name === 'Comparison') return readComparison(node, text);
  if (!node || looksAtInput(node)) return null;
  if (node.name === 'SimplePositiveUnaryTest') return readSimple(node, text);
  if (node.name === 'Interval') return readInterval(node, text);
  return { kind: 'value', text: text.slice(node.from, node.to) };
}

export function testParts(text: string): TestParts {
  if (/^\s*-?\s*$/.test(text)) return { kind: 'any' };
  const parsed = parseFeel(text, 'unary', {});
  const tests = parsed.kind === 'tree' ? parsed.top.getChild('PositiveUnaryTests') : null;
  if (parsed.kind === 'refused' || !tests) return { kind: 'unknown' };
  const parts: TestPart[] = [];
  for (const test of tests.getChildren('PositiveUnaryTest')) {
    const part = readTest(test, text);
    if (part === null) return { kind: 'unknown' };
    parts.push(part);
  }
  return { kind: 'parts', parts, negated: parsed.top.firstChild?.name === 'not' };
}
