// What keeps a document from being a statechart at all: ids used twice, targets that do not exist,
// containers that cannot be entered.
import type { Cycle, Stage, Stages } from '../../model/cycle.ts';
import type { Problem } from '../../model/problem.ts';
import { type IndexedStage, lineage, listStages, type StageIndex, stagesIn } from './stage-index.ts';
import { transitionsOfCycle, transitionsOfStage } from './transitions.ts';

type Report = (place: string, stage: string | null, message: string) => void;

export function structuralFaults(cycle: Cycle): Problem[] {
  const problems: Problem[] = [];
  const report: Report = (place, stage, message) =>
    problems.push({ code: 'CHART', severity: 'error', pointer: `/${place}`, stage, message });
  const stages = listStages(cycle);
  const index = new Map(stages.map((entry) => [entry.id, entry]));
  checkUnique(stages, report);
  checkInitial(cycle.initial, cycle.stages, { place: '', id: null }, report);
  for (const entry of stages) checkStage(entry, index, report);
  for (const { transition, place } of transitionsOfCycle(cycle)) {
    checkTarget(transition.to, index, { place, id: null }, report);
  }
  return problems;
}

interface Where {
  place: string;
  id: string | null;
}

function checkUnique(stages: readonly IndexedStage[], report: Report): void {
  const ids = new Set<string>();
  const tasks = new Set<string>();
  const timers = new Set<string>();
  const once = (seen: Set<string>, key: string, entry: IndexedStage, what: string) => {
    if (seen.has(key))
      report(entry.place, entry.id, `${what} "${key}" is used twice; give one another name.`);
    seen.add(key);
  };
  for (const entry of stages) {
    once(ids, entry.id, entry, 'The stage id');
    if ('tasks' in entry.stage) {
      for (const key of Object.keys(entry.stage.tasks ?? {})) once(tasks, key, entry, 'The task');
    }
    for (const { trigger } of transitionsOfStage(entry.id, entry.stage, entry.place)) {
      if (trigger.kind === 'timer') once(timers, trigger.timerId, entry, 'The timer');
    }
  }
}

function checkInitial(initial: string, stages: Stages, where: Where, report: Report): void {
  const place = where.place ? `${where.place}/initial` : 'initial';
  const stage = Object.hasOwn(stages, initial) ? stages[initial] : undefined;
  if (!stage)
    report(place, where.id, `The initial stage "${initial}" is not one of the stages directly inside.`);
  else if (stage.type === 'history') {
    report(place, where.id, `The initial stage "${initial}" is a history stage; start in a real one.`);
  }
}

function checkTarget(to: string | undefined, index: StageIndex, where: Where, report: Report): void {
  if (to !== undefined && !index.has(to)) {
    report(`${where.place}/to`, where.id, `There is no stage "${to}" to go to.`);
  }
}

function checkStage(entry: IndexedStage, index: StageIndex, report: Report): void {
  const { stage, place, id } = entry;
  if (stage.type === 'history') checkHistory(entry, stage.to, index, report);
  else if (stage.type === 'parallel') checkParallel(entry, stage, report);
  else if ('initial' in stage) checkInitial(stage.initial, stage.stages, { place, id }, report);
  for (const placed of transitionsOfStage(id, stage, place)) {
    checkTarget(placed.transition.to, index, { place: placed.place, id }, report);
  }
}

function checkParallel(entry: IndexedStage, stage: Stage, report: Report): void {
  const regions = Object.values(stagesIn(stage)).filter((region) => region.type !== 'history');
  if (regions.length > 0) return;
  report(
    `${entry.place}/stages`,
    entry.id,
    `The parallel stage "${entry.id}" needs at least one stage inside.`,
  );
}

function checkHistory(entry: IndexedStage, to: string | undefined, index: StageIndex, report: Report): void {
  checkTarget(to, index, { place: entry.place, id: entry.id }, report);
  const target = to === undefined ? undefined : index.get(to);
  if (!target) return;
  const inside = entry.parent === null || lineage(index, target.id).some((line) => line.id === entry.parent);
  if (!inside || target.id === entry.parent || target.stage.type === 'history') {
    const message = `The history stage "${entry.id}" may only start in a real stage beside it, not in "${to}".`;
    report(`${entry.place}/to`, entry.id, message);
  }
}
