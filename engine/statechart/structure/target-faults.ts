// Faults in where transitions, histories and beginnings lead: stages that do not exist, or that a plan
// cannot be in together (SCXML 3.11.1, legal state configurations).
import type { Begin, HistoryStage, Transition } from '../../model/cycle.ts';
import { nearest } from '../../model/nearest.ts';
import { type IndexedStage, lineage, type StageIndex } from './stage-index.ts';

export interface Where {
  place: string;
  stage: string | null;
}
export type Report = (code: string, where: Where, message: string) => void;

export function suggest(id: string, known: readonly string[]): string {
  const found = nearest(id, known);
  return found === null ? '' : ` Did you mean "${found}"?`;
}

const at = ({ place, stage }: Where, key: string): Where => ({
  place: place ? `${place}/${key}` : key,
  stage,
});

function checkKnown(to: string, index: StageIndex, where: Where, report: Report): boolean {
  if (index.has(to)) return true;
  report('DOC-target', where, `There is no stage "${to}" to go to.${suggest(to, [...index.keys()])}`);
  return false;
}

/** A history stage stands for its container. */
function containersOf(index: StageIndex, id: string): IndexedStage[] {
  const line = lineage(index, id);
  return line[0]?.stage.type === 'history' ? line.slice(1) : line;
}

/** Both can be active at once only when the innermost container that they share is parallel and neither is it. */
function areBeside(index: StageIndex, a: string, b: string): boolean {
  const around = containersOf(index, b).map(({ id }) => id);
  const shared = containersOf(index, a).find(({ id }) => around.includes(id));
  if (shared === undefined || shared.id === a || shared.id === b) return false;
  const isHistoryOfIt = [a, b].some((id) => index.get(id)?.parent === shared.id && isHistory(index, id));
  return shared.stage.type === 'parallel' && !isHistoryOfIt;
}

const isHistory = (index: StageIndex, id: string): boolean => index.get(id)?.stage.type === 'history';

function checkTogether(ids: readonly string[], index: StageIndex, where: Where, report: Report): void {
  const clash = ids.flatMap((a, position) =>
    ids.slice(position + 1).flatMap((b) => (areBeside(index, a, b) ? [] : [[a, b]])),
  )[0];
  if (!clash) return;
  const [a, b] = clash;
  const message = `A plan cannot be in "${a}" and "${b}" at once: they are not in different parts of a parallel stage.`;
  report('DOC-target', where, message);
}

type Aim = Pick<Transition, 'to' | 'also'>;

export function checkTargets({ to, also = [] }: Aim, index: StageIndex, where: Where, report: Report): void {
  if (to === undefined && also.length > 0) {
    report('DOC-target', at(where, 'also'), '"also" adds stages to "to". Say where to go first.');
    return;
  }
  const known = [
    ...(to === undefined ? [] : [checkKnown(to, index, at(where, 'to'), report)]),
    ...also.map((id, position) => checkKnown(id, index, at(where, `also/${position}`), report)),
  ];
  if (to !== undefined && known.every(Boolean)) {
    checkTogether([to, ...also], index, at(where, 'also'), report);
  }
}

interface Container {
  /** Null for the cycle as a whole. */
  id: string | null;
  initial: string;
  begin: Begin | undefined;
}

export function checkBegin(
  { id, initial, begin }: Container,
  index: StageIndex,
  where: Where,
  report: Report,
): void {
  const ids = begin?.at ?? [];
  const place = at(where, 'begin/at');
  const known = ids.map((to, position) => checkKnown(to, index, at(place, String(position)), report));
  if (!known.every(Boolean)) return;
  const isIn = (to: string) =>
    lineage(index, to).some((entry) => entry.id === initial) ||
    (id !== null && isHistory(index, to) && index.get(to)?.parent === id);
  for (const to of ids.filter((inside) => !isIn(inside))) {
    report(
      'DOC-initial',
      place,
      `"${to}" is neither inside the initial stage "${initial}" nor a history beside it.`,
    );
  }
  checkTogether(ids, index, place, report);
}

export function checkHistory(
  { id, parent, place, stage }: Omit<IndexedStage, 'stage'> & { stage: HistoryStage },
  index: StageIndex,
  report: Report,
): void {
  const where = { place, stage: id };
  if (parent === null) {
    const message = `The history stage "${id}" has to stand inside the container that it returns to.`;
    report('DOC-history', where, message);
  }
  checkTargets(stage, index, where, report);
  const targets = [stage.to, ...(stage.also ?? [])].flatMap((to) => index.get(to ?? '') ?? []);
  if (parent === null) return;
  for (const target of targets) {
    const inside = lineage(index, target.id).some((line) => line.id === parent);
    if (inside && target.id !== parent && target.stage.type !== 'history') continue;
    const message = `The history stage "${id}" may only start in a real stage beside it, not in "${target.id}".`;
    report('DOC-history', at(where, target.id === stage.to ? 'to' : 'also'), message);
  }
}
