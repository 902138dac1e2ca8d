// One row of indicators, checked: the path of components, the goal, the measure with its standard, and
// the observed value. Every fault of a row is reported, not only the first.
import type { z } from 'zod';
import { componentKindSchema } from '../../engine/index.ts';
import type { importMappingWire } from '../routes/wire/automations.ts';
import type { ReadRows, Row, RowProblem } from './read-rows.ts';

export type ImportMapping = z.infer<typeof importMappingWire>;

export interface IndicatorRow {
  row: number;
  path: string[];
  goal: string;
  measure: string;
  measureId: string | null;
  direction: 'increase' | 'decrease';
  critical: boolean;
  unit: string | null;
  target: number | null;
  actual: number | null;
}

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;

interface Reading {
  text(column: string): string;
  required(column: string): string;
  number(column: string): number | null;
  problem(column: string, message: string): void;
}

function readingOf(row: Row, number: number, problems: RowProblem[]): Reading {
  const problem = (column: string, message: string) => {
    problems.push({ row: number, column, message });
  };
  const text = (column: string) => (row[column] ?? '').trim();
  return {
    text,
    problem,
    required: (column) => {
      if (text(column) === '') problem(column, 'The cell is empty; give a name.');
      return text(column);
    },
    number: (column) => {
      const raw = text(column);
      if (raw === '') return null;
      if (!NUMBER.test(raw)) {
        problem(column, `“${raw}” is not a number; write it like 1234.5.`);
        return null;
      }
      const value = Number(raw);
      if (!Number.isFinite(value)) problem(column, `“${raw}” is too large to be a number.`);
      return value;
    },
  };
}

function directionOf(reading: Reading, mapping: ImportMapping): IndicatorRow['direction'] {
  const raw = reading.text(mapping.direction);
  if (raw === mapping.decreaseValue) return 'decrease';
  if (raw !== mapping.increaseValue)
    reading.problem(
      mapping.direction,
      `“${raw}” is neither “${mapping.increaseValue}” (higher is better) nor “${mapping.decreaseValue}” (lower is better).`,
    );
  return 'increase';
}

function readRow(row: Row, number: number, mapping: ImportMapping, problems: RowProblem[]): IndicatorRow {
  const reading = readingOf(row, number, problems);
  const measureId = mapping.measureId ? reading.required(mapping.measureId) : null;
  if (measureId && !/^[A-Za-z0-9._:-]{1,100}$/.test(measureId) && mapping.measureId)
    reading.problem(mapping.measureId, 'Use letters, digits and . _ : - only.');
  return {
    row: number,
    path: mapping.path.map((level) => reading.required(level.column)),
    goal: reading.required(mapping.goal),
    measure: reading.required(mapping.measure),
    measureId,
    direction: directionOf(reading, mapping),
    critical: mapping.critical ? reading.text(mapping.critical) === mapping.criticalValue : false,
    unit: mapping.unit ? reading.text(mapping.unit) : null,
    target: reading.number(mapping.target),
    actual: reading.number(mapping.actual),
  };
}

function missingColumns(rows: Row[], mapping: ImportMapping): RowProblem[] {
  const named = [
    ...mapping.path.map((level) => level.column),
    mapping.goal,
    mapping.measure,
    mapping.direction,
    mapping.target,
    mapping.actual,
    mapping.measureId,
    mapping.critical,
    mapping.unit,
  ].filter((column) => column !== undefined);
  const present = Object.keys(rows[0] ?? {});
  return named
    .filter((column) => !present.includes(column))
    .map((column) => ({
      row: 0,
      column,
      message: `There is no column “${column}”. The columns are: ${present.join(', ')}.`,
    }));
}

const unknownKinds = (mapping: ImportMapping): RowProblem[] =>
  mapping.path
    .filter((level) => !componentKindSchema.safeParse(level.kind).success)
    .map((level) => ({
      row: 0,
      column: level.column,
      message: `“${level.kind}” is not a kind of component; use ${componentKindSchema.options.join(', ')}.`,
    }));

function repeated(rows: IndicatorRow[], mapping: ImportMapping): RowProblem[] {
  const first = new Map<string, number>();
  return rows.flatMap((row) => {
    const key = row.measureId ?? JSON.stringify([...row.path, row.goal, row.measure]);
    const before = first.get(key);
    if (before === undefined) first.set(key, row.row);
    if (before === undefined) return [];
    const column = mapping.measureId ?? mapping.measure;
    return [
      {
        row: row.row,
        column,
        message: `The indicator stands in row ${before} already; keep one of the two.`,
      },
    ];
  });
}

/** Rows that are read in one go; between two lots others have their turn. */
const LOT = 1_000;

/**
 * `between` is told how many rows are read.
 * @returns every row, and every problem found; with any problem nothing should be imported.
 */
export async function readIndicators(
  { rows, numbers }: ReadRows,
  mapping: ImportMapping,
  between: (read: number) => Promise<void>,
): Promise<{ rows: IndicatorRow[]; problems: RowProblem[] }> {
  if (rows.length === 0)
    return { rows: [], problems: [{ row: 0, column: null, message: 'There are no rows.' }] };
  const general = [...missingColumns(rows, mapping), ...unknownKinds(mapping)];
  if (general.length > 0) return { rows: [], problems: general };
  const problems: RowProblem[] = [];
  const read: IndicatorRow[] = [];
  for (let start = 0; start < rows.length; start += LOT) {
    await between(start);
    for (const [index, row] of rows.slice(start, start + LOT).entries())
      read.push(readRow(row, numbers[start + index] ?? 0, mapping, problems));
  }
  return { rows: read, problems: [...problems, ...repeated(read, mapping)].sort((a, b) => a.row - b.row) };
}
