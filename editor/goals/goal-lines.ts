// Goals by component in the order of the tree, each with its measures, what it serves, and what is worth a remark:
// an orphan serves no goal of the whole, a hollow one has no measure and nothing below it.
import type { Component, Goal, Measure } from '../../engine/index.ts';
import { t, tAs } from '../language/index.ts';

export interface GoalLine {
  goal: Goal;
  measures: Measure[];
  /** Of its component's priorities, 0..1. */
  share: number;
  /** Titles of the goals that it serves. */
  serves: string[];
  remarks: string[];
}
export interface GoalGroup {
  componentId: string;
  name: string;
  /** Names from the top down to the component above. */
  path: string[];
  lines: GoalLine[];
}

export const statusWords: Record<Goal['status'], string> = {
  open: tAs('adjective', 'open'),
  met: t('met'),
  stopped: t('stopped'),
  waived: t('waived'),
};

type Place = Pick<Component, 'id' | 'name' | 'parentId'>;
interface Given {
  goals: Goal[];
  measures: Measure[];
  components: Place[];
}

function pathTo(places: Map<string, Place>, id: string): Place[] {
  const found: Place[] = [];
  for (
    let at = places.get(id);
    at && !found.includes(at);
    at = at.parentId ? places.get(at.parentId) : undefined
  )
    found.unshift(at);
  return found;
}

function remarksOf(goal: Goal, own: Measure[], given: { served: boolean; goalsAbove: boolean }): string[] {
  const remarks = [
    own.length === 0 && !given.served && t('Hollow: nothing measures it'),
    own.length > 0 && own.every(({ standards }) => standards === null) && t('No standard yet'),
    goal.alignments.length === 0 && given.goalsAbove && t('Orphan: serves no goal above'),
    goal.dimension === null && t('No dimension'),
  ];
  return remarks.filter((remark) => remark !== false);
}

export function toGoalGroups({ goals, measures, components }: Given): GoalGroup[] {
  const places = new Map(components.map((component) => [component.id, component]));
  const titles = new Map(goals.map(({ id, title }) => [id, title]));
  const served = new Set(goals.flatMap((goal) => goal.alignments.map(({ parentGoalId }) => parentGoalId)));
  const measuresOf = Map.groupBy(measures, ({ goalId }) => goalId);
  const goalsOf = Map.groupBy(goals, ({ componentId }) => componentId);
  const groups = [...goalsOf].map(([componentId, own]) => {
    const way = pathTo(places, componentId);
    const above = way.slice(0, -1);
    const total = own.reduce((sum, { priority }) => sum + priority, 0);
    const goalsAbove = above.some(({ id }) => goalsOf.has(id));
    const lines = own.map((goal) => {
      const measured = measuresOf.get(goal.id) ?? [];
      return {
        goal,
        measures: measured,
        share: total > 0 ? goal.priority / total : 0,
        serves: goal.alignments.map(({ parentGoalId }) => titles.get(parentGoalId) ?? parentGoalId),
        remarks: remarksOf(goal, measured, { served: served.has(goal.id), goalsAbove }),
      };
    });
    return {
      componentId,
      name: way.at(-1)?.name ?? componentId,
      path: above.map(({ name }) => name),
      lines: lines.toSorted((a, b) => b.share - a.share),
    };
  });
  return groups.toSorted((a, b) => comparePaths([...a.path, a.name], [...b.path, b.name]));
}

/** As in a tree that is drawn open: what is above comes first. */
function comparePaths(a: string[], b: string[]): number {
  const at = a.findIndex((name, index) => name !== b[index]);
  if (at < 0) return a.length - b.length;
  const other = b[at];
  return other === undefined ? 1 : (a[at] ?? '').localeCompare(other, 'en');
}

export interface GoalFilter {
  q?: string | undefined;
  dimension?: string | undefined;
  /** `remarks`: only goals with one. */
  show?: string | undefined;
}

export function filterGroups(groups: GoalGroup[], { q = '', dimension, show }: GoalFilter): GoalGroup[] {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = (group: GoalGroup, { goal, measures, remarks }: GoalLine): boolean => {
    const said = [group.name, goal.title, ...measures.map(({ title }) => title)].join(' ').toLowerCase();
    return (
      words.every((word) => said.includes(word)) &&
      (!dimension || goal.dimension === dimension) &&
      (show !== 'remarks' || remarks.length > 0)
    );
  };
  return groups
    .map((group) => ({ ...group, lines: group.lines.filter((line) => fits(group, line)) }))
    .filter(({ lines }) => lines.length > 0);
}
