// Columns, hit policies and other logic in words.
import type { DecisionLogic, DecisionTable, HitPolicy } from '../../engine/index.ts';
import type { ColumnAt, ColumnKind } from '../document/decisions/edit-table.ts';
import { t } from '../language/index.ts';

export const kindWords: Record<ColumnKind, string> = {
  input: t('Input'),
  output: t('Output'),
  note: t('Note'),
};

/** What a column is called: its label, or what stands behind it. */
export function columnTitle(table: DecisionTable, { kind, index }: ColumnAt): string {
  if (kind === 'note') return table.annotations?.[index] ?? t('Note');
  if (kind === 'input') return table.inputs[index]?.label ?? table.inputs[index]?.expression ?? '';
  const output = table.outputs[index];
  return output?.label ?? output?.name ?? t('Gives');
}

/** What a decision is that is no table. */
export const logicWords: Record<Exclude<DecisionLogic['kind'], 'table'>, string> = {
  expression: t('expression'),
  context: t('context'),
  list: t('list'),
  relation: t('relation'),
  invocation: t('invocation'),
  function: t('function'),
  conditional: t('conditional'),
  filter: t('filter'),
  for: t('for'),
  some: t('some'),
  every: t('every'),
};

export const hitWords: Record<HitPolicy, string> = {
  U: t('Unique: only one rule may match'),
  A: t('Any: all that match give the same'),
  P: t('Priority: the first of the allowed values'),
  F: t('First: the first rule that matches'),
  R: t('Rule order: a list, as the rules stand'),
  O: t('Output order: a list, as the allowed values stand'),
  C: t('Collect: a list of all'),
  'C+': t('Collect: their sum'),
  'C<': t('Collect: the least'),
  'C>': t('Collect: the greatest'),
  'C#': t('Collect: how many'),
};
