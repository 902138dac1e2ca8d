// The score of a component that may have no goals of its own: then it is that of its parts, rolled up.
import type { ComponentId } from '../model/ids.ts';
import type { ComponentScore } from '../model/score.ts';
import { rollUpComponents } from './roll-up.ts';
import { type ComponentScoring, scoreComponent } from './score-component.ts';

/** Where a component below stands in the tree. */
export interface ComponentPlace {
  id: ComponentId;
  parentId: ComponentId | null;
}

/** `below` are all components below; `input` then holds their goals, measures and observations too. */
export function scoreWithParts(input: ComponentScoring, below: readonly ComponentPlace[]): ComponentScore {
  const { activeFraction: _, ...whole } = input;
  const own = scoreComponent(input);
  if (own.reason !== 'no_goals' || below.length === 0) return own;
  const parts = below.map((place) => ({
    ...place,
    score: scoreComponent({ ...whole, componentId: place.id }),
  }));
  const root = { id: input.componentId, parentId: null, score: own };
  return rollUpComponents([root, ...parts]).get(input.componentId) ?? own;
}
