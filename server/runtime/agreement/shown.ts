// What of a plan somebody was shown before they sign it, by the versions of its goals and measures.
import type { PlanDocument } from '../../../engine/index.ts';

type Versions = Record<string, number>;
export interface Shown {
  goals: Versions;
  measures: Versions;
}

const areThose = (parts: readonly { id: string; version: number }[], shown: Versions): boolean =>
  parts.length === Object.keys(shown).length && parts.every(({ id, version }) => shown[id] === version);

/** All that the document says and nothing else. */
export const isShown = ({ goals, measures }: PlanDocument, shown: Shown): boolean =>
  areThose(goals, shown.goals) && areThose(measures, shown.measures);
