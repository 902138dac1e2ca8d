// The values that make a difference for a list of guards: those of each term, and every combination of them.
import { type Cell, cellsOf } from './cells.ts';
import {
  atomsOf,
  type Day,
  type Domain,
  type DomainOf,
  type Guard,
  type Scalar,
  type Term,
} from './guard.ts';

type Variable = Exclude<Term, { kind: 'literal' }>;

export interface Dimension {
  text: string;
  cells: readonly Cell[];
}

/** Any expression may stand for a condition; that it gives nothing is part of not being known. */
const perhapsTrue: Domain = { kind: 'choice', values: [true, false], nullable: true };

export const variablesIn = (guards: readonly Guard[]): Map<string, Variable> => {
  const terms = guards
    .flatMap(atomsOf)
    .flatMap((atom) => (atom.kind === 'compare' ? [atom.left, atom.right] : [atom.term]));
  return new Map(terms.flatMap((term) => (term.kind === 'literal' ? [] : [[term.text, term]])));
};

/** Terms that are compared with each other share what they are compared with. */
function familiesOf(guards: readonly Guard[], variables: ReadonlyMap<string, Variable>) {
  const families = new Map(
    [...variables.keys()].map((text) => [text, { members: [text], constants: new Set<Scalar | Day>() }]),
  );
  for (const atom of guards.flatMap(atomsOf)) {
    if (atom.kind !== 'compare') continue;
    const { left, right } = atom;
    const of = (term: Term) => (term.kind === 'literal' ? undefined : families.get(term.text));
    const [a, b] = [of(left), of(right)];
    if (left.kind === 'literal') b?.constants.add(left.value);
    if (right.kind === 'literal') a?.constants.add(right.value);
    if (!a || !b || a === b) continue;
    const joined = {
      members: [...a.members, ...b.members],
      constants: new Set([...a.constants, ...b.constants]),
    };
    for (const member of joined.members) families.set(member, joined);
  }
  return families;
}

export function dimensionsOf(
  guards: readonly Guard[],
  domainOf: DomainOf,
  fixed: ReadonlyMap<string, Scalar> = new Map(),
): Dimension[] {
  const variables = variablesIn(guards);
  const families = familiesOf(guards, variables);
  const asTruth = new Set(
    guards
      .flatMap(atomsOf)
      .flatMap((atom) => (atom.kind === 'holds' && atom.term.kind === 'opaque' ? [atom.term.text] : [])),
  );
  const domains = new Map(
    [...variables.values()].map((term): [string, Domain] => {
      const given = domainOf(term);
      return [term.text, given.kind === 'unknown' && asTruth.has(term.text) ? perhapsTrue : given];
    }),
  );
  return [...domains].map(([text, domain]) => {
    const known = fixed.get(text);
    if (known !== undefined) return { text, cells: [known] };
    const { members = [text], constants = [] } = families.get(text) ?? {};
    const rivals = members.map((member) => domains.get(member) ?? domain);
    const values = members.flatMap((member) => fixed.get(member) ?? []);
    return { text, cells: cellsOf({ domain, constants: [...constants, ...values], rivals }) };
  });
}

const combinationsOf = (dimensions: readonly Dimension[]): number =>
  dimensions.reduce((count, { cells }) => count * cells.length, 1);

/** More combinations than this are not looked at. */
const maxCombinations = 4_000;

export const tooMany = (dimensions: readonly Dimension[]): boolean =>
  combinationsOf(dimensions) > maxCombinations;

/** All combinations, one at a time, in the same map. */
export function* assignments(dimensions: readonly Dimension[]): Generator<ReadonlyMap<string, Cell>> {
  const values = new Map<string, Cell>();
  const count = combinationsOf(dimensions);
  for (let number = 0; number < count; number++) {
    let rest = number;
    for (const { text, cells } of dimensions) {
      values.set(text, cells[rest % cells.length] ?? null);
      rest = Math.floor(rest / cells.length);
    }
    yield values;
  }
}
