// What is typed of the goals of a component: read from the plan, put onto what others change meanwhile, and sent as
// what was changed.
import { type Goal, goalDefaults, isInPlan, type JsonObject } from '../../../engine/index.ts';
import { t } from '../../language/index.ts';
import type { Material } from '../material.ts';
import { type Base, changeOf, type RebasedRows, type Row, rebaseRows } from './rebase.ts';

export type GoalFields = Pick<Goal, 'title' | 'dimension' | 'priority' | 'critical' | 'alignments'>;
export type GoalRow = Row<GoalFields>;
export interface GoalsDraft {
  goals: GoalRow[];
  comment: string;
}

export const blankGoal = (row: number): GoalRow => ({
  row,
  id: null,
  title: '',
  dimension: 'quality',
  priority: 1,
  critical: false,
  alignments: [],
});

const readGoal = ({ version, title, dimension, priority, critical, alignments }: Goal): Base<GoalFields> => ({
  version,
  fields: { title, dimension, priority, critical, alignments },
});

export const goalsNow = (
  rows: readonly GoalRow[],
  { goals }: Pick<Material, 'goals'>,
): RebasedRows<GoalFields> => rebaseRows(rows, new Map(goals.map((goal) => [goal.id, readGoal(goal)])));

export function beginGoals(material: Pick<Material, 'goals'>): GoalsDraft {
  const { rows } = goalsNow([], material);
  return { goals: rows.length === 0 ? [blankGoal(1)] : rows, comment: '' };
}

/** As it would be stored. */
export function goalOf(entry: GoalRow, { goals, task }: Pick<Material, 'goals' | 'task'>): Goal {
  const { row, id, base: _, ...written } = entry;
  const known = goals.find((goal) => goal.id === id);
  return { ...goalDefaults, ...known, ...written, id: id ?? `new-${row}`, componentId: task.componentId };
}

/** Whether it is among what adds up to a hundred: not when it was waived or stopped. */
export const countsInPlan = ({ id }: Pick<GoalRow, 'id'>, { goals }: Pick<Material, 'goals'>): boolean =>
  isInPlan(goals.find((goal) => goal.id === id)?.status ?? 'open');

/** A sentence: what is missing. */
export function goalsResult({ goals, comment }: GoalsDraft): JsonObject | string {
  const named = goals.filter((entry) => entry.title.trim() !== '' || entry.id !== null);
  if (named.some((entry) => entry.title.trim() === '')) return t('Each goal needs a title.');
  return {
    goals: named.map((entry) => ({ ...changeOf({ ...entry, title: entry.title.trim() }) })),
    ...(comment.trim() ? { comment: comment.trim() } : {}),
  };
}
