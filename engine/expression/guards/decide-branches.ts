// Which of a list of guards can be the first to hold, decided by looking at every value that makes a difference.
// What it proves holds for all values; what it finds comes with values that show it.
import type { Json } from '../../model/json.ts';
import { assignments, dimensionsOf, tooMany, variablesIn } from './assignments.ts';
import { anything, type Cell } from './cells.ts';
import { type Day, type DomainOf, type Guard, isDay, type Scalar, type Term } from './guard.ts';
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

export function witnessOf(values: ReadonlyMap<string, Cell>): Witness {
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
  /** Each with each that stands before it. */
  pairs: readonly Pair[];
}

interface Pair {
  first: number;
  second: number;
  /** The values for which both hold. */
  both: Witness | null;
  firstAlone: boolean;
  secondAlone: boolean;
}

const pairsOf = (guards: readonly Guard[]): Pair[] =>
  guards.flatMap((_, second) =>
    guards
      .slice(0, second)
      .map((_, first) => ({ first, second, both: null, firstAlone: false, secondAlone: false })),
  );

function lookAtPairs(looking: Looking, truths: readonly Truth[], values: ReadonlyMap<string, Cell>): void {
  for (const pair of looking.pairs) {
    const [a, b] = [truths[pair.first], truths[pair.second]];
    if (a === 'true' && b === 'true') pair.both ??= witnessOf(values);
    else if (a === 'true') pair.firstAlone = true;
    else if (b === 'true') pair.secondAlone = true;
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
  pairs.flatMap(({ first, second, both, firstAlone, secondAlone }) =>
    both ? [{ first, second, witness: both, nested: !(firstAlone && secondAlone) }] : [],
  );

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
  if (tooMany(dimensions)) return undecided(guards);
  const looking: Looking = {
    possible: new Set(),
    none: 'never',
    witness: null,
    canHold: guards.map(() => false),
    canFail: guards.map(() => false),
    pairs: pairsOf(guards),
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
