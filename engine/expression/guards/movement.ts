// Whether setting a variable brings it nearer to a limit that it then is past for good (docs/adr/0017).
import { childrenOf, type Node } from '../syntax/node.ts';
import { callOf, linesIn, type Piece } from './counting.ts';
import type { Limit } from './limits-in.ts';
import { allNumbers, exactSum, type Line, type Stretch, splitAt } from './lines.ts';
import { constantIn, type Expression, pathIn } from './read-guard.ts';

export interface Movement {
  /** What a number becomes, counted from zero or from a limit that is a name. */
  piecesFrom(limit: string | null): readonly Piece[];
  /** From nothing it becomes a number. */
  leavesNull: boolean;
  /** It is never null. */
  givesValue: boolean;
}

export type Progress = 'advances' | 'stays' | 'back';

const isText = (node: Node, isGiven: (path: string) => boolean): boolean => {
  const [only, ...more] = callOf(node, 'string') ?? [];
  if (only && more.length === 0) return givesValue(only, isGiven);
  return typeof constantIn(node) === 'string';
};

/** Spans that a person writes, so that no day they lead to is out of reach. */
const isSpan = (node: Node): boolean => {
  const [only] = callOf(node, 'duration') ?? [];
  const written = only && constantIn(only);
  return typeof written === 'string' && /^P\d{1,3}[DWMY]$/.test(written);
};

/** Never null, whatever else the plan holds; `isGiven` says so of a name. */
export function givesValue(node: Node, isGiven: (path: string) => boolean): boolean {
  const constant = constantIn(node);
  if (constant !== undefined) return constant !== null;
  const path = pathIn(node);
  if (path !== null) return isGiven(path);
  if (node.kind === 'list') return true;
  if (node.kind === 'if') return givesValue(node.then, isGiven) && givesValue(node.otherwise, isGiven);
  if (node.kind !== 'arithmetic') return isText(node, isGiven);
  const moved = pathIn(node.left) === 'today' && isSpan(node.right);
  return node.operator === '+' && (moved || childrenOf(node).every((part) => isText(part, isGiven)));
}

export function movementOf(
  { tree }: Expression,
  variable: string,
  { leavesNull, isGiven }: { leavesNull: boolean; isGiven: (path: string) => boolean },
): Movement {
  const fromZero = linesIn({ variable, from: null }, tree, allNumbers);
  const piecesFrom = (from: string | null) =>
    from === null ? fromZero : linesIn({ variable, from }, tree, allNumbers);
  return { piecesFrom, leavesNull, givesValue: givesValue(tree, isGiven) };
}

/** How many items it adds to the list that the variable holds; null when it is anything else. */
export function itemsAdded({ tree }: Expression, variable: string): number | null {
  const [list, ...items] = callOf(tree, 'append') ?? [];
  return list && pathIn(list) === variable ? items.length : null;
}

export const counting = (by: number): Movement => ({
  piecesFrom: () => [{ over: allNumbers, line: { slope: 1, offset: by } }],
  leavesNull: false,
  givesValue: false,
});

export const unforeseen: Movement = {
  piecesFrom: () => [{ over: allNumbers, line: null }],
  leavesNull: false,
  givesValue: false,
};

const upBy = (by: number): Progress => (by > 0 ? 'advances' : by === 0 ? 'stays' : 'back');

/** Moving on by a fixed amount comes past every limit; a constant only past those that it is past itself. */
function towardsAny({ slope, offset }: Line, { high }: Stretch): Progress {
  if (slope === 1) return upBy(offset);
  return offset >= high ? 'stays' : 'back';
}

interface Past {
  at: number;
  /** The limit itself is past it. */
  itself: boolean;
}

function isPast({ slope, offset }: Line, { low, lowIn }: Stretch, { at, itself }: Past): boolean {
  const least = slope === 0 ? offset : low === -Infinity ? low : exactSum(low, offset);
  if (least === null) return false;
  return least > at || (least === at && (itself || (slope === 1 && !lowIn)));
}

function towards(line: Line, over: Stretch, past: Past): Progress[] {
  return splitAt(over, past.at).map((side): Progress => {
    if (isPast(line, side.over, past)) return 'advances';
    if (side.sign > 0 || (side.sign === 0 && past.itself)) return 'back';
    return line.slope === 0 && line.offset > side.over.high ? 'advances' : towardsAny(line, side.over);
  });
}

const mirrored = ({ over: { low, high, lowIn, highIn }, line }: Piece): Piece => ({
  over: { low: -high, high: -low, lowIn: highIn, highIn: lowIn },
  line: line && { slope: line.slope, offset: 0 - line.offset },
});

function worst(all: readonly Progress[]): Progress {
  if (all.includes('back')) return 'back';
  return all.includes('stays') ? 'stays' : 'advances';
}

/** How the pieces stand to a limit at a place; to one that may lie anywhere when there is none. */
function progressOf(pieces: readonly Piece[], up: boolean, past: Past | null): Progress[] {
  return (up ? pieces : pieces.map(mirrored)).flatMap(({ over, line }): Progress[] => {
    if (line === null) return ['back'];
    return past ? towards(line, over, past) : [towardsAny(line, over)];
  });
}

/** A limit that is a name is where counting from it begins; what cannot be counted from it may still move on. */
function progressTowardsName({ piecesFrom }: Movement, { limit, side, strict }: Limit): Progress[] {
  const up = side === 'up';
  const from = limit.kind === 'path' ? limit.text : null;
  const counted = from === null ? [] : progressOf(piecesFrom(from), up, { at: 0, itself: strict });
  const proved = counted.length > 0 && worst(counted) === 'advances';
  return proved ? counted : progressOf(piecesFrom(null), up, null);
}

/** Once past the limit it stays past it, and each time that advances it comes nearer by as much at least. */
export function progressTowards(movement: Movement, limit: Limit): Progress {
  if (limit.side === 'null') return movement.givesValue ? 'advances' : 'back';
  const up = limit.side === 'up';
  const value = limit.limit.kind === 'literal' ? limit.limit.value : null;
  const past = { at: typeof value === 'number' && up ? value : -Number(value), itself: limit.strict };
  const all =
    typeof value === 'number'
      ? progressOf(movement.piecesFrom(null), up, past)
      : progressTowardsName(movement, limit);
  // As long as it holds nothing, a limit that lets nothing pass as well is not come nearer to.
  return worst(limit.orNull && !movement.leavesNull ? [...all, 'stays'] : all);
}
