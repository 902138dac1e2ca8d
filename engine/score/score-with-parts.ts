// The score of a component that may have no goals of its own: then it is that of its parts, rolled up.
import type { PlacedComponent } from '../model/component.ts';
import type { ComponentScore } from '../model/score.ts';
import { type ComponentScoring, scoreComponent, scoreOrganisation } from './score-component.ts';

/** `below` are all components below; `input` then holds their goals, measures and observations too. */
export function scoreWithParts(
  { componentId, components = [], agreed = [], ...input }: ComponentScoring,
  below: readonly PlacedComponent[],
): ComponentScore {
  const known = [...input.goals, ...agreed.flatMap(({ goals }) => goals)];
  const hasGoals = known.some((goal) => goal.componentId === componentId);
  if (hasGoals || below.length === 0) return scoreComponent({ componentId, components, agreed, ...input });
  const place = components.find(({ id }) => id === componentId);
  const root = { ...place, id: componentId, parentId: null };
  const scores = scoreOrganisation({ ...input, components: [root, ...below] });
  return scores.get(componentId) ?? scoreComponent({ componentId, components, ...input });
}
