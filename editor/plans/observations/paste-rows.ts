// Values pasted from a spreadsheet, row by row: what each would record, or why it cannot be. Nothing is guessed.
import { parse } from 'csv-parse/browser/esm/sync';
import type { Measure, Observation } from '../../../engine/index.ts';
import type { NewObservation } from '../../app/api/wire.ts';
import { readDate } from '../../app/words/read-date.ts';
import { decimalSign, t } from '../../language/index.ts';

export interface PastedRow {
  /** As counted in what was pasted, from 1. */
  line: number;
  cells: string[];
  /** Null: the row is bad, and `problem` says why. */
  observation: NewObservation | null;
  problem: string | null;
  /** What is recorded for the same days and would be corrected. */
  corrects: Observation | null;
}

export interface Known {
  measures: readonly Measure[];
  observations: readonly Observation[];
}

const columns = ['measure', 'from', 'to', 'value'] as const;
type Column = (typeof columns)[number];
const heads: Record<Column, RegExp> = {
  measure: /^(measure|messgröße|indicator|kpi)$/i,
  from: /^(from|von|period ?start|start)$/i,
  to: /^(to|bis|period ?end|end)$/i,
  value: /^(value|wert)$/i,
};

function delimiterOf(text: string): string {
  const [first = ''] = text.split('\n');
  return ['\t', ';', ','].find((sign) => first.includes(sign)) ?? ',';
}

/** Which cell has which column: as the first row names them, else in the usual order. */
function orderOf(first: readonly string[]): { order: Partial<Record<Column, number>>; hasHead: boolean } {
  const named = columns.map(
    (column) => [column, first.findIndex((cell) => heads[column].test(cell))] as const,
  );
  const found = named.filter(([, index]) => index >= 0);
  if (found.length >= 2) return { order: Object.fromEntries(found), hasHead: true };
  return { order: { measure: 0, from: 1, to: 2, value: 3 }, hasHead: false };
}

/** 1234.5, 1,234.5 and, where one writes so, 1.234,5. Null: no number. */
export function readNumber(text: string, decimal = decimalSign()): number | null {
  const group = decimal === ',' ? '.' : ',';
  const grouped = new RegExp(`^-?\\d{1,3}(\\${group}\\d{3})+(\\${decimal}\\d+)?$`);
  const plain = new RegExp(`^-?\\d+(\\${decimal}\\d+)?$`);
  const trimmed = text.trim();
  if (!grouped.test(trimmed) && !plain.test(trimmed)) return null;
  return Number(trimmed.replaceAll(group, '').replace(decimal, '.'));
}

const sameWords = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

const inForceFor = (
  { observations }: Known,
  { measureId, periodStart, periodEnd }: Pick<Observation, 'measureId' | 'periodStart' | 'periodEnd'>,
): Observation | null =>
  observations.find(
    (one) =>
      one.measureId === measureId &&
      one.periodStart === periodStart &&
      one.periodEnd === periodEnd &&
      one.status !== 'void' &&
      !observations.some((other) => other.supersedes === one.id),
  ) ?? null;

type Read = { problem: string } | { observation: NewObservation; corrects: Observation | null };

function readRow(cell: (column: Column) => string, known: Known): Read {
  const title = cell('measure');
  const measure = known.measures.find((one) => sameWords(one.title, title) || one.id === title.trim());
  if (!measure) return { problem: t('There is no measure “{title}” in this plan.', { title }) };
  const [from, to] = [readDate(cell('from')), readDate(cell('to'))];
  if (!from) return { problem: t('“{text}” is no day.', { text: cell('from') }) };
  if (!to) return { problem: t('“{text}” is no day.', { text: cell('to') }) };
  if (to < from) return { problem: t('The period ends before it starts.') };
  const value = readNumber(cell('value'));
  if (value === null) return { problem: t('“{text}” is no number.', { text: cell('value') }) };
  const key = { measureId: measure.id, periodStart: from, periodEnd: to };
  const corrects = inForceFor(known, key);
  const supersedes = corrects ? { supersedes: corrects.id } : {};
  return { observation: { ...key, value, source: 'paste', ...supersedes }, corrects };
}

const keyOf = ({ measureId, periodStart, periodEnd }: NewObservation): string =>
  `${measureId} ${periodStart} ${periodEnd}`;

/** The same days twice would be two values for one thing: the later row is the bad one. */
function withoutDoubles(rows: PastedRow[]): PastedRow[] {
  const lines = new Map<string, number>();
  return rows.map((row) => {
    if (!row.observation) return row;
    const key = keyOf(row.observation);
    const before = lines.get(key);
    if (before === undefined) lines.set(key, row.line);
    if (before === undefined) return row;
    const problem = t('Row {line} has a value for these days already.', { line: before });
    return { ...row, observation: null, corrects: null, problem };
  });
}

export function readPaste(text: string, known: Known): PastedRow[] {
  const table: string[][] = parse(text, {
    delimiter: delimiterOf(text),
    relaxColumnCount: true,
    relaxQuotes: true,
    skipEmptyLines: true,
    trim: true,
  });
  const { order, hasHead } = orderOf(table[0] ?? []);
  const rows = table.slice(hasHead ? 1 : 0).map((cells, index): PastedRow => {
    const only = known.measures.length === 1 ? (known.measures[0]?.title ?? '') : '';
    const cell = (column: Column) => {
      const place = order[column];
      return place === undefined ? (column === 'measure' ? only : '') : (cells[place] ?? '');
    };
    const read = readRow(cell, known);
    const line = index + (hasHead ? 2 : 1);
    return 'problem' in read
      ? { line, cells, observation: null, corrects: null, problem: read.problem }
      : { line, cells, ...read, problem: null };
  });
  return withoutDoubles(rows);
}
