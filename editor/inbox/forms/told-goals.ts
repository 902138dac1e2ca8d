// The goals of which somebody tells how they went: those that are open, with what was typed of each, and those that were
// met or stopped since it was typed, so that no words are lost.
import type { Goal } from '../../../engine/index.ts';

export interface ToldGoal {
  goalId: string;
  text: string;
  factors: string;
  evidenceIds?: string[];
}

export interface GoalToTell {
  told: ToldGoal;
  title: string;
  status: Goal['status'];
}

const untold = (goalId: string): ToldGoal => ({ goalId, text: '', factors: '' });

const isTyped = ({ text, factors }: ToldGoal): boolean => `${text}${factors}`.trim() !== '';

type Known = Pick<Goal, 'id' | 'title' | 'status'>;

export function goalsToTell(typed: readonly ToldGoal[], goals: readonly Known[]): GoalToTell[] {
  return goals.flatMap(({ id, title, status }): GoalToTell[] => {
    const told = typed.find(({ goalId }) => goalId === id) ?? untold(id);
    return status === 'open' || isTyped(told) ? [{ told, title, status }] : [];
  });
}

/** The same with what was changed of one goal. */
export function withTold(typed: readonly ToldGoal[], goalId: string, patch: Partial<ToldGoal>): ToldGoal[] {
  const before = typed.find((one) => one.goalId === goalId) ?? untold(goalId);
  return [...typed.filter((one) => one.goalId !== goalId), { ...before, ...patch }];
}
