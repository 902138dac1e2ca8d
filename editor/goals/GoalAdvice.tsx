// What the rules say of a goal while it is written. They are asked again once the typing pauses for a moment.
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import type { Goal, Measure } from '../../engine/index.ts';
import { measuresQuery } from '../app/api/organisation-queries.ts';
import { organisationSummaryQuery } from '../app/api/tree-queries.ts';
import { useLineage } from '../app/parts/use-lineage.ts';
import { Advice } from './Advice.tsx';
import { goalsNearQuery } from './goal-queries.ts';
import { lintAmongOthers, lintGoal, lintTogether } from './lint.ts';

const noGoals: Goal[] = [];
const noMeasures: Measure[] = [];

/** Whatever the rules look at: its component's, those that it serves, and those that serve it. */
const isNear = (one: Goal, { id, componentId, alignments }: Goal): boolean =>
  one.componentId === componentId ||
  alignments.some(({ parentGoalId }) => parentGoalId === one.id) ||
  one.alignments.some(({ parentGoalId }) => parentGoalId === id);

/** What the rules look at beside the goals that are being written. */
function useSurroundings(componentId: string) {
  const stored = useQuery(goalsNearQuery(componentId)).data ?? noGoals;
  const measures = useQuery(measuresQuery(componentId)).data ?? noMeasures;
  const components = useLineage(componentId);
  const period = useQuery(organisationSummaryQuery()).data?.period ?? undefined;
  return { stored, measures, components, period };
}

const inPlaceOf = (stored: readonly Goal[], written: readonly Goal[]): Goal[] => [
  ...stored.filter(({ id }) => !written.some((one) => one.id === id)),
  ...written,
];

interface Props {
  goal: Goal;
  /** Those shown and written beside it, in place of what is stored of them. */
  beside?: readonly Goal[];
}

export function GoalAdvice({ goal, beside }: Props) {
  const { stored, ...around } = useSurroundings(goal.componentId);
  const written = useDeferredValue(goal);
  const goals = inPlaceOf(stored, beside ?? noGoals).filter((one) => isNear(one, written));
  // Without knowing where it stands the rules would miss its component.
  if (around.components.length === 0) return null;
  const lint = beside ? lintAmongOthers : lintGoal;
  return <Advice said={lint(written, { goals, ...around })} />;
}

/** Of all goals of a component that are written beside each other. */
export function TogetherAdvice({ componentId, goals }: { componentId: string; goals: readonly Goal[] }) {
  const { stored, ...around } = useSurroundings(componentId);
  const written = useDeferredValue(goals);
  const own = inPlaceOf(stored, written).filter((one) => one.componentId === componentId);
  if (around.components.length === 0 || own.length === 0) return null;
  return <Advice said={lintTogether({ goals: own, ...around })} />;
}
