// Ids made from the names that people type: lower case, hyphens, unique in the document.
import type { Cycle, StageId, TaskKey } from '../../engine/index.ts';
import { isWaiting, listStages, stagesInside } from './stage-tree.ts';

const longest = 60;

export function slugOf(name: string, fallback: string): string {
  const plain = name
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longest)
    .replace(/^-+|-+$/g, '');
  return plain || fallback;
}

export function uniqueId(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  for (let count = 2; ; count++) {
    const candidate = `${wanted}-${count}`;
    if (!taken.has(candidate)) return candidate;
  }
}

export const stageIds = (cycle: Cycle): Set<StageId> => new Set(listStages(cycle).map(({ id }) => id));

export const taskKeys = (cycle: Cycle): Set<TaskKey> =>
  new Set(listStages(cycle).flatMap(({ stage }) => (isWaiting(stage) ? Object.keys(stage.tasks ?? {}) : [])));

export const makeStageId = (cycle: Cycle, name: string): StageId =>
  uniqueId(slugOf(name, 'stage'), stageIds(cycle));

export const makeTaskKey = (cycle: Cycle, title: string): TaskKey =>
  uniqueId(slugOf(title, 'task'), taskKeys(cycle));

/** A name is used once among the stages beside it, and not again among `others`. */
export function freshName(
  cycle: Cycle,
  inside: StageId | null,
  name: string,
  others: readonly string[] = [],
): string {
  const beside = Object.entries(stagesInside(cycle, inside)).map(([id, stage]) => stage.name ?? id);
  const taken = new Set([...beside, ...others].map((each) => each.toLowerCase()));
  if (!taken.has(name.toLowerCase())) return name;
  const numbers = Array.from({ length: taken.size + 1 }, (_, index) => `${name} ${index + 2}`);
  return numbers.find((each) => !taken.has(each.toLowerCase())) ?? name;
}
