// The scores of a tree of components, from its leaves to the whole.
import type { ComponentId } from '../model/ids.ts';
import type { ComponentScore } from '../model/score.ts';
import { childrenFirst, childrenOf } from './children-first.ts';
import { type Child, combine, toNode } from './combine.ts';
import { defaultMinCoverage } from './score-component.ts';

export interface ComponentInTree {
  id: ComponentId;
  parentId: ComponentId | null;
  /** From its own goals; `no_goals` when it has none. */
  score: ComponentScore;
  /** Its weight among the children of its parent. Default 1. */
  weight?: number;
}

const toChild = ({ weight = 1 }: ComponentInTree, score: ComponentScore): Child => ({
  ...score,
  id: score.componentId,
  weight,
  critical: false,
  blocked: false,
});

function rollUp(component: ComponentInTree, children: Child[]): ComponentScore {
  if (component.score.reason !== 'no_goals' || children.length === 0) return component.score;
  const node = toNode(combine(children, 'weightedMean'), children, defaultMinCoverage);
  return { componentId: component.id, ...node, goals: [] };
}

/**
 * A component with goals of its own keeps their score: an organisation is judged by its own top-level goals and
 * not by a mean of its parts. One without goals gets the weighted mean of its children that have a score.
 * Components that are their own ancestors keep what they have.
 */
export function rollUpComponents(components: ComponentInTree[]): Map<ComponentId, ComponentScore> {
  const nodes = components.map(({ id, parentId }) => ({ id, parents: parentId === null ? [] : [parentId] }));
  const byId = new Map(components.map((component) => [component.id, component]));
  const children = childrenOf(nodes);
  const scores = new Map(components.map(({ id, score }) => [id, score]));
  for (const component of childrenFirst(nodes).order.flatMap((id) => byId.get(id) ?? [])) {
    const parts = (children.get(component.id) ?? []).flatMap((id) => {
      const child = byId.get(id);
      const score = scores.get(id);
      return child && score ? [toChild(child, score)] : [];
    });
    scores.set(component.id, rollUp(component, parts));
  }
  return scores;
}
