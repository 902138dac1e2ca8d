// <if>, <elseif> and <else> (SCXML 4.3 to 4.5) as actions with guards. Conditions are looked at once, before the
// branch: where its actions could change them, the branch taken is kept in a variable.
import type { Action } from '../../model/cycle.ts';
import { elementsIn, type XmlElement } from '../xml/read-xml.ts';
import { scxmlName } from './namespaces.ts';
import type { Reading } from './reading.ts';
import { conditionIn, type Known } from './values.ts';

interface Branch {
  /** Null for <else>. */
  condition: string | null;
  actions: Action[];
}

type ReadInside = (reading: Reading, elements: readonly XmlElement[], known: Known) => Action[];

/** Null after a problem. */
function readParts(
  reading: Reading,
  element: XmlElement,
  known: Known,
  readInside: ReadInside,
): Branch[] | null {
  const parts: { at: XmlElement; inside: XmlElement[] }[] = [{ at: element, inside: [] }];
  for (const child of elementsIn(element)) {
    const name = scxmlName(child.name);
    if (name === 'elseif' || name === 'else') parts.push({ at: child, inside: [] });
    else parts.at(-1)?.inside.push(child);
  }
  const before = new Map(known);
  const branches = parts.map(({ at, inside }): Branch | null => {
    const isElse = scxmlName(at.name) === 'else';
    const condition = isElse
      ? null
      : conditionIn(reading, { element: at, text: at.attributes.cond ?? '', known: before });
    if (condition === null && !isElse) return null;
    const own = new Map(before);
    const actions = readInside(reading, inside, own);
    // What a branch gives is not known after it: it may not have been taken.
    for (const [name, value] of before) if (own.get(name) !== value) known.delete(name);
    for (const name of own.keys()) if (!before.has(name)) known.delete(name);
    return { condition, actions };
  });
  return branches.every((branch) => branch !== null) ? branches : null;
}

const and = (guard: string, inner: string | undefined): string =>
  inner === undefined ? guard : `(${guard}) and (${inner})`;
const guarded = (actions: readonly Action[], guard: string): Action[] =>
  actions.map((action) => ({ ...action, guard: and(guard, action.guard) }));

/** Only true is true, so that what is neither leads to the next branch. */
const otherwise = (condition: string): string => `not((${condition}) = true)`;

/** Nothing in it can change what a condition looks at while the branch is still being done. */
const isPlain = ({ actions }: Branch): boolean =>
  actions.length <= 1 || actions.every((action) => action.do !== 'set');

export function readBranches(
  reading: Reading,
  element: XmlElement,
  known: Known,
  readInside: ReadInside,
): Action[] {
  const branches = readParts(reading, element, known, readInside)?.filter(
    ({ actions, condition }) => actions.length > 0 || condition,
  );
  if (!branches) return [];
  const acting = branches.filter(({ actions }) => actions.length > 0);
  // A later branch asks again, so that no earlier one may have changed anything.
  const isLone = acting.length === 1;
  if (
    branches.every(isPlain) &&
    (isLone || acting.every(({ actions }) => actions.every(({ do: does }) => does !== 'set')))
  ) {
    return byGuards(branches);
  }
  return byChoice(reading, branches);
}

function byGuards(branches: readonly Branch[]): Action[] {
  return branches.flatMap(({ condition, actions }, index) => {
    const not = branches.slice(0, index).map((earlier) => otherwise(earlier.condition ?? 'true'));
    const guards = [...not, ...(condition === null ? [] : [not.length > 0 ? `(${condition})` : condition])];
    return guarded(actions, guards.join(' and '));
  });
}

function byChoice(reading: Reading, branches: readonly Branch[]): Action[] {
  const variable = reading.variables.name(`(branch ${reading.variables.given.size})`);
  reading.declared.set(variable, null);
  const chosen = branches.reduceRight(
    (rest, { condition }, index) =>
      condition === null ? String(index + 1) : `if ${condition} then ${index + 1} else ${rest}`,
    '0',
  );
  return [
    { do: 'set', variable, value: chosen },
    ...branches.flatMap(({ actions }, index) => guarded(actions, `${variable} = ${index + 1}`)),
  ];
}
