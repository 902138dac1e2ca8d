// How goals serve the whole: each top goal with the goals that serve it, and those below; and the same as a matrix.
import type { Component, Goal } from '../../../engine/index.ts';

type Link = Goal['alignments'][number];

export interface CascadeLine {
  /** A goal that serves two stands twice. */
  key: string;
  goal: Goal;
  level: number;
  /** Null at the top. */
  link: Link | null;
  /** It serves nothing although goals stand above its component. */
  isOrphan: boolean;
  /** Nothing below contributes to it although it is scored from below. */
  isHollow: boolean;
}

type Place = Pick<Component, 'id' | 'parentId'>;

function hasGoalsAbove(
  componentId: string,
  components: ReadonlyMap<string, Place>,
  withGoals: ReadonlySet<string>,
) {
  const seen = new Set<string>();
  let at = components.get(componentId)?.parentId;
  while (at && !seen.has(at)) {
    if (withGoals.has(at)) return true;
    seen.add(at);
    at = components.get(at)?.parentId;
  }
  return false;
}

function servedBy(goals: readonly Goal[]): Map<string, { goal: Goal; link: Link }[]> {
  const links = goals.flatMap((goal) => goal.alignments.map((link) => ({ goal, link })));
  return Map.groupBy(links, ({ link }) => link.parentGoalId);
}

/** Top goals by priority, what serves them under them; a circle is walked once. */
export function toCascade(goals: readonly Goal[], components: readonly Place[]): CascadeLine[] {
  const serving = servedBy(goals);
  const known = new Set(goals.map(({ id }) => id));
  const places = new Map(components.map((component) => [component.id, component]));
  const withGoals = new Set(goals.map(({ componentId }) => componentId));
  const lines: CascadeLine[] = [];
  const add = (goal: Goal, link: Link | null, way: readonly string[]) => {
    if (way.includes(goal.id)) return;
    const below = serving.get(goal.id) ?? [];
    const contributes = below.some((one) => one.link.mode === 'contributes');
    lines.push({
      key: [...way, goal.id].join(' '),
      goal,
      level: way.length + 1,
      link,
      isOrphan: goal.alignments.length === 0 && hasGoalsAbove(goal.componentId, places, withGoals),
      isHollow: goal.scoreMode !== 'own' && !contributes,
    });
    for (const one of below.toSorted((a, b) => b.link.share - a.link.share))
      add(one.goal, one.link, [...way, goal.id]);
  };
  const tops = goals.filter(
    ({ alignments }) => !alignments.some(({ parentGoalId }) => known.has(parentGoalId)),
  );
  for (const goal of tops.toSorted((a, b) => b.priority - a.priority)) add(goal, null, []);
  return lines;
}

export interface MatrixRow {
  goal: Goal;
  /** By component: the strongest link of its goals to this one. */
  cells: ReadonlyMap<string, Link>;
}

const strength = ({ mode, contribution }: Link): number => (mode === 'aligned' ? 0 : 1 + (contribution ?? 0));

/** Goals that others serve, and the components whose goals do. */
export function toMatrix(
  goals: readonly Goal[],
  components: readonly Component[],
): { rows: MatrixRow[]; columns: Component[] } {
  const serving = servedBy(goals);
  const rows = goals.flatMap((goal) => {
    const below = serving.get(goal.id) ?? [];
    if (below.length === 0) return [];
    const cells = new Map<string, Link>();
    for (const { goal: own, link } of below) {
      const known = cells.get(own.componentId);
      if (!known || strength(link) > strength(known)) cells.set(own.componentId, link);
    }
    return [{ goal, cells }];
  });
  const used = new Set(rows.flatMap(({ cells }) => [...cells.keys()]));
  return { rows, columns: components.filter(({ id }) => used.has(id)) };
}
