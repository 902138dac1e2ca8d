// Which ranges an expression may hold. The interpreter walks a range number by number and never ends
// when the steps miss the end, so only ranges with whole ends written out may be walked.
import { takesRange } from './functions.ts';
import { childrenOf, type SyntaxNode } from './parse-feel.ts';

const numberIn = (node: SyntaxNode | undefined, text: string): number => {
  const raw = node ? text.slice(node.from, node.to) : '';
  return /^-?\s*\d+$/.test(raw) ? Number(raw.replace(/\s/g, '')) : Number.NaN;
};

/** How many numbers the loop takes from a range: 1 for a list, null when that is not known. */
export function sizeOfRange(iteration: SyntaxNode, text: string): number | null {
  const interval = iteration.getChild('SimplePositiveUnaryTest')?.getChild('Interval') ?? null;
  const parts = childrenOf(interval ?? iteration).filter((part) => part.name !== '[' && part.name !== ']');
  if (!parts.some((part) => part.name === '..')) return 1;
  const [from, , to] = parts.filter((part) => part.name !== '(' && part.name !== ')');
  const size = Math.abs(numberIn(to, text) - numberIn(from, text)) + 1;
  return Number.isNaN(size) ? null : size;
}

/** A range is tested where it stands; kept in a variable, list or context it could be walked later. */
export function isPlaceForRange(interval: SyntaxNode, text: string): boolean {
  let parent = interval.parent;
  while (parent?.name === 'SimplePositiveUnaryTest' || parent?.name === 'ParenthesizedExpression') {
    parent = parent.parent;
  }
  switch (parent?.name) {
    case 'PositiveUnaryTest':
    case 'IterationContext':
      return true;
    case 'FilterExpression':
      return parent.firstChild?.to !== interval.to;
    case 'PositionalParameters':
    case 'NamedParameter':
      return isRangeFunction(parent, text);
    default:
      return false;
  }
}

function isRangeFunction(parameters: SyntaxNode, text: string): boolean {
  let call: SyntaxNode | null = parameters;
  while (call && call.name !== 'FunctionInvocation') call = call.parent;
  const target = call?.firstChild;
  return !!target && takesRange(text.slice(target.from, target.to).replace(/\s+/g, ' '));
}
