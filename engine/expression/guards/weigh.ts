// What a guard comes to when its terms hold given values: FEEL's three truths, and `any` where it could be each.
import { anything, type Cell } from './cells.ts';
import { type CompareOp, type Guard, isDay, type Term } from './guard.ts';

export type Truth = 'true' | 'false' | 'null' | 'any';
export type ReadTerm = (term: Exclude<Term, { kind: 'literal' }>) => Cell;

const truthOf = (value: boolean): Truth => (value ? 'true' : 'false');
const opposites: Record<Truth, Truth> = { true: 'false', false: 'true', null: 'null', any: 'any' };

function ordered(op: CompareOp, order: number): boolean {
  switch (op) {
    case '=':
      return order === 0;
    case '!=':
      return order !== 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
  }
}

const plain = (cell: Cell): Cell => (isDay(cell) ? cell.day : cell);
const kindOf = (cell: Cell): string => (isDay(cell) ? 'day' : typeof cell);

function compareNull(op: CompareOp, left: Cell, right: Cell): Truth {
  if (op === '=' || op === '!=') return truthOf((left === right) === (op === '='));
  return 'null';
}

function compare(op: CompareOp, left: Cell, right: Cell): Truth {
  if (left === anything || right === anything) return 'any';
  if (left === null || right === null) return compareNull(op, left, right);
  if (kindOf(left) !== kindOf(right)) return 'any';
  const [a, b] = [plain(left), plain(right)];
  if (typeof a === 'boolean') return op === '=' || op === '!=' ? truthOf((a === b) === (op === '=')) : 'any';
  if (typeof a === 'number' && typeof b === 'number') return truthOf(ordered(op, a - b));
  const order = String(a) < String(b) ? -1 : String(a) > String(b) ? 1 : 0;
  return truthOf(ordered(op, order));
}

function all(truths: readonly Truth[]): Truth {
  if (truths.includes('false')) return 'false';
  if (truths.includes('any')) return 'any';
  return truths.includes('null') ? 'null' : 'true';
}

const some = (truths: readonly Truth[]): Truth => opposites[all(truths.map((truth) => opposites[truth]))];

const held = (cell: Cell): Truth => {
  if (typeof cell === 'boolean') return truthOf(cell);
  return cell === null ? 'null' : 'any';
};

export function weigh(guard: Guard, read: ReadTerm): Truth {
  const cell = (term: Term): Cell => (term.kind === 'literal' ? term.value : read(term));
  switch (guard.kind) {
    case 'and':
      return all(guard.parts.map((part) => weigh(part, read)));
    case 'or':
      return some(guard.parts.map((part) => weigh(part, read)));
    case 'not':
      return opposites[weigh(guard.part, read)];
    case 'if': {
      const condition = weigh(guard.condition, read);
      const [yes, no] = [weigh(guard.yes, read), weigh(guard.no, read)];
      if (condition === 'any') return yes === no ? yes : 'any';
      return condition === 'true' ? yes : no;
    }
    case 'compare':
      return compare(guard.op, cell(guard.left), cell(guard.right));
    case 'holds':
      return held(cell(guard.term));
  }
}
