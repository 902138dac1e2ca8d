// What an expression makes of a variable that holds a number, as straight lines: n + 1, min(n + 1, 5),
// if n = null then 1 else n + 1. Where it may be one or the other, both are told.
import type { Node, NodeOf } from '../syntax/node.ts';
import type { CompareOp } from './guard.ts';
import { addLines, type Line, orderOf, type Side, type Stretch } from './lines.ts';
import { constantIn, pathIn } from './read-guard.ts';

/** What is counted, and from where: from zero, or from a limit that has one value all the while. */
export interface Counter {
  variable: string;
  from: string | null;
}

/** Null: anything. */
export interface Piece {
  over: Stretch;
  line: Line | null;
}

/** Null: not known. */
interface Ruling {
  over: Stretch;
  holds: boolean | null;
}

const signs: Record<CompareOp, readonly Side['sign'][]> = {
  '<': [-1],
  '<=': [-1, 0],
  '>': [1],
  '>=': [0, 1],
  '=': [0],
  '!=': [-1, 1],
};

const anything = (over: Stretch): Piece[] => [{ over, line: null }];

/** What two expressions make, over the stretches that they share. */
const pairs = (counter: Counter, left: Node, right: Node, over: Stretch): [Piece, Piece][] =>
  linesIn(counter, left, over).flatMap((a) =>
    linesIn(counter, right, a.over).map((b): [Piece, Piece] => [a, b]),
  );

const isNull = (node: Node): boolean => constantIn(node) === null;

function comparisonOver(
  counter: Counter,
  { left, right, operator }: NodeOf<'comparison'>,
  over: Stretch,
): Ruling[] {
  const equal = operator === '=' || operator === '!=';
  const other = isNull(left) ? right : left;
  if (equal && (isNull(left) || isNull(right)))
    return linesIn(counter, other, over).map((piece) => ({
      over: piece.over,
      holds: piece.line === null ? null : operator === '!=',
    }));
  return pairs(counter, left, right, over).flatMap(([a, b]): Ruling[] => {
    const sides = a.line && b.line && orderOf(a.line, b.line, b.over);
    if (!sides) return [{ over: b.over, holds: null }];
    return sides.map((side) => ({ over: side.over, holds: signs[operator].includes(side.sign) }));
  });
}

/** The second is asked where the first does not decide. */
function bothOver(counter: Counter, { kind, left, right }: NodeOf<'and' | 'or'>, over: Stretch): Ruling[] {
  return rulingsOver(counter, left, over).flatMap((first) => {
    if (first.holds === (kind === 'or')) return [first];
    return rulingsOver(counter, right, first.over).map((second) => ({
      over: second.over,
      holds: first.holds === null && second.holds !== (kind === 'or') ? null : second.holds,
    }));
  });
}

function rulingsOver(counter: Counter, node: Node, over: Stretch): Ruling[] {
  if (node.kind === 'comparison') return comparisonOver(counter, node, over);
  if (node.kind === 'and' || node.kind === 'or') return bothOver(counter, node, over);
  const [only] = callOf(node, 'not') ?? [];
  if (only === undefined) return [{ over, holds: null }];
  return rulingsOver(counter, only, over).map((ruling) => ({
    over: ruling.over,
    holds: ruling.holds === null ? null : !ruling.holds,
  }));
}

/** What a function of the language is called with. */
export function callOf(node: Node, name: string): readonly Node[] | null {
  if (node.kind !== 'call' || node.target.kind !== 'name' || node.target.slot !== null) return null;
  return node.target.name === name && node.args.by === 'position' ? node.args.values : null;
}

const moved = (pieces: readonly Piece[], by: number): Piece[] =>
  pieces.map(({ over, line }) => ({ over, line: line && addLines(line, { slope: 0, offset: by }, 1) }));

/** By how much an expression is moved on, and what is moved; null when that is not a written number. */
function movedIn({ left, right, operator }: NodeOf<'arithmetic'>): { what: Node; by: number } | null {
  const [before, after] = [constantIn(left), constantIn(right)];
  if (typeof after === 'number') return { what: left, by: operator === '+' ? after : -after };
  return typeof before === 'number' && operator === '+' ? { what: right, by: before } : null;
}

/** From a limit only what is moved on can be counted: the sum of two numbers lies anywhere. */
function addedOver(counter: Counter, node: NodeOf<'arithmetic'>, over: Stretch): Piece[] {
  const step = movedIn(node);
  if (step) return moved(linesIn(counter, step.what, over), step.by);
  if (counter.from !== null) return anything(over);
  return pairs(counter, node.left, node.right, over).map(([a, b]) => ({
    over: b.over,
    line: a.line && b.line && addLines(a.line, b.line, node.operator === '+' ? 1 : -1),
  }));
}

function smallestOver(counter: Counter, nodes: readonly Node[], over: Stretch, wanted: 1 | -1): Piece[] {
  const [first, ...others] = nodes;
  if (first === undefined) return anything(over);
  return others.reduce<Piece[]>(
    (pieces, node) =>
      pieces.flatMap((piece) =>
        linesIn(counter, node, piece.over).flatMap((other) => {
          const sides = piece.line && other.line && orderOf(piece.line, other.line, other.over);
          if (!sides) return anything(other.over);
          return sides.map((side) => ({
            over: side.over,
            line: side.sign === wanted ? other.line : piece.line,
          }));
        }),
      ),
    linesIn(counter, first, over),
  );
}

function ifOver(counter: Counter, { condition, then, otherwise }: NodeOf<'if'>, over: Stretch): Piece[] {
  return rulingsOver(counter, condition, over).flatMap((ruling) => [
    ...(ruling.holds === false ? [] : linesIn(counter, then, ruling.over)),
    ...(ruling.holds === true ? [] : linesIn(counter, otherwise, ruling.over)),
  ]);
}

export function linesIn(counter: Counter, node: Node, over: Stretch): Piece[] {
  const constant = constantIn(node);
  if (typeof constant === 'number')
    return counter.from === null ? [{ over, line: { slope: 0, offset: constant } }] : anything(over);
  const path = pathIn(node);
  if (path !== null && path === counter.from) return [{ over, line: { slope: 0, offset: 0 } }];
  if (path === counter.variable) return [{ over, line: { slope: 1, offset: 0 } }];
  if (node.kind === 'if') return ifOver(counter, node, over);
  if (node.kind === 'arithmetic' && (node.operator === '+' || node.operator === '-'))
    return addedOver(counter, node, over);
  const [least, most] = [callOf(node, 'min'), callOf(node, 'max')];
  if (least) return smallestOver(counter, least, over, 1);
  if (most) return smallestOver(counter, most, over, -1);
  return anything(over);
}
