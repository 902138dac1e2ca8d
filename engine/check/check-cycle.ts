// The problems of a cycle, as its designer is told them. A cycle without errors can be published and compiled.
import type { Cycle } from '../model/cycle.ts';
import type { Problem } from '../model/problem.ts';
import { structuralFaults } from '../statechart/structure/structural-faults.ts';
import { type ChartView, viewChart } from './chart-view.ts';
import { checkDecisions } from './decisions.ts';
import { checkEndings } from './endings.ts';
import { waysOf } from './exits.ts';
import { checkForms } from './forms.ts';
import { checkBelow, checkOutcomes } from './outcomes.ts';
import { checkReachable, reachOf } from './reachable.ts';
import { checkReferences } from './references.ts';
import { checkRounds } from './rounds.ts';
import { checkRunaways } from './runaways.ts';
import { checkTexts } from './texts.ts';
import { checkWaiting } from './waiting.ts';
import { checkZeroTimers } from './zero-timers.ts';

export interface CheckContext {
  /** The cycles that a plan could start; without them that is not checked. */
  cycleIds?: string[];
}

function checkFlow(view: ChartView): Problem[] {
  const reach = reachOf(view);
  const ways = waysOf(view, reach);
  const runaways = [...checkRunaways(view, ways, reach), ...checkZeroTimers(view, ways)];
  return [
    ...checkReachable(view, reach),
    ...checkEndings(view, ways),
    ...checkWaiting(view, ways, reach),
    ...checkDecisions(view),
    ...checkOutcomes(view, reach),
    ...runaways,
    ...(runaways.length === 0 ? checkRounds(view, ways) : []),
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
    ...checkForms(view),
    ...(faults.length === 0 ? checkFlow(view) : []),
  ];
}
