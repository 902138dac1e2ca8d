// The stages of a cycle in which a plan can be, in the order in which they are drawn.
import type { Stage, StageKind, Stages } from '../../../engine/index.ts';
import { inWords } from './history.ts';

export interface StageInOrder {
  id: string;
  name: string;
  kind: StageKind | null;
  /** A plan, or a region of it, ends here. */
  final: boolean;
}

const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

export function stagesInOrder(stages: Stages, kindAbove: StageKind | null = null): StageInOrder[] {
  return Object.entries(stages).flatMap(([id, stage]: [string, Stage]) => {
    if (stage.type === 'history') return [];
    const kind = stage.kind ?? kindAbove;
    if ('stages' in stage) return stagesInOrder(stage.stages, kind);
    return [{ id, name: stage.name ?? sentence(inWords(id)), kind, final: stage.type === 'final' }];
  });
}

/** The title of every task, by its key; keys are unique in a cycle. */
export function taskTitles(stages: Stages): Record<string, string> {
  const all = Object.values(stages).flatMap((stage: Stage) => [
    ...('tasks' in stage ? Object.entries(stage.tasks ?? {}).map(([key, { title }]) => [key, title]) : []),
    ...('stages' in stage ? Object.entries(taskTitles(stage.stages)) : []),
  ]);
  return Object.fromEntries(all);
}
