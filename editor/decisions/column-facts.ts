// What a table's columns may hold, as the engine reads their types: for offers, for trying, for new rules.
import { type Cycle, compileCycleDecisions, type Json, splitTests } from '../../engine/index.ts';
import { pointer } from '../document/pointer.ts';

export interface ColumnFacts {
  /** The simple type, such as number; null when it may be anything or is made of others. */
  kind: string | null;
  /** FEEL literals, when its values can be counted. */
  choices: readonly string[];
}

interface TableFacts {
  inputs: readonly ColumnFacts[];
  outputs: readonly ColumnFacts[];
}

const literal = /^(?:"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?|true|false)$/;

type Check = ReturnType<typeof compileCycleDecisions>['tables'][number]['inputs'][number];

function factsOf({ shape, allowed }: Check): ColumnFacts {
  const kind = shape.kind === 'simple' ? shape.name : null;
  const lists = allowed.map(({ text }) => splitTests(text).map((test) => test.trim()));
  const counted = lists.find((tests) => tests.every((test) => literal.test(test)));
  return { kind, choices: counted ?? (kind === 'boolean' ? ['true', 'false'] : []) };
}

/** Of the table that a decision is; empty when there is none. */
export function columnFacts(cycle: Cycle, name: string): TableFacts {
  const place = pointer('decisions', name, 'logic');
  const placed = compileCycleDecisions(cycle).tables.find((table) => table.pointer === place);
  return { inputs: (placed?.inputs ?? []).map(factsOf), outputs: (placed?.outputs ?? []).map(factsOf) };
}

/** The function that makes values of a type: one of the same name, or `duration`. */
const makers: Record<string, 'same' | 'duration'> = {
  date: 'same',
  time: 'same',
  'date and time': 'same',
  'days and time duration': 'duration',
  'years and months duration': 'duration',
};

/** Text as FEEL writes it. */
export const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;

/** What a person types into a column of that type, as FEEL: text needs no quotes, a day no function. */
export function toLiteral(text: string, kind: string | null): string {
  const typed = text.trim();
  if (typed === '' || kind === null) return typed;
  if (kind === 'string') return /^".*"$/s.test(typed) ? typed : quoted(typed);
  const make = makers[kind] === 'same' ? kind : makers[kind];
  return make && !/[("@]/.test(typed) ? `${make}(${quoted(typed)})` : typed;
}

/** A value of a counter-example as a person would have typed it. */
export const typedAs = (value: Json | undefined): string =>
  value === undefined || value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value);
