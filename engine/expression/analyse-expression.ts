// Reads an expression once: which names it uses and where, and what makes it unacceptable
// (syntax, depth, function definitions, loops that may not end). Nothing is evaluated.
import { isFunctionName } from './functions.ts';
import { maxDepth, maxIterations, maxLength, maxNestedLoops } from './limits.ts';
import { childrenOf, type ExpressionKind, parseFeel, type SyntaxNode } from './parse-feel.ts';
import { isPlaceForRange, sizeOfRange } from './ranges.ts';
import { scopeName } from './scope.ts';

export interface Finding {
  message: string;
  from: number;
  to: number;
}

export interface NameUse extends Omit<Finding, 'message'> {
  name: string;
  role: 'value' | 'function';
  /** Names that hold here besides the scope: of loops, context entries and the fields of a filtered list. */
  local: boolean;
  /** The field read from it, for a plain path such as component.name. */
  field: string | null;
}

export interface Analysis {
  findings: Finding[];
  uses: NameUse[];
}

interface Place {
  depth: number;
  loops: number;
  iterations: number;
  bound: ReadonlySet<string>;
  /** Inside a filter over a list of which nothing is known any name may be a field. */
  open: boolean;
}

interface Reading {
  text: string;
  analysis: Analysis;
}

const nesting = new Set([
  'ParenthesizedExpression',
  'List',
  'Context',
  'FunctionInvocation',
  'FilterExpression',
  'IfExpression',
  'ForExpression',
  'QuantifiedExpression',
]);

const textOf = (reading: Reading, node: SyntaxNode): string =>
  reading.text.slice(node.from, node.to).replace(/\s+/g, ' ');

function find(reading: Reading, node: SyntaxNode, message: string): void {
  reading.analysis.findings.push({ message, from: node.from, to: node.to });
}

const withNames = (place: Place, names: Iterable<string>): Place => ({
  ...place,
  bound: new Set([...place.bound, ...names]),
});

function readName(reading: Reading, node: SyntaxNode, place: Place, role: NameUse['role']): void {
  const name = textOf(reading, node);
  const path = node.parent?.name === 'PathExpression' ? node.parent.getChild('PathName') : null;
  reading.analysis.uses.push({
    name,
    role,
    local: place.bound.has(name) || (role === 'value' && place.open && !isScopeName(name)),
    field: path && path.from > node.to ? textOf(reading, path) : null,
    from: node.from,
    to: node.to,
  });
}

const isScopeName = (name: string): boolean => scopeName(name) !== null;

/** One loop more; a list counts for itself, a written range for its numbers. */
function intoLoop(reading: Reading, node: SyntaxNode, place: Place, size: number): Place {
  const next = { ...place, loops: place.loops + 1, iterations: place.iterations * size };
  if (next.loops === maxNestedLoops + 1) {
    find(reading, node, `At most ${maxNestedLoops} loops or filters may be nested.`);
  }
  if (next.iterations > maxIterations && place.iterations <= maxIterations) {
    find(reading, node, `Loops over ranges may count to ${maxIterations} at most.`);
  }
  return next;
}

function readLoop(reading: Reading, node: SyntaxNode, place: Place): void {
  let inner = place;
  for (const clause of node.getChild('InExpressions')?.getChildren('InExpression') ?? []) {
    const range = clause.getChild('IterationContext');
    if (range) readNode(reading, range, inner);
    const size = range ? sizeOfRange(range, reading.text) : 1;
    if (size === null) {
      find(reading, clause, 'A range in a loop needs whole numbers written out, such as 1..12.');
    }
    const name = clause.getChild('Name');
    inner = withNames(intoLoop(reading, clause, inner, size ?? 1), name ? [textOf(reading, name)] : []);
  }
  if (node.name === 'ForExpression') inner = withNames(inner, ['partial']);
  for (const child of childrenOf(node)) {
    if (child.name !== 'InExpressions') readNode(reading, child, inner);
  }
}

function readFilter(reading: Reading, node: SyntaxNode, place: Place): void {
  const [target, ...rest] = childrenOf(node);
  if (!target) return;
  readNode(reading, target, place);
  const root = target.name === 'VariableName' ? scopeName(textOf(reading, target)) : null;
  const inner = withNames(intoLoop(reading, node, place, 1), ['item', ...(root?.fields ?? [])]);
  for (const child of rest) readNode(reading, child, { ...inner, open: inner.open || !root?.fields });
}

function readContext(reading: Reading, node: SyntaxNode, place: Place): void {
  let inner = place;
  for (const entry of node.getChildren('ContextEntry')) {
    const [key, ...values] = childrenOf(entry);
    for (const value of values) readNode(reading, value, inner);
    if (key) inner = withNames(inner, [textOf(reading, key).replace(/^"|"$/g, '')]);
  }
}

function readInvocation(reading: Reading, node: SyntaxNode, place: Place): void {
  const [target, ...rest] = childrenOf(node);
  if (target?.name === 'VariableName') readName(reading, target, place, 'function');
  else if (target) readNode(reading, target, place);
  for (const child of rest) readNode(reading, child, place);
}

const readers: Record<string, (reading: Reading, node: SyntaxNode, place: Place) => void> = {
  VariableName: (reading, node, place) => readName(reading, node, place, 'value'),
  ForExpression: readLoop,
  QuantifiedExpression: readLoop,
  FilterExpression: readFilter,
  Context: readContext,
  FunctionInvocation: readInvocation,
  FunctionDefinition: (reading, node) => find(reading, node, 'Functions cannot be defined here.'),
  Type: () => undefined,
};

function readNode(reading: Reading, node: SyntaxNode, place: Place): void {
  const depth = place.depth + (nesting.has(node.name) ? 1 : 0);
  if (node.type.isError) findSyntaxError(reading, node);
  else if (depth > maxDepth) find(reading, node, `Expressions may be nested ${maxDepth} deep at most.`);
  else readSound(reading, node, { ...place, depth });
}

function readSound(reading: Reading, node: SyntaxNode, place: Place): void {
  if (node.name === 'Interval' && !isPlaceForRange(node, reading.text)) {
    find(reading, node, 'A range can be tested, as in x in [1..5], or looped over; it cannot be kept.');
  }
  const reader = readers[node.name];
  if (reader) reader(reading, node, place);
  else for (const child of childrenOf(node)) readNode(reading, child, place);
}

function findSyntaxError(reading: Reading, node: SyntaxNode): void {
  if (reading.analysis.findings.length > 0) return;
  const near = reading.text.slice(node.from, node.to) || reading.text.slice(node.from, node.from + 12);
  const message = near.trim()
    ? `This is not an expression: "${near.trim()}" is not expected here.`
    : 'The expression is not complete.';
  find(reading, node, message);
}

export function analyseExpression(text: string, kind: ExpressionKind): Analysis {
  if (text.length <= maxLength) return analyseTree(text, parseFeel(text, kind));
  const message = `An expression may have ${maxLength} characters at most; this one has ${text.length}.`;
  return { findings: [{ message, from: maxLength, to: text.length }], uses: [] };
}

/** The tree of a text that is not too long. */
export function analyseTree(text: string, tree: SyntaxNode): Analysis {
  const analysis: Analysis = { findings: [], uses: [] };
  readNode({ text, analysis }, tree, { depth: 0, loops: 0, iterations: 1, bound: new Set(), open: false });
  return analysis;
}

/** A name that only the scope can give: a call of a function is one only when it is no function's name. */
export const isFree = (use: NameUse): boolean =>
  !use.local && !(use.role === 'function' && isFunctionName(use.name));
