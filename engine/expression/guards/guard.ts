// A guard as far as it can be reasoned about: comparisons of terms, joined. What a term holds is looked up or,
// where nothing is known of its inside, taken as any value of its kind.
export type Scalar = string | number | boolean | null;

/** A calendar day written out, told apart from the same text. */
export interface Day {
  day: string;
}

export type Term =
  | { kind: 'literal'; value: Scalar | Day }
  /** A name or a plain path such as result.decision. */
  | { kind: 'path'; text: string; names: readonly string[] }
  /** Any other expression. The same text has the same value. */
  | { kind: 'opaque'; text: string; names: readonly string[] };

export type CompareOp = '=' | '!=' | '<' | '<=' | '>' | '>=';

export type Guard =
  | { kind: 'and' | 'or'; parts: readonly Guard[] }
  | { kind: 'not'; part: Guard }
  | { kind: 'if'; condition: Guard; yes: Guard; no: Guard }
  | { kind: 'compare'; op: CompareOp; left: Term; right: Term }
  /** A term that is itself true or not. */
  | { kind: 'holds'; term: Term };

/** What a term can hold. */
export type Domain =
  | { kind: 'choice'; values: readonly (string | number | boolean)[]; nullable: boolean }
  | { kind: 'number'; min?: number; max?: number; whole?: boolean; nullable: boolean }
  | { kind: 'text'; nullable: boolean }
  | { kind: 'day'; nullable: boolean }
  | { kind: 'unknown' };

/** The domain of a path, or of an expression by its text. */
export type DomainOf = (term: { kind: 'path' | 'opaque'; text: string }) => Domain;

export const isDay = (value: unknown): value is Day =>
  typeof value === 'object' && value !== null && 'day' in value;

/** Every comparison and every term that stands for itself, wherever it stands. */
export function atomsOf(guard: Guard): Extract<Guard, { kind: 'compare' | 'holds' }>[] {
  switch (guard.kind) {
    case 'and':
    case 'or':
      return guard.parts.flatMap(atomsOf);
    case 'not':
      return atomsOf(guard.part);
    case 'if':
      return [guard.condition, guard.yes, guard.no].flatMap(atomsOf);
    default:
      return [guard];
  }
}
