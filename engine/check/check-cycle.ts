// The problems of a cycle, as its designer is told them. A cycle without errors can be published and compiled.
import type { Cycle } from '../model/cycle.ts';
import type { Problem } from '../model/problem.ts';
import { structuralFaults } from '../statechart/structure/structural-faults.ts';
import { type ChartView, isInside, viewChart } from './chart-view.ts';
import { checkDecisions } from './decisions.ts';
import { checkEndings } from './endings.ts';
import { readFlow } from './flow.ts';
import { checkForms } from './forms.ts';
import { checkRounds, checkRunaways } from './loops/check-loops.ts';
import { checkBelow, checkOutcomes } from './outcomes.ts';
import { checkReachable } from './reachable.ts';
import { checkReferences } from './references.ts';
import { checkTexts } from './texts.ts';
import { checkWaiting } from './waiting.ts';

export interface CheckContext {
  /** The cycles that a plan could start; without them that is not checked. */
  cycleIds?: string[];
}

/** What is stuck at a decision has no other fault: the decision is to be mended. */
function notStuckAt(view: ChartView, decisions: readonly Problem[]): (problem: Problem) => boolean {
  const stuck = decisions.flatMap(({ severity, stage }) => (severity === 'error' && stage ? [stage] : []));
  return ({ stage }) => stage === null || !stuck.some((id) => id === stage || isInside(view, stage, id));
}

function checkFlow(view: ChartView): Problem[] {
  const flow = readFlow(view);
  const { reach, ways, reader } = flow;
  const decisions = checkDecisions(view, reader);
  const runaways = checkRunaways(view, flow);
  // A plan that never comes to rest is nowhere: what else could be said of it would only mislead.
  const places =
    runaways.length > 0
      ? runaways
      : [
          ...checkReachable(view, reach),
          ...[...checkEndings(view, flow), ...checkWaiting(view, ways, reach)].filter(
            notStuckAt(view, decisions),
          ),
          ...checkRounds(view, flow),
        ];
  return [...places, ...decisions, ...checkOutcomes(view, reach), ...checkBelow(view)];
}

/** The flow is looked at once the document is a statechart: before that its findings would only mislead. */
export function checkCycle(cycle: Cycle, context: CheckContext = {}): Problem[] {
  const view = viewChart(cycle);
  const faults = structuralFaults(cycle);
  return [
    ...faults,
    ...checkReferences(view, context.cycleIds),
    ...checkTexts(view),
    ...checkForms(view),
    ...(faults.length === 0 ? checkFlow(view) : []),
  ];
}
