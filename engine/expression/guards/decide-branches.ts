// Which of a list of guards can be the first to hold, decided by looking at every value that makes a difference.
// What it proves holds for all values; what it finds comes with values that show it.
import type { Json } from '../../model/json.ts';
import { anything, type Cell, cellsOf } from './cells.ts';
import {
  atomsOf,
  type Day,
  type Domain,
  type DomainOf,
  type Guard,
  isDay,
  type Scalar,
  type Term,
} from './guard.ts';
import { type Truth, weigh } from './weigh.ts';

/** Values of the terms, by their text. */
export type Witness = ReadonlyMap<string, Scalar | Day>;

export interface Overlap {
  first: number;
  second: number;
  witness: Witness;
  /** Whenever one holds the other does: the order says which is the exception. */
  nested: boolean;
}

export type Opaque = Extract<Term, { kind: 'opaque' }>;

export interface Decision {
  /** The places of those that can be the first to hold. */
  possible: readonly number[];
  /** That none holds: proved impossible, or shown by values, or not known. */
  none: 'never' | 'shown' | 'unknown';
  witness: Witness | null;
  /** By place: whether it can hold at all, and whether it can fail to. */
  canHold: readonly boolean[];
  canFail: readonly boolean[];
  /** Two that hold for the same values. */
  overlaps: readonly Overlap[];
  /** Terms that are no name or path, so that no value can simply be given to them. */
  opaque: readonly Opaque[];
}

/** More combinations than this are not looked at. */
const maxCombinations = 4_000;

type Variable = Exclude<Term, { kind: 'literal' }>;

interface Dimension {
  text: string;
  cells: readonly Cell[];
}

/** Any expression may stand for a condition; that it gives nothing is part of not being known. */
const perhapsTrue: Domain = { kind: 'choice', values: [true, false], nullable: true };

const variablesIn = (guards: readonly Guard[]): Map<string, Variable> => {
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

function dimensionsOf(
  guards: readonly Guard[],
  domainOf: DomainOf,
  fixed: ReadonlyMap<string, Scalar>,
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

/** All combinations, one at a time, in the same map. */
function* assignments(dimensions: readonly Dimension[]): Generator<ReadonlyMap<string, Cell>> {
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

function witnessOf(values: ReadonlyMap<string, Cell>): Witness {
  const shown = new Map<string, Scalar | Day>();
  for (const [text, cell] of values) if (cell !== anything) shown.set(text, cell);
  return shown;
}

interface Looking {
  possible: Set<number>;
  none: Decision['none'];
  witness: Witness | null;
  canHold: boolean[];
  canFail: boolean[];
  /** By "first second": the values for which both hold, and which of the two held alone. */
  pairs: Map<string, { both: Witness | null; alone: Set<number> }>;
}

function lookAtPairs(looking: Looking, truths: readonly Truth[], values: ReadonlyMap<string, Cell>): void {
  for (let second = 1; second < truths.length; second++) {
    for (let first = 0; first < second; first++) {
      const key = `${first} ${second}`;
      const pair = looking.pairs.get(key) ?? { both: null, alone: new Set<number>() };
      looking.pairs.set(key, pair);
      const [a, b] = [truths[first], truths[second]];
      if (a === 'true' && b === 'true') pair.both ??= witnessOf(values);
      else if (a === 'true') pair.alone.add(first);
      else if (b === 'true') pair.alone.add(second);
    }
  }
}

/** The first that holds is taken; one that may hold leaves the question to the next. */
function firstOf(truths: readonly Truth[]): { may: number[]; decided: boolean } {
  const sure = truths.indexOf('true');
  const tried = sure < 0 ? truths : truths.slice(0, sure + 1);
  const may = tried.flatMap((truth, place) => (truth === 'true' || truth === 'any' ? [place] : []));
  return { may, decided: sure >= 0 };
}

function lookAt(looking: Looking, truths: readonly Truth[], values: ReadonlyMap<string, Cell>): void {
  for (const [place, truth] of truths.entries()) {
    if (truth === 'true' || truth === 'any') looking.canHold[place] = true;
    if (truth !== 'true') looking.canFail[place] = true;
  }
  const { may, decided } = firstOf(truths);
  for (const place of may) looking.possible.add(place);
  lookAtPairs(looking, truths, values);
  if (decided || looking.none === 'shown') return;
  looking.none = may.length > 0 ? 'unknown' : 'shown';
  if (looking.none === 'shown') looking.witness = witnessOf(values);
}

const overlapsIn = ({ pairs }: Looking): Overlap[] =>
  [...pairs].flatMap(([key, { both, alone }]) => {
    const [first = 0, second = 0] = key.split(' ').map(Number);
    return both ? [{ first, second, witness: both, nested: alone.size < 2 }] : [];
  });

const opaqueIn = (guards: readonly Guard[]): Opaque[] =>
  [...variablesIn(guards).values()].filter((term) => term.kind === 'opaque');

const undecided = (guards: readonly Guard[]): Decision => ({
  possible: guards.map((_, place) => place),
  none: 'unknown',
  witness: null,
  canHold: guards.map(() => true),
  canFail: guards.map(() => true),
  overlaps: [],
  opaque: opaqueIn(guards),
});

/** `fixed` are values that are known, by the text of the term. */
export function decideBranches(
  guards: readonly Guard[],
  domainOf: DomainOf,
  fixed: ReadonlyMap<string, Scalar> = new Map(),
): Decision {
  const dimensions = dimensionsOf(guards, domainOf, fixed);
  if (combinationsOf(dimensions) > maxCombinations) return undecided(guards);
  const looking: Looking = {
    possible: new Set(),
    none: 'never',
    witness: null,
    canHold: guards.map(() => false),
    canFail: guards.map(() => false),
    pairs: new Map(),
  };
  for (const values of assignments(dimensions)) {
    const truths = guards.map((guard) => weigh(guard, ({ text }) => values.get(text) ?? null));
    lookAt(looking, truths, values);
  }
  const { possible, none, witness, canHold, canFail } = looking;
  return {
    possible: [...possible].sort((a, b) => a - b),
    none,
    witness,
    canHold,
    canFail,
    overlaps: overlapsIn(looking),
    opaque: opaqueIn(guards),
  };
}

/** The witness as the values of names: paths become contexts. */
export function valuesOf(witness: Witness): Record<string, Json> {
  return Object.fromEntries([...witness].map(([text, value]) => [text, isDay(value) ? value.day : value]));
}
