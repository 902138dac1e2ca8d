// What reading a DMN document shares: its elements by name and id, whatever its version, and its problems.
import type { Problem } from '../../model/problem.ts';
import { feelName } from '../decision-model.ts';
import type { DmnElement } from './elements.ts';

export interface Importing {
  readonly problems: Problem[];
  /** The namespace of the outermost element, and those of DMN itself: elements of others are left alone. */
  readonly own: string;
  /** What columns are called that have no expression. */
  readonly labels: Set<string>;
}

/** 1.1 to 1.5; how the versions differ is handled where it matters. */
const isModelNamespace = (namespace: string): boolean =>
  /^https?:\/\/www\.omg\.org\/spec\/DMN\/\d{8}\/(MODEL\/?|dmn\.xsd)$/.test(namespace);

/** Files without a declared namespace are taken by the names of their elements. */
export const isOwn = ({ own }: Importing, { namespace }: DmnElement): boolean =>
  namespace === own || isModelNamespace(namespace);

export const childrenOf = (importing: Importing, element: DmnElement): DmnElement[] =>
  element.children.filter((child) => isOwn(importing, child));

export const allOf = (importing: Importing, element: DmnElement, name: string): DmnElement[] =>
  childrenOf(importing, element).filter((child) => child.name === name);

export const oneOf = (
  importing: Importing,
  element: DmnElement | undefined,
  name: string,
): DmnElement | undefined => element && childrenOf(importing, element).find((child) => child.name === name);

/** Undefined when there is none or it is empty. */
export function attribute(element: DmnElement | undefined, name: string): string | undefined {
  const value = element?.attributes.get(name)?.trim();
  return value ? value : undefined;
}

export const nameOf = (element: DmnElement | undefined): string | undefined => {
  const name = attribute(element, 'name');
  return name === undefined ? undefined : feelName(name);
};

/** The text of the element `text` inside, as DMN wraps expressions. */
export function wrappedText(importing: Importing, element: DmnElement | undefined): string {
  return (oneOf(importing, element, 'text')?.text ?? '').trim();
}

const oldNames: Record<string, string> = {
  datetime: 'date and time',
  daytimeduration: 'days and time duration',
  yearmonthduration: 'years and months duration',
  any: 'Any',
  context: 'Any',
  list: 'Any',
  range: 'Any',
  function: 'Any',
  integer: 'number',
  int: 'number',
  long: 'number',
  double: 'number',
  float: 'number',
  decimal: 'number',
  text: 'string',
};

/** The name of a type without the prefix that DMN 1.1 wrote, older names as those of today. */
export function typeName(raw: string | undefined, types: ReadonlySet<string>): string | undefined {
  if (raw === undefined) return undefined;
  const whole = feelName(raw);
  if (types.has(whole)) return whole;
  const name = feelName(whole.slice(whole.lastIndexOf(':') + 1));
  const old = name.toLowerCase();
  return !types.has(name) && Object.hasOwn(oldNames, old) ? oldNames[old] : name;
}

/** Where in the model something stands, and which types the model has. */
export interface LogicPlace {
  importing: Importing;
  types: ReadonlySet<string>;
  pointer: string;
}

export const placeInside = (at: LogicPlace, path: string): LogicPlace => ({
  ...at,
  pointer: `${at.pointer}/${path}`,
});

export const typeOf = (element: DmnElement | undefined, { types }: LogicPlace): string | undefined =>
  typeName(attribute(element, 'typeRef'), types);
