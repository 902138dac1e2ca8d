// The problems of a cycle, as its designer is told them. A cycle without errors can be published and compiled.
import type { Cycle } from '../model/cycle.ts';
import type { Problem } from '../model/problem.ts';
import { structuralFaults } from '../statechart/structure/structural-faults.ts';
import { type ChartView, viewChart } from './chart-view.ts';
import { checkDecisions } from './decisions.ts';
import { checkEndings } from './endings.ts';
import { waysOf } from './exits.ts';
import { checkLoops } from './loops.ts';
import { checkBelow, checkOutcomes } from './outcomes.ts';
import { checkReachable, reachableStages } from './reachable.ts';
import { checkReferences } from './references.ts';
import { checkTexts } from './texts.ts';
import { checkWaiting } from './waiting.ts';

export interface CheckContext {
  /** The cycles that a plan could start; without them that is not checked. */
  cycleIds?: string[];
}

function checkFlow(view: ChartView): Problem[] {
  const active = reachableStages(view);
  const ways = waysOf(view, active);
  return [
    ...checkReachable(view, active),
    ...checkEndings(view, ways),
    ...checkWaiting(view, ways, active),
    ...checkDecisions(view),
    ...checkOutcomes(view, active),
    ...checkLoops(view, ways, active),
    ...checkBelow(view),
  ];
}

/** The flow is looked at once the document is a statechart: before that its findings would only mislead. */
export function checkCycle(cycle: Cycle, context: CheckContext = {}): Problem[] {
  const view = viewChart(cycle);
  const faults = structuralFaults(cycle);
  return [
    ...faults,
    ...checkReferences(view, context.cycleIds),
    ...checkTexts(view),
    ...(faults.length === 0 ? checkFlow(view) : []),
  ];
}
