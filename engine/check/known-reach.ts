// CYC-01 and CYC-03, as far as values are known where a guard is asked: the stages that are reached then, and the
// transitions that are never taken. A loop that never ends keeps plans from what is beside it; that is told of once.
import type { Problem } from '../model/problem.ts';
import { type ChartView, makeProblem } from './chart-view.ts';
import { type DeadExit, followKnownValues } from './explore/known-values.ts';
import { remove } from './fixes/edits.ts';
import { type Flow, reachIn } from './flow.ts';
import type { Exit, Reach } from './reachable.ts';

function report({ exit: { place, owner, transition }, known }: DeadExit): Problem {
  const values = known.map(({ name, value }) => `${name} is ${JSON.stringify(value)}`).join(' and ');
  const where = values === '' ? 'with the values that there can be' : `whenever it is asked ${values}`;
  const mend =
    transition.guard === undefined
      ? 'Remove it, or mend the guards before it.'
      : 'Mend the guard or remove it.';
  const message = `This transition is never taken: ${where}. ${mend}`;
  const fixes = [{ title: 'Remove the transition', commands: [remove(`/${place}`)] }];
  return { ...makeProblem('CYC-03', 'warning', { place, stage: owner }, message), fixes };
}

const listOf = (pointer: string): string => pointer.replace(/\/\d+$/, '');

/** Where an error is told of already, what follows from it is not told of as well. */
function isToldOf(told: readonly Problem[]): (exit: Exit) => boolean {
  const errors = told.filter(({ severity }) => severity === 'error');
  const pointers = errors.flatMap(({ pointer, lasso }) => [pointer, ...(lasso?.loop ?? [])]);
  const lists = new Set(pointers.map(listOf));
  return ({ place }) => lists.has(listOf(`/${place}`));
}

export interface KnownReach {
  reach: Reach;
  dead: Problem[];
}

/** `told` are the loops without an end and the decisions without an answer. */
export function knownReach(view: ChartView, flow: Flow, told: readonly Problem[]): KnownReach {
  const isTold = isToldOf(told);
  const first = followKnownValues(view, flow, () => false);
  const known = first?.dead.some(({ exit }) => isTold(exit)) ? followKnownValues(view, flow, isTold) : first;
  return known ? { reach: reachIn(known), dead: known.dead.map(report) } : { reach: flow.reach, dead: [] };
}
