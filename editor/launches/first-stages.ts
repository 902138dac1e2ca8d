// The stages in which a plan of a cycle begins: down the initial ones, one for each region of a parallel stage.
import type { Cycle, Stage } from '../../engine/index.ts';
import { inWords } from '../app/words/history.ts';

const nameOf = (id: string, stage: Stage): string => {
  const words = stage.name ?? inWords(id);
  return words.charAt(0).toUpperCase() + words.slice(1);
};

function beginsIn(id: string, stage: Stage | undefined): string[] {
  // What a history stage leads back to is not known before the launch.
  if (!stage || stage.type === 'history') return [];
  if (!('stages' in stage)) return [nameOf(id, stage)];
  if ('initial' in stage) return begins(stage);
  return Object.entries(stage.stages).flatMap(([part, inside]) => beginsIn(part, inside));
}

type Beginning = Pick<Cycle, 'initial' | 'begin' | 'stages'>;

function find(stages: Cycle['stages'], id: string): Stage | undefined {
  const inner = Object.values(stages).map((stage) =>
    'stages' in stage ? find(stage.stages, id) : undefined,
  );
  return stages[id] ?? inner.find((stage) => stage !== undefined);
}

function begins({ initial, begin, stages }: Beginning): string[] {
  const deeper = (begin?.at ?? []).flatMap((id) => beginsIn(id, find(stages, id)));
  return deeper.length > 0 ? deeper : beginsIn(initial, stages[initial]);
}

export const firstStages = (cycle: Beginning): string[] => begins(cycle);
