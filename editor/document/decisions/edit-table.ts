// The grid of a decision table and every change of it, as values: columns are the inputs, the outputs and the
// annotations in one row. A change that would leave no table gives the table as it was.
import type { DecisionTable, TableRule } from '../../../engine/index.ts';
import { t } from '../../language/say.ts';

export interface CellAt {
  /** The rule, from 0. */
  row: number;
  column: number;
}

export type ColumnKind = 'input' | 'output' | 'note';
export interface ColumnAt {
  kind: ColumnKind;
  /** Among those of its kind. */
  index: number;
}

const mostNotes = 20;
const mostColumns = 50;

const notesOf = ({ annotations }: DecisionTable): readonly string[] => annotations ?? [];

export function columnsOf(table: DecisionTable): ColumnAt[] {
  const all = (kind: ColumnKind, list: readonly unknown[]) => list.map((_, index) => ({ kind, index }));
  return [...all('input', table.inputs), ...all('output', table.outputs), ...all('note', notesOf(table))];
}

const cellsOf = (table: DecisionTable, rule: TableRule): string[] => [
  ...table.inputs.map((_, index) => rule.when[index] ?? ''),
  ...table.outputs.map((_, index) => rule.give[index] ?? ''),
  ...notesOf(table).map((_, index) => rule.notes?.[index] ?? ''),
];

export function cellText(table: DecisionTable, { row, column }: CellAt): string {
  const rule = table.rules[row];
  return rule ? (cellsOf(table, rule)[column] ?? '') : '';
}

/** Where a cell stands inside its table, as the tail of a JSON Pointer. */
export function cellPlace(table: DecisionTable, { row, column }: CellAt): string {
  const at = columnsOf(table)[column];
  const list = { input: 'when', output: 'give', note: 'notes' }[at?.kind ?? 'input'];
  return `/rules/${row}/${list}/${at?.index ?? 0}`;
}

/** The cell that the tail of a JSON Pointer is about: of a rule alone its first one. */
export function cellAtPlace(table: DecisionTable, place: string): CellAt | null {
  const [, row, list, index] = /^\/rules\/(\d+)(?:\/(when|give|notes)\/(\d+))?/.exec(place) ?? [];
  if (row === undefined) return null;
  const kinds: Record<string, ColumnKind> = { when: 'input', give: 'output', notes: 'note' };
  const kind = kinds[list ?? 'when'];
  const column = columnsOf(table).findIndex((at) => at.kind === kind && at.index === Number(index ?? 0));
  return { row: Number(row), column: Math.max(0, column) };
}

function ruleFrom(table: DecisionTable, cells: readonly string[], before?: TableRule): TableRule {
  const { inputs, outputs } = table;
  const [outputStart, noteStart] = [inputs.length, inputs.length + outputs.length];
  const notes = cells.slice(noteStart, noteStart + notesOf(table).length);
  return {
    ...(before?.description === undefined ? {} : { description: before.description }),
    when: cells.slice(0, outputStart),
    give: cells.slice(outputStart, noteStart),
    ...(notes.some((note) => note !== '') ? { notes } : {}),
  };
}

const emptyRule = (table: DecisionTable): TableRule => ({
  when: table.inputs.map(() => '-'),
  give: table.outputs.map(() => ''),
});

/** Fills cells from one on, as text is pasted: rules are added where it reaches below, what is too wide is left. */
export function withBlock(
  table: DecisionTable,
  at: CellAt,
  block: readonly (readonly string[])[],
): DecisionTable {
  const count = Math.max(table.rules.length, at.row + block.length);
  const rules = Array.from({ length: count }, (_, row) => {
    const before = table.rules[row];
    const line = block[row - at.row];
    if (before && !line) return before;
    const own = cellsOf(table, before ?? emptyRule(table));
    const cells = own.map((cell, column) => line?.[column - at.column]?.trim() ?? cell);
    return ruleFrom(table, cells, before);
  });
  return { ...table, rules };
}

export const withCell = (table: DecisionTable, at: CellAt, text: string): DecisionTable =>
  withBlock(table, at, [[text]]);

/** A new rule at a place, with the cells that are given. */
export const insertRule = (
  table: DecisionTable,
  row: number,
  cells: Partial<TableRule> = {},
): DecisionTable => ({
  ...table,
  rules: table.rules.toSpliced(row, 0, { ...emptyRule(table), ...cells }),
});

export const removeRules = (table: DecisionTable, row: number, count = 1): DecisionTable => ({
  ...table,
  rules: table.rules.toSpliced(row, count),
});

export function moveRule(table: DecisionTable, row: number, to: number): DecisionTable {
  const rule = table.rules[row];
  if (!rule || to < 0 || to >= table.rules.length) return table;
  return { ...table, rules: table.rules.toSpliced(row, 1).toSpliced(to, 0, rule) };
}

/** The same change in the heads and in the cells of every rule. */
function changeColumn(
  table: DecisionTable,
  kind: ColumnKind,
  change: <Item>(list: readonly Item[], fill: (row: number | null) => Item) => Item[],
  fill: {
    head: { input: DecisionTable['inputs'][number]; output: DecisionTable['outputs'][number] };
    cell: string;
  },
): DecisionTable {
  const rules = table.rules.map((rule) => {
    const list = { input: rule.when, output: rule.give, note: rule.notes ?? notesOf(table).map(() => '') }[
      kind
    ];
    const next = change(list, () => fill.cell);
    if (kind === 'input') return { ...rule, when: next };
    if (kind === 'output') return { ...rule, give: next };
    const { notes: _, ...others } = rule;
    return next.some((note) => note !== '') ? { ...others, notes: next } : others;
  });
  if (kind === 'input') return { ...table, rules, inputs: change(table.inputs, () => fill.head.input) };
  if (kind === 'output') return { ...table, rules, outputs: change(table.outputs, () => fill.head.output) };
  const { annotations: _, ...others } = table;
  const annotations = change(notesOf(table), () => t('Note'));
  return annotations.length > 0 ? { ...others, rules, annotations } : { ...others, rules };
}

/** A name that no output has yet: with several, each needs one. */
function freshOutput({ outputs }: DecisionTable): DecisionTable['outputs'][number] {
  const taken = new Set(outputs.map(({ name }) => name));
  let number = outputs.length + 1;
  while (taken.has(`value ${number}`)) number += 1;
  return { name: `value ${number}`, type: 'string' };
}

export function insertColumn(table: DecisionTable, { kind, index }: ColumnAt): DecisionTable {
  const count = columnsOf(table).filter((column) => column.kind === kind).length;
  if (count >= (kind === 'note' ? mostNotes : mostColumns)) return table;
  const named =
    kind === 'output'
      ? {
          ...table,
          outputs: table.outputs.map((output, at) => ({ ...output, name: output.name ?? `value ${at + 1}` })),
        }
      : table;
  const head = { input: { expression: 'score', label: t('New input') }, output: freshOutput(named) };
  const cell = kind === 'input' ? '-' : '';
  return changeColumn(named, kind, (list, fill) => list.toSpliced(index, 0, fill(null)), { head, cell });
}

const unused = { head: { input: { expression: '' }, output: {} }, cell: '' };

/** A table without outputs is none. */
export function removeColumn(table: DecisionTable, { kind, index }: ColumnAt): DecisionTable {
  if (kind === 'output' && table.outputs.length === 1) return table;
  return changeColumn(table, kind, (list) => list.toSpliced(index, 1), unused);
}

export function moveColumn(table: DecisionTable, { kind, index }: ColumnAt, to: number): DecisionTable {
  const count = columnsOf(table).filter((column) => column.kind === kind).length;
  if (to < 0 || to >= count) return table;
  const move = <Item>(list: readonly Item[]): Item[] => {
    const moved = list.slice(index, index + 1);
    return list.toSpliced(index, 1).toSpliced(to, 0, ...moved);
  };
  return changeColumn(table, kind, move, unused);
}
