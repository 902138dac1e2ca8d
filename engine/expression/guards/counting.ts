// What an expression makes of a variable that holds a number, as straight lines: n + 1, min(n + 1, 5),
// if n = null then 1 else n + 1. Where it may be one or the other, both are told.
import type { Node, NodeOf } from '../syntax/node.ts';
import type { CompareOp } from './guard.ts';
import { addLines, type Line, orderOf, type Side, type Stretch } from './lines.ts';
import { constantIn, pathIn } from './read-guard.ts';

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
const pairs = (variable: string, left: Node, right: Node, over: Stretch): [Piece, Piece][] =>
  linesIn(variable, left, over).flatMap((a) =>
    linesIn(variable, right, a.over).map((b): [Piece, Piece] => [a, b]),
  );

const isNull = (node: Node): boolean => constantIn(node) === null;

function comparisonOver(
  variable: string,
  { left, right, operator }: NodeOf<'comparison'>,
  over: Stretch,
): Ruling[] {
  const equal = operator === '=' || operator === '!=';
  const other = isNull(left) ? right : left;
  if (equal && (isNull(left) || isNull(right)))
    return linesIn(variable, other, over).map((piece) => ({
      over: piece.over,
      holds: piece.line === null ? null : operator === '!=',
    }));
  return pairs(variable, left, right, over).flatMap(([a, b]): Ruling[] => {
    const sides = a.line && b.line && orderOf(a.line, b.line, b.over);
    if (!sides) return [{ over: b.over, holds: null }];
    return sides.map((side) => ({ over: side.over, holds: signs[operator].includes(side.sign) }));
  });
}

/** The second is asked where the first does not decide. */
function bothOver(variable: string, { kind, left, right }: NodeOf<'and' | 'or'>, over: Stretch): Ruling[] {
  return rulingsOver(variable, left, over).flatMap((first) => {
    if (first.holds === (kind === 'or')) return [first];
    return rulingsOver(variable, right, first.over).map((second) => ({
      over: second.over,
      holds: first.holds === null && second.holds !== (kind === 'or') ? null : second.holds,
    }));
  });
}

function rulingsOver(variable: string, node: Node, over: Stretch): Ruling[] {
  if (node.kind === 'comparison') return comparisonOver(variable, node, over);
  if (node.kind === 'and' || node.kind === 'or') return bothOver(variable, node, over);
  const [only] = callOf(node, 'not') ?? [];
  if (only === undefined) return [{ over, holds: null }];
  return rulingsOver(variable, only, over).map((ruling) => ({
    over: ruling.over,
    holds: ruling.holds === null ? null : !ruling.holds,
  }));
}

/** What a function of the language is called with. */
export function callOf(node: Node, name: string): readonly Node[] | null {
  if (node.kind !== 'call' || node.target.kind !== 'name' || node.target.slot !== null) return null;
  return node.target.name === name && node.args.by === 'position' ? node.args.values : null;
}

const addedOver = (
  variable: string,
  { left, right, operator }: NodeOf<'arithmetic'>,
  over: Stretch,
): Piece[] =>
  pairs(variable, left, right, over).map(([a, b]) => ({
    over: b.over,
    line: a.line && b.line && addLines(a.line, b.line, operator === '+' ? 1 : -1),
  }));

function smallestOver(variable: string, nodes: readonly Node[], over: Stretch, wanted: 1 | -1): Piece[] {
  const [first, ...others] = nodes;
  if (first === undefined) return anything(over);
  return others.reduce<Piece[]>(
    (pieces, node) =>
      pieces.flatMap((piece) =>
        linesIn(variable, node, piece.over).flatMap((other) => {
          const sides = piece.line && other.line && orderOf(piece.line, other.line, other.over);
          if (!sides) return anything(other.over);
          return sides.map((side) => ({
            over: side.over,
            line: side.sign === wanted ? other.line : piece.line,
          }));
        }),
      ),
    linesIn(variable, first, over),
  );
}

function ifOver(variable: string, { condition, then, otherwise }: NodeOf<'if'>, over: Stretch): Piece[] {
  return rulingsOver(variable, condition, over).flatMap((ruling) => [
    ...(ruling.holds === false ? [] : linesIn(variable, then, ruling.over)),
    ...(ruling.holds === true ? [] : linesIn(variable, otherwise, ruling.over)),
  ]);
}

export function linesIn(variable: string, node: Node, over: Stretch): Piece[] {
  const constant = constantIn(node);
  if (typeof constant === 'number') return [{ over, line: { slope: 0, offset: constant } }];
  if (pathIn(node) === variable) return [{ over, line: { slope: 1, offset: 0 } }];
  if (node.kind === 'if') return ifOver(variable, node, over);
  if (node.kind === 'arithmetic' && (node.operator === '+' || node.operator === '-'))
    return addedOver(variable, node, over);
  const [least, most] = [callOf(node, 'min'), callOf(node, 'max')];
  if (least) return smallestOver(variable, least, over, 1);
  if (most) return smallestOver(variable, most, over, -1);
  return anything(over);
}
