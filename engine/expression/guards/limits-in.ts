// What a guard says of a variable once it holds, or once it does not: the limits that it cannot be past.
import { type CompareOp, type DomainOf, type Guard, isDay, type Term } from './guard.ts';

/** The variable is at most (up) or at least (down) the limit, or equal to it (both ways); or it holds nothing (null). */
export interface Limit {
  /** Or how many items one has: count(seen). */
  variable: string;
  side: 'up' | 'down' | 'null';
  limit: Term;
  /** It is not the limit itself. */
  strict: boolean;
  /** It may also hold nothing. */
  orNull: boolean;
}

const sides: Record<CompareOp, readonly ('up' | 'down')[]> = {
  '<': ['up'],
  '<=': ['up'],
  '>': ['down'],
  '>=': ['down'],
  '=': ['up', 'down'],
  '!=': [],
};
const mirrored: Record<CompareOp, CompareOp> = {
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
  '=': '=',
  '!=': '!=',
};
const negated: Record<CompareOp, CompareOp> = {
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
  '=': '!=',
  '!=': '=',
};

/** The variable of which count(seen) tells how many items it has. */
export const countedIn = (term: string): string | null => /^count\((\w+)\)$/.exec(term)?.[1] ?? null;

const isNothing = (term: Term): boolean => term.kind === 'literal' && term.value === null;

function from(op: CompareOp, variable: Term, limit: Term): Limit[] {
  if (variable.kind === 'literal' || (variable.kind === 'opaque' && countedIn(variable.text) === null))
    return [];
  const own = { variable: variable.text, limit, strict: op === '<' || op === '>', orNull: false };
  if (isNothing(limit)) return op === '=' ? [{ ...own, side: 'null' }] : [];
  return sides[op].map((side) => ({ ...own, side }));
}

const limitsOf = (op: CompareOp, left: Term, right: Term): Limit[] => [
  ...from(op, left, right),
  ...from(mirrored[op], right, left),
];

/** A comparison that does not hold is the opposite one only where neither side can be null or of another kind. */
const isCertain = (term: Term, domainOf: DomainOf): boolean => {
  if (term.kind === 'literal') return typeof term.value === 'number' || isDay(term.value);
  const domain = domainOf(term);
  return (domain.kind === 'number' || domain.kind === 'day') && !domain.nullable;
};

/** The path that the guard asks to hold nothing, and no more. */
function nothingIn(guard: Guard): string | null {
  const [limit] = guard.kind === 'compare' ? limitsWhen(guard) : [];
  return limit?.side === 'null' ? limit.variable : null;
}

/** n = null or n < 3 */
function limitsOfEither(parts: readonly Guard[]): Limit[] {
  const [other, ...more] = parts.filter((part) => nothingIn(part) === null);
  if (other === undefined || more.length > 0) return [];
  const nothing = parts.map(nothingIn).filter((variable) => variable !== null);
  return limitsWhen(other)
    .filter(({ variable, side }) => side !== 'null' && nothing.every((name) => name === variable))
    .map((limit) => ({ ...limit, orNull: true }));
}

/** When the guard holds. */
export function limitsWhen(guard: Guard): Limit[] {
  switch (guard.kind) {
    case 'and':
      return guard.parts.flatMap(limitsWhen);
    case 'or':
      return limitsOfEither(guard.parts);
    case 'compare':
      return limitsOf(guard.op, guard.left, guard.right);
    default:
      return [];
  }
}

/** When the guard was tried and did not hold. */
export function limitsUnless(guard: Guard, domainOf: DomainOf): Limit[] {
  switch (guard.kind) {
    case 'or':
      return guard.parts.flatMap((part) => limitsUnless(part, domainOf));
    case 'not':
      return limitsWhen(guard.part).filter(
        ({ variable, limit, side }) =>
          side === 'null' ||
          (isCertain({ kind: 'path', text: variable, names: [] }, domainOf) && isCertain(limit, domainOf)),
      );
    case 'compare':
      // Asking for null, or for anything else, is answered whatever there is.
      return [guard.left, guard.right].some(isNothing) ||
        [guard.left, guard.right].every((term) => isCertain(term, domainOf))
        ? limitsOf(negated[guard.op], guard.left, guard.right)
        : [];
    default:
      return [];
  }
}
