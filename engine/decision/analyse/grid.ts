// A table as boxes over its columns: for each segment of a column the rules that hold there, as bits.
import type { DecisionTable } from '../../model/decision.ts';
import type { TypeCheck } from '../types/type-check.ts';
import {
  type Column,
  type HoldsIn,
  knownIn,
  makeColumn,
  type Reading,
  readTests,
  type Segment,
  whereHolds,
} from './column.ts';

/** Sets of rules: bit n is rule n. */
export type Rules = bigint;

export interface GridSegment {
  example: string;
  /** The rules that hold here for certain, and those of which it cannot be told besides. */
  certain: Rules;
  possible: Rules;
}

export interface GridColumn {
  label: string;
  kind: Column['kind'];
  /** Without those outside the allowed values. */
  segments: GridSegment[];
  readings: Reading[];
  /** False when the allowed values could not be told, so that a segment may lie outside them. */
  bounded: boolean;
}

export interface Grid {
  columns: GridColumn[];
  count: number;
  /** Cells that could not be told: [rule, input]. */
  unknown: [number, number][];
}

const bit = (rule: number): Rules => 1n << BigInt(rule);

function segmentRules(segment: Segment, rules: readonly HoldsIn[]): GridSegment {
  let certain: Rules = 0n;
  let possible: Rules = 0n;
  for (const [rule, holdsIn] of rules.entries()) {
    const holds = holdsIn(segment);
    if (holds === true) certain |= bit(rule);
    else if (holds === undefined) possible |= bit(rule);
  }
  return { example: segment.example, certain, possible };
}

/** Segments in which the same rules hold are one to every question. */
function distinct(segments: readonly GridSegment[]): GridSegment[] {
  const seen = new Map<string, GridSegment>();
  for (const segment of segments) {
    const key = `${segment.certain} ${segment.possible}`;
    if (!seen.has(key)) seen.set(key, segment);
  }
  return [...seen.values()];
}

const declaredKind = ({ shape }: TypeCheck): string =>
  shape.kind === 'simple' ? shape.name : shape.kind === 'any' ? 'Any' : 'other';

function gridColumn(table: DecisionTable, index: number, type: TypeCheck): GridColumn {
  const written = table.rules.map(({ when }) => readTests(when[index] ?? '-'));
  const asked = type.allowed.map(({ text }) => readTests(text));
  const column = makeColumn(declaredKind(type), [...written, ...asked]);
  const readings = written.map((reading) => knownIn(column, reading));
  const allowed = asked.map((reading) => knownIn(column, reading));
  const limits = allowed.map((reading) => whereHolds(column, reading));
  const inside = column.segments.filter((segment) => limits.every((holdsIn) => holdsIn(segment) !== false));
  const bounded = inside.every((segment) => limits.every((holdsIn) => holdsIn(segment) === true));
  const rules = readings.map((reading) => whereHolds(column, reading));
  const input = table.inputs[index];
  return {
    label: input?.label ?? input?.expression ?? '',
    kind: column.kind,
    segments: distinct(inside.map((segment) => segmentRules(segment, rules))),
    readings,
    bounded,
  };
}

/** `types` are those of the inputs, allowed values and all. */
export function makeGrid(table: DecisionTable, types: readonly TypeCheck[]): Grid {
  const columns = table.inputs.map((_, index) => gridColumn(table, index, types[index] ?? anyType));
  const unknown = columns.flatMap(({ readings, kind }, input) =>
    readings.flatMap((reading, rule): [number, number][] =>
      reading.kind === 'unknown' || (reading.kind === 'pieces' && kind === 'other') ? [[rule, input]] : [],
    ),
  );
  return { columns, count: table.rules.length, unknown };
}

const anyType: TypeCheck = { name: 'Any', shape: { kind: 'any' }, allowed: [] };
