// What the rules say of a goal while it is written. They are asked again once the typing pauses for a moment.
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import type { Goal, Measure } from '../../engine/index.ts';
import { measuresQuery } from '../app/api/organisation-queries.ts';
import { organisationSummaryQuery } from '../app/api/tree-queries.ts';
import { useLineage } from '../app/parts/use-lineage.ts';
import { Advice } from './Advice.tsx';
import { goalsNearQuery } from './goal-queries.ts';
import { lintGoal } from './lint.ts';

const noGoals: Goal[] = [];
const noMeasures: Measure[] = [];

/** Whatever the rules look at: its component's, those that it serves, and those that serve it. */
const isNear = (one: Goal, { id, componentId, alignments }: Goal): boolean =>
  one.componentId === componentId ||
  alignments.some(({ parentGoalId }) => parentGoalId === one.id) ||
  one.alignments.some(({ parentGoalId }) => parentGoalId === id);

interface Props {
  goal: Goal;
  /** Those written beside it, in place of what is stored of them. */
  beside?: readonly Goal[];
}

export function GoalAdvice({ goal, beside = noGoals }: Props) {
  const { componentId } = goal;
  const stored = useQuery(goalsNearQuery(componentId)).data ?? noGoals;
  const measures = useQuery(measuresQuery(componentId)).data ?? noMeasures;
  const components = useLineage(componentId);
  const period = useQuery(organisationSummaryQuery()).data?.period ?? undefined;
  const written = useDeferredValue(goal);
  const others = stored.filter(({ id }) => !beside.some((one) => one.id === id));
  const near = [...others, ...beside].filter((one) => isNear(one, written));
  // Without knowing where it stands the rules would miss its component.
  if (components.length === 0) return null;
  return <Advice said={lintGoal(written, { goals: near, measures, components, period })} />;
}
