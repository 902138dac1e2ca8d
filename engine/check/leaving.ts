// Transitions that leave more than they seem to (SCXML 3.13): all parts of a parallel stage, or a stage that was meant to stay.
import type { Problem } from '../model/problem.ts';
import { lineage } from '../statechart/structure/stage-index.ts';
import { targetsOf } from '../statechart/structure/transitions.ts';
import { type ChartView, isInside, makeProblem, nameOf } from './chart-view.ts';
import { type TransitionAt, transitionsAt } from './places.ts';

interface Leaving extends TransitionAt {
  stage: string;
  targets: string[];
}

const staysInside = (view: ChartView, { stage, targets, transition }: Leaving): boolean => {
  const source = view.index.get(stage)?.stage;
  const isGroup = source !== undefined && 'initial' in source;
  return transition.internal === true && isGroup && targets.every((to) => isInside(view, to, stage));
};

function checkInternal(view: ChartView, leaving: Leaving): Problem[] {
  if (leaving.transition.internal !== true || staysInside(view, leaving)) return [];
  const { place, stage } = leaving;
  const message =
    '"internal" means nothing here: it keeps a group from being left by a transition to a stage inside it. Remove it.';
  return [makeProblem('DOC-internal', 'info', { place: `${place}/internal`, stage }, message)];
}

function checkParallel(view: ChartView, leaving: Leaving): Problem[] {
  if (staysInside(view, leaving)) return [];
  const { place, stage, targets } = leaving;
  const around = lineage(view.index, stage).slice(1);
  const shared = around.find(({ id }) => targets.every((to) => isInside(view, to, id)));
  if (shared?.stage.type !== 'parallel') return [];
  const hint = targets.every((to) => isInside(view, to, stage))
    ? ' Make it internal to leave only its own part.'
    : '';
  const message = `This leaves and enters all parts of ${nameOf(view, shared.id)}, which begin anew.${hint}`;
  return [makeProblem('DOC-leaves-all', 'warning', { place: `${place}/to`, stage }, message)];
}

export const checkLeaving = (view: ChartView): Problem[] =>
  transitionsAt(view).flatMap((at) => {
    const targets = targetsOf(at.transition);
    if (at.stage === null || targets.length === 0) return [];
    const leaving = { ...at, stage: at.stage, targets };
    return [...checkInternal(view, leaving), ...checkParallel(view, leaving)];
  });
