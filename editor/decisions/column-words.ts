// Columns and hit policies in words.
import type { DecisionTable, HitPolicy } from '../../engine/index.ts';
import type { ColumnAt, ColumnKind } from '../document/decisions/edit-table.ts';

export const kindWords: Record<ColumnKind, string> = {
  input: 'Input',
  output: 'Output',
  note: 'Note',
};

/** What a column is called: its label, or what stands behind it. */
export function columnTitle(table: DecisionTable, { kind, index }: ColumnAt): string {
  if (kind === 'note') return table.annotations?.[index] ?? 'Note';
  if (kind === 'input') return table.inputs[index]?.label ?? table.inputs[index]?.expression ?? '';
  const output = table.outputs[index];
  return output?.label ?? output?.name ?? 'Gives';
}

export const hitWords: Record<HitPolicy, string> = {
  U: 'Unique: only one rule may match',
  A: 'Any: all that match give the same',
  P: 'Priority: the first of the allowed values',
  F: 'First: the first rule that matches',
  R: 'Rule order: a list, as the rules stand',
  O: 'Output order: a list, as the allowed values stand',
  C: 'Collect: a list of all',
  'C+': 'Collect: their sum',
  'C<': 'Collect: the least',
  'C>': 'Collect: the greatest',
  'C#': 'Collect: how many',
};
