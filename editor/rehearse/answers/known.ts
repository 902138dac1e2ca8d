// The goals and measures that a scenario gives, to choose from; and what an answer says of one that it does not give.
import type { Given } from '../../../engine/index.ts';

interface Option {
  value: string;
  label: string;
}

export interface Known {
  goal(chosen: string): Option[];
  measure(chosen: string): Option[];
}

type Thing = { id: string; title?: string | undefined };

const optionsOf = (things: readonly Thing[], chosen: string): Option[] => {
  const known = things.map(({ id, title }) => ({ value: id, label: title || id }));
  const isKnown = chosen === '' || known.some(({ value }) => value === chosen);
  return isKnown ? known : [...known, { value: chosen, label: chosen }];
};

export const knownOf = ({ goals = [], measures = [] }: Given): Known => ({
  goal: (chosen) => optionsOf(goals, chosen),
  measure: (chosen) => optionsOf(measures, chosen),
});
