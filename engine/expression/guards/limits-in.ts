// What a guard says of a variable once it holds, or once it does not: the limits that it cannot be past.
import { type CompareOp, type DomainOf, type Guard, isDay, type Term } from './guard.ts';

/** The variable is at most (up) or at least (down) the limit, or equal to it (both ways). */
export interface Limit {
  variable: string;
  side: 'up' | 'down';
  limit: Term;
}

const sides: Record<CompareOp, readonly Limit['side'][]> = {
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

const from = (op: CompareOp, variable: Term, limit: Term): Limit[] =>
  variable.kind === 'path' ? sides[op].map((side) => ({ variable: variable.text, side, limit })) : [];

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

/** When the guard holds. */
export function limitsWhen(guard: Guard): Limit[] {
  switch (guard.kind) {
    case 'and':
      return guard.parts.flatMap(limitsWhen);
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
        ({ variable, limit }) =>
          isCertain({ kind: 'path', text: variable, names: [] }, domainOf) && isCertain(limit, domainOf),
      );
    case 'compare':
      return isCertain(guard.left, domainOf) && isCertain(guard.right, domainOf)
        ? limitsOf(negated[guard.op], guard.left, guard.right)
        : [];
    default:
      return [];
  }
}
