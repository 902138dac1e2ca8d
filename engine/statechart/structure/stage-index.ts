// Every stage of a cycle by its id, with where it stands: document order, container, place in the document.
import type { Cycle, Stage, Stages } from '../../model/cycle.ts';
import type { StageId } from '../../model/ids.ts';

export interface IndexedStage {
  id: StageId;
  stage: Stage;
  /** Null at the top. */
  parent: StageId | null;
  /** Counts up in document order, a container before what is in it. */
  order: number;
  /** Such as stages/review/stages/self; a JSON Pointer without its first slash. */
  place: string;
}

export type StageIndex = ReadonlyMap<StageId, IndexedStage>;

export const stagesIn = (stage: Stage): Stages => ('stages' in stage ? stage.stages : {});

/** In document order; an id that is used twice is listed twice. */
export function listStages(cycle: Cycle): IndexedStage[] {
  const found: IndexedStage[] = [];
  const visit = (stages: Stages, parent: StageId | null, at: string) => {
    for (const [id, stage] of Object.entries(stages)) {
      const place = `${at}stages/${id}`;
      found.push({ id, stage, parent, order: found.length, place });
      visit(stagesIn(stage), id, `${place}/`);
    }
  };
  visit(cycle.stages, null, '');
  return found;
}

export const indexStages = (cycle: Cycle): StageIndex =>
  new Map(listStages(cycle).map((entry) => [entry.id, entry]));

/** The stage and its containers, innermost first. */
export function lineage(index: StageIndex, id: StageId): IndexedStage[] {
  const line: IndexedStage[] = [];
  for (
    let entry = index.get(id);
    entry;
    entry = entry.parent === null ? undefined : index.get(entry.parent)
  ) {
    line.push(entry);
  }
  return line;
}
