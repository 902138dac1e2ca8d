// The stages in which a plan of a cycle begins: down the initial ones, one for each region of a parallel stage.
import type { Cycle, Stage } from '../../engine/index.ts';
import { inWords } from '../app/words/history.ts';

const nameOf = (id: string, stage: Stage): string => {
  const words = stage.name ?? inWords(id);
  return words.charAt(0).toUpperCase() + words.slice(1);
};

function beginsIn(id: string, stage: Stage | undefined): string[] {
  if (!stage) return [];
  if (!('stages' in stage)) return [nameOf(id, stage)];
  if ('initial' in stage) return beginsIn(stage.initial, stage.stages[stage.initial]);
  return Object.entries(stage.stages).flatMap(([part, inside]) => beginsIn(part, inside));
}

export const firstStages = ({ initial, stages }: Pick<Cycle, 'initial' | 'stages'>): string[] =>
  beginsIn(initial, stages[initial]);
