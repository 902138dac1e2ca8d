// <if>, <elseif> and <else> (SCXML 4.3 to 4.5) as actions with guards. Conditions are looked at once, before the
// branch: where its actions could change them, the branch taken is kept in a variable.
import type { Action } from '../../model/action.ts';
import { elementsIn, type XmlElement } from '../../xml/read-xml.ts';
import type { Block, Known } from './block.ts';
import { scxmlName } from './namespaces.ts';
import { complain, type Reading } from './reading.ts';
import { conditionIn } from './values.ts';

interface Branch {
  /** Null for <else>. */
  condition: string | null;
  actions: Action[];
}

interface Part {
  at: XmlElement;
  inside: XmlElement[];
}

type ReadInside = (reading: Reading, elements: readonly XmlElement[], block: Block) => Action[];

function partsOf(element: XmlElement): Part[] {
  const parts: Part[] = [{ at: element, inside: [] }];
  for (const child of elementsIn(element)) {
    const name = scxmlName(child.name);
    if (name === 'elseif' || name === 'else') parts.push({ at: child, inside: [] });
    else parts.at(-1)?.inside.push(child);
  }
  return parts;
}

/** Null after a problem. */
function readPart(reading: Reading, { at, inside }: Part, before: Known, readInside: ReadInside) {
  const isElse = scxmlName(at.name) === 'else';
  const condition = isElse ? null : conditionIn(reading, before, at, at.attributes.cond ?? '');
  if (condition === null && !isElse) return null;
  const block: Block = { known: new Map(before), failed: false };
  const actions = readInside(reading, inside, block);
  if (block.failed) {
    complain(
      reading,
      'fails',
      at,
      'What always fails can be read in a whole block only, not in one branch of it.',
    );
  }
  return { condition, actions, known: block.known };
}

/** What a branch gives is not known after it: it may not have been taken. */
function forgetChanges(known: Known, after: Known): void {
  const before = new Map(known);
  for (const [name, value] of before) if (after.get(name) !== value) known.delete(name);
}

const and = (guard: string, inner: string | undefined): string =>
  inner === undefined ? guard : `(${guard}) and (${inner})`;
const guarded = (actions: readonly Action[], guard: string): Action[] =>
  actions.map((action) => ({ ...action, guard: and(guard, action.guard) }));

/** Only true is true, so that what is neither leads to the next branch. */
const otherwise = (condition: string): string => `not((${condition}) = true)`;
const sets = ({ actions }: Branch): boolean => actions.some((action) => action.do === 'set');

export function readBranches(
  reading: Reading,
  element: XmlElement,
  block: Block,
  readInside: ReadInside,
): Action[] {
  const before = new Map(block.known);
  const read = partsOf(element).map((part) => readPart(reading, part, before, readInside));
  const branches = read.filter((branch) => branch !== null);
  if (branches.length < read.length) return [];
  for (const { known } of branches) forgetChanges(block.known, known);
  // Conditions may be asked again for each action only when nothing that is done here can change them.
  const acting = branches.filter(({ actions }) => actions.length > 0);
  const isSafe = !acting.some(sets) || (acting.length === 1 && acting[0]?.actions.length === 1);
  return isSafe ? byGuards(branches) : byChoice(reading, branches);
}

function byGuards(branches: readonly Branch[]): Action[] {
  return branches.flatMap(({ condition, actions }, index) => {
    const not = branches.slice(0, index).map((earlier) => otherwise(earlier.condition ?? 'true'));
    const own = condition === null ? [] : [not.length > 0 ? `(${condition})` : condition];
    return guarded(actions, [...not, ...own].join(' and ') || 'true');
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
