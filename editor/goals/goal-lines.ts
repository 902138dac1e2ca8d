// Goals with what is worth a remark: an orphan serves no goal of the whole, a hollow one has no measure.
import type { Component, Goal, Measure } from '../../engine/index.ts';

export interface GoalLine {
  goal: Goal;
  componentName: string;
  measureCount: number;
  /** Titles of the goals that it serves. */
  serves: string[];
  remarks: string[];
}

interface Given {
  goals: Goal[];
  measures: Pick<Measure, 'goalId' | 'standards'>[];
  components: Pick<Component, 'id' | 'name' | 'parentId'>[];
}

export function toGoalLines({ goals, measures, components }: Given): GoalLine[] {
  const titles = new Map(goals.map(({ id, title }) => [id, title]));
  const served = new Set(goals.flatMap((goal) => goal.alignments.map(({ parentGoalId }) => parentGoalId)));
  const places = new Map(components.map((component) => [component.id, component]));
  const goalHolders = new Set(goals.map(({ componentId }) => componentId));
  const hasGoalsAbove = (componentId: string): boolean => {
    const parent = places.get(componentId)?.parentId;
    return parent ? goalHolders.has(parent) || hasGoalsAbove(parent) : false;
  };
  return goals.map((goal) => {
    const own = measures.filter(({ goalId }) => goalId === goal.id);
    const remarks = [
      own.length === 0 && !served.has(goal.id) ? 'hollow: nothing measures it' : null,
      own.length > 0 && own.every(({ standards }) => standards === null) ? 'no standard yet' : null,
      goal.alignments.length === 0 && hasGoalsAbove(goal.componentId) ? 'orphan: serves no goal above' : null,
      goal.dimension === null ? 'no dimension' : null,
    ];
    return {
      goal,
      componentName: places.get(goal.componentId)?.name ?? goal.componentId,
      measureCount: own.length,
      serves: goal.alignments.map(({ parentGoalId }) => titles.get(parentGoalId) ?? parentGoalId),
      remarks: remarks.filter((remark) => remark !== null),
    };
  });
}
