// What keeps a document from being a statechart at all: ids used twice, targets that do not exist,
// containers that cannot be entered. Each has a code of its own and points at what is to be changed.
import type { Cycle, Stage, Stages } from '../../model/cycle.ts';
import type { Problem } from '../../model/problem.ts';
import { type IndexedStage, listStages, type StageIndex, stagesIn } from './stage-index.ts';
import { checkBegin, checkHistory, checkTargets, type Report, suggest, type Where } from './target-faults.ts';
import { transitionsOfCycle, transitionsOfStage } from './transitions.ts';

export function structuralFaults(cycle: Cycle): Problem[] {
  const problems: Problem[] = [];
  const report: Report = (code, { place, stage }, message) =>
    problems.push({ code, severity: 'error', pointer: `/${place}`, stage, message });
  const stages = listStages(cycle);
  const index = new Map(stages.map((entry) => [entry.id, entry]));
  checkUnique(stages, report);
  checkInitial(cycle.initial, cycle.stages, { place: 'initial', stage: null }, report);
  const whole = { id: null, initial: cycle.initial, begin: cycle.begin };
  checkBegin(whole, index, { place: '', stage: null }, report);
  for (const entry of stages) checkStage(entry, index, report);
  for (const { transition, place } of transitionsOfCycle(cycle)) {
    checkTargets(transition, index, { place, stage: null }, report);
  }
  return problems;
}

interface Named {
  code: string;
  what: string;
  key: string;
  where: Where;
}

const namesIn = ({ id, stage, place }: IndexedStage): Named[] => [
  { code: 'DOC-duplicate-stage', what: 'stage id', key: id, where: { place, stage: id } },
  ...Object.keys('tasks' in stage ? (stage.tasks ?? {}) : {}).map((key) => ({
    code: 'DOC-duplicate-task',
    what: 'task',
    key,
    where: { place: `${place}/tasks/${key}`, stage: id },
  })),
  ...transitionsOfStage(id, stage, place).flatMap(({ trigger, place: at }) =>
    trigger.kind === 'timer'
      ? [
          {
            code: 'DOC-duplicate-timer',
            what: 'timer',
            key: trigger.timerId,
            where: { place: at, stage: id },
          },
        ]
      : [],
  ),
];

function checkUnique(stages: readonly IndexedStage[], report: Report): void {
  const seen = new Set<string>();
  for (const { code, what, key, where } of stages.flatMap(namesIn)) {
    const name = `${what} ${key}`;
    if (seen.has(name)) report(code, where, `The ${what} "${key}" is used twice; give one another name.`);
    seen.add(name);
  }
}

function checkInitial(initial: string, stages: Stages, where: Where, report: Report): void {
  const stage = Object.hasOwn(stages, initial) ? stages[initial] : undefined;
  if (!stage) {
    const message = `The initial stage "${initial}" is not one of the stages directly inside.`;
    report('DOC-initial', where, message + suggest(initial, Object.keys(stages)));
  } else if (stage.type === 'history') {
    report('DOC-initial', where, `The initial stage "${initial}" is a history stage; start in a real one.`);
  }
}

function checkStage(entry: IndexedStage, index: StageIndex, report: Report): void {
  const { stage, place, id } = entry;
  if (stage.type === 'history') checkHistory({ ...entry, stage }, index, report);
  else if (stage.type === 'final') checkFinal(entry, report);
  else if (stage.type === 'parallel') checkParallel(entry, stage, report);
  else if ('initial' in stage) {
    checkInitial(stage.initial, stage.stages, { place: `${place}/initial`, stage: id }, report);
    checkBegin({ id, initial: stage.initial, begin: stage.begin }, index, { place, stage: id }, report);
  }
  for (const placed of transitionsOfStage(id, stage, place)) {
    checkTargets(placed.transition, index, { place: placed.place, stage: id }, report);
  }
}

const livelyKeys = ['tasks', 'on', 'after', 'always', 'onDone', 'initial', 'stages'];

function checkFinal({ id, stage, place }: IndexedStage, report: Report): void {
  for (const key of livelyKeys.filter((lively) => Object.hasOwn(stage, lively))) {
    const message = `The final stage "${id}" is the end, so it cannot have "${key}". Remove it or change the type.`;
    report('DOC-final', { place: `${place}/${key}`, stage: id }, message);
  }
}

function checkParallel({ id, place }: IndexedStage, stage: Stage, report: Report): void {
  const regions = Object.values(stagesIn(stage)).filter((region) => region.type !== 'history');
  if (regions.length > 0) return;
  const message = `The parallel stage "${id}" needs at least one stage inside.`;
  report('DOC-empty-parallel', { place: `${place}/stages`, stage: id }, message);
}
