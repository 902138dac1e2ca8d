// What the parts of the type checker share: what names are known, what was found, and how it is said.
import { nearest } from '../../model/nearest.ts';
import type { OwnTypes } from '../compile/instance.ts';
import type { Node, Place } from '../syntax/node.ts';
import type { Finding } from '../syntax/parse-feel.ts';
import { any, describeType, type FeelType, isOpen } from './feel-type.ts';

export interface Inference {
  readonly findings: Finding[];
  /** Undefined when there is no such name. */
  typeOfName(name: string): FeelType | undefined;
  readonly knownNames: readonly string[];
  /** What to do about a name that resembles none. */
  readonly hint: string;
  /** Of what unary tests test. */
  readonly input: FeelType;
  /** Of the names that hold within the expression, by their slots. */
  readonly slots: FeelType[];
  readonly full: boolean;
  readonly ownTypes: OwnTypes;
  infer(node: Node): FeelType;
}

export type Infer<N extends Node> = (node: N, inference: Inference) => FeelType;

export function find({ findings }: Inference, { from, to }: Place, message: string): void {
  findings.push({ message, from, to });
}

export function suggestion(name: string, names: readonly string[]): string {
  const found = nearest(name, names);
  return found === null ? '' : ` Did you mean "${found}"?`;
}

export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

export const sentence = (type: FeelType): string => capital(describeType(type));

/** Nothing but true, false or null makes sense where a condition stands. */
export function expectBoolean(inference: Inference, node: Node, what: string): void {
  const type = inference.infer(node);
  if (isOpen(type) || type.kind === 'boolean') return;
  find(inference, node, `${what} is true or false; this is ${describeType(type)}.`);
}

/** What a loop or a filter takes from it: the item of a list, or the value itself. */
export function itemOf(type: FeelType): FeelType {
  if (type.kind === 'list' || type.kind === 'range') return type.of;
  return type.kind === 'null' ? any : type;
}
